# pymp: python=2,3
"""Bitwise operations on literals alone, in functions."""
from __future__ import print_function


def shown(value):
    return value


def flags(x):
    print(1 | 2 | 4, (1 | 2) & 7, 5 ^ (3 & 1), shown(401 | 403 | 404), x | 1 | 2, (1 | 2) | x)
    print(-1 & 255 & 15, (1 << 40 | 1) ^ (1 << 40), ~1 & 7 & 3, -1 | 1 | 2, 4294967296 | 1 | 2)
    return 16 | 32 | 64


for n in range(3):
    print(flags(n))
