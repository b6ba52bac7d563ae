# pymp: python=2,3
"""Slices with steps and assignment to slices: of lists while they are hot, then of everything else at the same place."""
from __future__ import print_function


def part(o, start, stop, step):
    return o[start:stop:step]


def put(o, start, stop, value):
    o[start:stop] = value
    return o


def drop(o, start, stop):
    del o[start:stop]
    return o


class Noisy(list):
    def __getitem__(self, key):
        return ('got', key) if isinstance(key, slice) else list.__getitem__(self, key)

    def __setitem__(self, key, value):
        self.append(('set', repr(key), value))

    def __setslice__(self, i, j, value):
        self.append(('setslice', i, value))

    def __delitem__(self, key):
        self.append(('del', repr(key)))

    def __delslice__(self, i, j):
        self.append(('delslice', i))


class Plain(list):
    pass


class Anything(object):
    def __getitem__(self, key):
        return key


class Two(object):
    def __index__(self):
        return 2


class Shrinks(object):
    def __init__(self, victim):
        self.victim = victim

    def __index__(self):
        del self.victim[2:]
        return 4


def tried(action, *args):
    try:
        print(action(*args))
    except Exception as error:
        print(type(error).__name__, error)


numbers = list(range(10))
for turn in range(3000):
    part(numbers, turn % 12 - 1, None, -1)
    put(numbers, turn % 4, turn % 4 + 2, [turn, turn + 1])
    put(numbers, 1, 1, (turn,))
    drop(numbers, 1, 2)
print(numbers)

for start in (None, 0, 3, 9, 20, -1, -3, -20):
    for stop in (None, 0, 4, 20, -2, -20):
        print([part(range(10) and list(range(10)), start, stop, step) for step in (1, 2, 3, -1, -2, -7)])
for value in ('abcdefghij', tuple('abcdefghij'), b'abcdefghij', bytearray(b'abcdefghij'), [0.5, 1.5, 2.5, 3.5],
              Plain('abcd'), 'h\u00e9llo', [True, False, None]):
    result = part(value, None, None, -2)
    print(type(result) is type(value) or type(result).__name__, list(result), list(part(value, 3, 0, -1)))
print(part(Noisy('abc'), 1, 2, 3), part(Anything(), None, 'x', 2.5), part(list('abcdef'), Two(), 5, True))
print(part(list('abcdef'), 10 ** 20, -10 ** 20, -2), part(list('abcdef'), False, True, 1))
tried(part, [1, 2], None, None, 0)
tried(part, (1, 2), None, None, 0)
tried(part, [1, 2], 'a', None, 1)
tried(part, [1, 2], None, None, 1.5)
tried(part, {1: 2}, None, None, -1)
tried(part, 5, 1, 2, 3)

print(put([1, 2, 3, 4], 1, 3, 'xyz'), put([1, 2, 3, 4], 3, 1, [9]), put([1, 2, 3], 10, 20, (7, 8)), put([1, 2, 3], -2, -1, []))
print(put([1, 2, 3], None, None, iter('ab')), put([1.5, 2.5], 0, 1, [3]), put([1.5, 2.5], 2, 2, [3.5]), put([1], Two(), 9, {5: 6}))
print(put(Noisy('a'), 1, 2, 'b')[-1][0][:3], drop(Noisy('a'), 1, 2)[-1][0][:3], put(Plain('abc'), 0, 1, Plain('xy')))
print(put(bytearray(b'abcdef'), 1, 3, b'XYZ'), drop(bytearray(b'abcdef'), -2, None))
whole = [1, 2, 3]
put(whole, 1, 2, whole)
print(whole, put(whole, None, None, whole))
tried(put, [1, 2], 0, 1, 5)
tried(put, (1, 2), 0, 1, [5])
tried(drop, (1, 2), 0, 1)
tried(put, [1, 2], 'a', 1, [5])
items = list('abcdef')
print(part(items, 0, Shrinks(items), 2), items)
items = list('abcdef')
print(put(items, 1, Shrinks(items), 'XY'))
print(drop([1, 2, 3, 4], 1, 3), drop([1, 2, 3, 4], 10, None), drop([1, 2, 3], 2, 1))


def kept(n):
    """The old slice is not the new list's."""
    row = list(range(n))
    back = row[::-1]
    row[0:2] = back[0:2]
    back[0] = 'changed'
    return row, back


for turn in range(500):
    last = kept(5)
print(last)
