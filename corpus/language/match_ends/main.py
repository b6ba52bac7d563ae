# pymp: python=3
"""A star that nobody wants asks a sequence for its ends alone."""
import collections.abc
from collections import deque


class Asked(collections.abc.Sequence):
    def __init__(self, size):
        self.size, self.asked = size, []

    def __len__(self):
        return self.size

    def __getitem__(self, index):
        self.asked.append(index)
        return index


class Closed(collections.abc.Sequence):
    __getitem__ = None

    def __len__(self):
        return 42


def ends(value):
    match value:
        case [1, *_, 9]:
            return 'one to nine'
        case [first, *_, last]:
            return first, last
        case [only]:
            return only
        case [*_]:
            return 'empty'
    return None


for value in ([1, 5, 9], [1, 9], (1, 2), [7], [], range(1 << 30), deque([1, 2, 3]), 'ab', range(0), [3, 4, 5]):
    print(ends(value))
asked = Asked(10)
match asked:
    case [a, b, *_, c]:
        print(a, b, c, asked.asked)
match Asked(1):
    case [a, b, *_]:
        print('no')
    case [*_, a]:
        print(a)
match Closed():
    case [*_]:
        print('closed')
match [1, 2, 3, 4]:
    case [a, *rest, b]:
        print(a, rest, b)
match range(1 << 30):
    case x, y, *_:
        print(x, y)
