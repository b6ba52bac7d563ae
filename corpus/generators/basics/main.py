# pymp: python=2,3
"""Generators: laziness, state, pipelines."""
from __future__ import print_function
import itertools


def count_up(limit):
    print('started')
    n = 0
    while n < limit:
        yield n
        n += 1
    print('done')


g = count_up(2)
print('made')
print(next(g), next(g), next(g, 'exhausted'), next(g, 'still'))


def primes():
    found = []
    for n in itertools.count(2):
        if all(n % p for p in found):
            found.append(n)
            yield n


print(list(itertools.islice(primes(), 10)))


def lines():
    for text in ('a 1', 'bad', 'b 2'):
        yield text


def pairs(source):
    for text in source:
        parts = text.split()
        if len(parts) == 2:
            yield parts[0], int(parts[1])


print(dict(pairs(lines())) == {'a': 1, 'b': 2}, sum(n for _, n in pairs(lines())))


def tree(node):
    if node:
        left, value, right = node
        for item in tree(left):
            yield item
        yield value
        for item in tree(right):
            yield item


print(list(tree(((None, 1, None), 2, ((None, 3, None), 4, None)))))


def two_at_a_time(items):
    it = iter(items)
    while True:
        chunk = list(itertools.islice(it, 2))
        if not chunk:
            return
        yield chunk


print(list(two_at_a_time(range(5))), list(zip(count_up(1), 'ab')))
print(type(g).__name__, iter(g) is g, max(two_at_a_time('abc')), [x for x in (y * y for y in range(4)) if x])
