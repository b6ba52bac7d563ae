# pymp: python=2,3
"""What `*=` and `*` say where one side is a sequence and the other no number: collections on the left repeat nothing in place."""
from __future__ import print_function

import array
import collections


class Plain(object):
    pass


class Index(object):
    def __index__(self):
        return 2


class Declines(object):
    def __mul__(self, other):
        return NotImplemented


def multiplied(a, b):
    a *= b
    return a


LEFT = [{1: 2}, set([1]), frozenset([1]), {}.keys(), memoryview(b'a'), collections.OrderedDict(), range(2), object(), Plain()]
LEFT += [Index(), Declines(), None, len, int, 2.5, True, iter([]), slice(1)]
RIGHT = ['a', [1], (1,), bytearray(b'x'), collections.deque([1]), array.array('i', [1]), {}, object()]
for left in LEFT:
    for right in RIGHT:
        for shown, operate in ('*', lambda a, b: a * b), ('*=', multiplied):
            try:
                result = repr(operate(left, right))
            except TypeError as error:
                result = str(error)
            print(type(left).__name__, shown, type(right).__name__, result)

items = array.array('i', [1])
for other in (Plain(), [2], 3):
    try:
        items += other
    except TypeError as error:
        print(error)
