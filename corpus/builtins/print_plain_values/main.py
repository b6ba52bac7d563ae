"""Lines of plain values, one after another and in every mixture, across the ends of the output's blocks."""
from __future__ import print_function
import random
import sys


class F(float):
    def __repr__(self):
        return "F!"

    __str__ = __repr__


class I(int):
    def __str__(self):
        print("inside", end=" ")
        return "I!"


class S(str):
    def __str__(self):
        return "S!"


source = random.Random(5)
values = [0.0, -0.0, 0.1, 0.5, -2.5, 1e16, 1e15, 123456789.1, 214748364.7, 214748364.8, 2147483647, 2147483648]
values += [-2147483648, -2147483649, 2**53, -2**53, 2**60, 10, 9, 99, 100, -1, 0, 999999999, 1000000000, 0.25, 0.7]
values += [1e-5, 1e-4, 0.01, float("inf"), float("-inf"), float("nan"), True, False, None, "x", "a" * 17, "b" * 300]
values += [(1, 2), [1.5], 1e100, 12345.6, 99999999.9]
for value in values:
    print(value)
for value in values:
    print("v", value, value, sep="|", end=";\n")
for i in range(2000):
    digits = int(source.random() * 10) + 1
    x = int((source.random() * 2 - 1) * 10**digits) / 10.0
    print(x, values[int(source.random() * len(values))], x * 0.5, i)
print("a" * 9000)
print("tail", 1.5)
print("b" * 8180)
print("next", 2)
print("c" * 8191, end="")
print("d")
print()
print(*range(3000))
print(sep="x", end="y")
print("a\nb", "c\r\n")
print(F(1.5), I(3), S("q"), F(2), 1.0, -7.25, 1e9, 100.0, 3e5)
sys.stdout.flush()
print("x")
