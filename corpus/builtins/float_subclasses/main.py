# A subclass of float keeps its class and its own operators wherever a float may be kept as a plain double.
from __future__ import print_function


class Loud(float):
    def __add__(self, other):
        return 'add'

    def __mul__(self, other):
        return 'mul'

    def __truediv__(self, other):
        return 'div'

    def __lt__(self, other):
        return 'lt'

    def __neg__(self):
        return 'neg'

    def is_integer(self):
        return 'asked'


class Plain(float):
    pass


class Left(object):
    def __truediv__(self, other):
        return type(other).__name__

    __div__ = __truediv__

    def __mul__(self, other):
        return type(other).__name__


def operate(a, b):
    return a + b, a * b, a < b, -a, type(a).__name__


loud = Loud(1.5)
print(loud + 1, loud + 1.0, loud * loud, loud < 2, -loud, 1.0 + loud)
for _ in range(3):
    print(operate(1.0, 2.0))
print(operate(loud, 2.0))
print(operate(Plain(1.5), 2.0))
print(Left() / loud, Left() * Plain(2.0), loud.is_integer())


class Holder(object):
    def __init__(self, value):
        self.value = value
        self.twice = value * 2.0


for value in (1.0, 2.0, Plain(3.0), loud):
    holder = Holder(value)
    print(type(holder.value).__name__, holder.twice, holder.value)
nan = float('nan')
values = [x for x in (1.0, nan, 2.0)]
print(nan in values, values.index(nan), [1.0, nan] == [1.0, nan], {nan: 1}[nan])
