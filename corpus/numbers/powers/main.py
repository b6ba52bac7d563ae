# pymp: python=2,3
"""The last digit of powers, where the C library does not round to the nearest."""
from __future__ import print_function

print(repr(1.9180832435933537 ** 1.9166188323193811), repr(497.89848081983104 ** 5), repr(2.25 ** 17))
print(repr(1.000146858896787 ** -7000.828076553656), repr(pow(1.0009967116670608, 9465.168227880302)))


def lcg(state):
    while True:
        state = (state * 1103515245 + 12345) % 2 ** 31
        yield state / float(2 ** 31)


numbers = lcg(10)
total = 0
for i in range(5000):
    base = 10 * next(numbers) + 0.01
    exponent = 20 * next(numbers) - 10
    text = repr(base ** exponent) + repr((base / 8) ** (i % 23))
    total = (total * 31 + sum(map(ord, text)) * len(text)) % 1000003
print(total)
