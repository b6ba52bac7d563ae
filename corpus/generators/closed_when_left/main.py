# pymp: python=2,3
"""A generator that a loop leaves in the middle ends there, if nothing else refers to it."""
from __future__ import print_function


def counting(name, n=5):
    try:
        for i in range(n):
            yield i
    finally:
        print('end of', name)


for i in counting('broken'):
    if i == 2:
        break
print('after break')


def first(items):
    for item in items:
        return item


found = first(counting('returned'))
print('found', found)

kept = counting('kept')
for i in kept:
    break
print('kept goes on:', next(kept))
del kept
print('deleted')


class Guard(object):
    def __enter__(self):
        print('enter')

    def __exit__(self, *info):
        print('exit', info[0] is not None and info[0].__name__)


def guarded():
    with Guard():
        yield 1
        yield 2


def nested():
    for a in guarded():
        for b in counting('inner', 3):
            if b == 1:
                return a, b


print(nested())
for letter in guarded():
    print(letter)
print('ran out')
