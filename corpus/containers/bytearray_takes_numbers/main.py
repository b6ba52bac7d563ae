# pymp: python=2,3
"""What is assigned to slices of bytearrays, or added to them, and is no bytes."""
from __future__ import print_function


class Index(object):
    def __init__(self, value=2):
        self.value = value

    def __index__(self):
        return self.value

    def __repr__(self):
        return 'Index(%d)' % self.value


class Int(object):
    def __int__(self):
        return 2

    def __repr__(self):
        return 'Int'


class Other(object):
    def __repr__(self):
        return 'Other'


def assign(data, value):
    data[0:1] = value


def spread(data, value):
    data[::2] = value


def add(data, value):
    data += value


for value in (1j, 1.5, None, 3, True, -1, Index(), Index(-1), Int(), Other(), [1, 2], [300], bytearray(b'xy')):
    for change in (assign, spread, bytearray.extend, add):
        data = bytearray(b'abc')
        try:
            change(data, value)
            print(value, change.__name__, list(data))
        except (TypeError, ValueError) as error:
            print(value, change.__name__, type(error).__name__, error)
