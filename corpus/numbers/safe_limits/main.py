# pymp: python=2,3
"""Sums and differences with a literal where the safe integers of JavaScript end, and products of small numbers."""
import math

M = 2 ** 53 - 1


def sums(x):
    return x + 1, x - 1, 1 + x, 1 - x, x + (-1), x - (-1), -1 + x, -1 - x, 0 - x, x + 0, 5 - x, x * 2


def count_out(n):
    up, down = M - n, -M + n
    for _ in range(2 * n):
        up += 1
        down -= 1
    return up, down


for x in (M, M - 1, -M, -M + 1, -M - 5, M + 5, 0, 1, -1, M - 4, -M + 4):
    print([int(value) for value in sums(x)] == [x + 1, x - 1, x + 1, 1 - x, x - 1, x + 1, x - 1, -1 - x, -x, x, 5 - x, x + x])
    print("%d %d %d %d" % (sums(x)[0], sums(x)[1], sums(x)[3], sums(x)[7]))
for _ in range(200):
    ends = count_out(50)
print("%d %d" % ends)
print([str(math.factorial(n)) for n in (0, 1, 10, 17, 18, 19, 25)])
print(type(1) == int, type(1) != int, type("") == type(u""), int == float, int != float)
print({"a": 1, "b": [2]} == {"b": [2], "a": 1}, {"a": 1, "b": 2} == {"a": 1, "b": 3}, {1: 2} == {1.0: 2}, {"a": 1} != {"b": 1})
