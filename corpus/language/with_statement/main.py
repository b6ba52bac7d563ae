# pymp: python=2,3
"""Context managers: order, exceptions, several in one statement."""
from __future__ import print_function
from contextlib import contextmanager


class Door(object):
    def __init__(self, name, swallow=()):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print('open', self.name)
        return self.name.upper()

    def __exit__(self, kind, value, trace):
        print('close', self.name, kind.__name__ if kind else None, value)
        return kind is not None and issubclass(kind, self.swallow)


with Door('front') as front, Door('back') as back:
    print('inside', front, back)

with Door('outer'):
    with Door('inner', swallow=(KeyError,)):
        {}['nothing']
    print('still inside the outer one')

try:
    with Door('a', swallow=(KeyError,)), Door('b'):
        raise ValueError('passes both')
except ValueError as error:
    print('caught', error)


@contextmanager
def section(title):
    print('<%s>' % title)
    try:
        yield title
    except RuntimeError as error:
        print('section saw', error)
    finally:
        print('</%s>' % title)


with section('one') as title:
    print(title)
with section('two'):
    raise RuntimeError('trouble')


def early():
    with section('three'):
        return 'returned from inside'


print(early())
for n in range(3):
    with Door('loop%d' % n):
        if n == 1:
            break
