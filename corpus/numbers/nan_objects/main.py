# pymp: python=2,3
"""Containers ask for the same object first, and each float('nan') is one of its own."""
from __future__ import print_function

import array
import json
import math
import pickle
import struct
import sys

one = float('nan')
other = float('nan')


def inside():
    first = float('nan')
    second = float('NaN')
    items = [first, 1.5, second]
    print(first is second, first is first, first == first)
    print([first] == [first], [first] == [second], first in {second}, first in {first})
    print(items.index(second), items.count(first), len(set(items + items)))
    again = list(items)
    again.sort(key=lambda value: value == value)
    print(again == [first, second, 1.5], again == [second, first, 1.5])


inside()
print(one in [one], one in [other], [one, other].index(other), (one,) == (other,))
print(len({float('nan'), float('nan'), one, one}), {one: 1, other: 2, one: 3})
print(len(set([one, other] * 3)), sorted([one, 1.0]) == [one, 1.0])
print([float('nan') for _ in range(3)].count(one), {1: one} == {1: one}, {1: one} == {1: other})
found = json.loads('[NaN, 1.0, NaN]')
print(found[0] in found[1:], found == found, one in found)
doubled = [value for value in [one, other, one] if value == one or value is one]
print(len(doubled), doubled[0] is doubled[1])

print(struct.pack('<d', one) == struct.pack('<d', other), repr(struct.pack('>d', float('-nan'))))
print(repr(struct.pack('>f', one)), pickle.dumps(one, 2) == pickle.dumps(other, 2))
print(array.array('d', [one]).tostring() == array.array('d', [other]).tostring() if sys.version_info[0] == 2
      else array.array('d', [one]).tobytes() == array.array('d', [other]).tobytes())
print(math.copysign(2, one), math.copysign(2, float('-nan')), math.copysign(2, -one), math.copysign(2, -(-one)))
print(float.fromhex('nan') in [one], one.hex(), repr(one), -one in [one], abs(one) == abs(one))
if sys.version_info[0] == 3:
    print(math.nan in [math.nan], math.nan in [one], math.nan is math.nan)
