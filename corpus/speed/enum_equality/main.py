# pymp: python=3
"""Members of IntEnum and ints of other classes compared: by their values while they are hot, then by methods set afterwards."""
from enum import Enum, IntEnum, IntFlag


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class Colour(Enum):
    RED = 1


class Bits(IntFlag):
    A = 1
    B = 2


class Own(int):
    def __eq__(self, other):
        return 'own'

    __hash__ = int.__hash__


class Plain(int):
    pass


def same(a, b):
    return a == b


def test(a, b):
    if a == b:
        return 'equal'
    return 'different'


for turn in range(3000):
    same(Level.LOW, Level.HIGH)
    test(Level.LOW, Level.LOW)
    test(Level.LOW, turn % 3)

values = [Level.LOW, Level.HIGH, Colour.RED, Bits.A, Bits.A | Bits.B, Own(1), Plain(1), Plain(10 ** 30), 10 ** 30, 1, 1.0, True, None, '1',
          1 + 0j]
for a in values:
    print(repr(a), [same(a, b) for b in values], [test(a, b)[0] for b in values])


def unlike(self, other):
    return False


Plain.__eq__ = unlike
print(same(Plain(1), Plain(1)), same(Plain(1), 1), same(1, Plain(1)), test(Level.LOW, Plain(1)))
Level.__eq__ = lambda self, other: NotImplemented
print(same(Level.LOW, Level.LOW), same(Level.LOW, 1), test(Level.LOW, Level.HIGH), test(1, Level.LOW))
del Level.__eq__
print(same(Level.LOW, Level.LOW), same(Level.LOW, 1), test(Level.LOW, Level.HIGH), test(1, Level.LOW))
