# pymp: python=2,3
"""Subscripts of objects whose class says what they mean, while that changes."""
from __future__ import print_function
from array import array
import ctypes
import math


class Grid(object):
    def __init__(self, width, height):
        self.width = width
        self.cells = [[x * y for x in range(width)] for y in range(height)]

    def __getitem__(self, place):
        if isinstance(place, tuple):
            return self.cells[place[1]][place[0]]
        return self.cells[place]

    def __setitem__(self, place, value):
        self.cells[place[1]][place[0]] = value


def total(grid, n):
    found = 0
    for i in range(n):
        grid[i % 4, 1] = grid[i % 4, 1] + 1
        found += grid[i % 4, 2] + grid[1][i % 4]
    return found


def first(o, key):
    try:
        return o[key]
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)


def put(o, key, value):
    try:
        o[key] = value
        return first(o, key)
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)


grid = Grid(4, 4)
print(total(grid, 5000), total(Grid(4, 4), 3000))
grid.__getitem__ = lambda key: 'of the instance'
print(first(grid, (1, 1)), first(grid, 0))
old = Grid.__getitem__


class Finer(Grid):
    pass


class Named(Grid):
    def __getitem__(self, key):
        return 'named %r' % (key,)


class Both(Finer, Named):
    pass


class Mixin(object):
    def __getitem__(self, key):
        return 'mixin %r' % (key,)

    def __setitem__(self, key, value):
        print('mixin set', key, value)


class Mixed(Mixin, list):
    pass


class After(list, Mixin):
    pass


everything = [Grid(2, 2), Finer(2, 2), Named(2, 2), Both(2, 2), Mixed([1, 2]), After([1, 2])]
for _ in range(300):
    shown = [first(o, 1) for o in everything]
print(shown)
Grid.__getitem__ = lambda self, key: 'replaced %r' % (key,)
print([first(o, 1) for o in everything])


class Descriptor(object):
    def __get__(self, instance, owner):
        return lambda key: 'described %r' % (key,)


Grid.__getitem__ = Descriptor()
print([first(o, 1) for o in everything])
Grid.__getitem__ = 5
print([first(o, 1) for o in everything])
del Grid.__getitem__
print([first(o, 1) for o in everything])
Mixin.__getitem__ = None
print(first(everything[5], 1))
Grid.__getitem__ = old
print([first(o, 1) for o in everything if isinstance(o, Grid)])
del Mixin.__setitem__
mixed = Mixed([1, 2])
mixed[0] = 'list'
print(list(mixed))


class Table(dict):
    def __missing__(self, key):
        return 'missing %r' % (key,)


class Loud(dict):
    def __getitem__(self, key):
        return 'loud %s' % dict.__getitem__(self, key)


class Tail(tuple):
    def __getitem__(self, key):
        return tuple.__getitem__(self, -1)


class Bytes(bytearray):
    def __getitem__(self, key):
        return 'byte %r' % bytearray.__getitem__(self, key)


class Doubles(array):
    def __getitem__(self, key):
        return array.__getitem__(self, key) * 2

    def __setitem__(self, key, value):
        array.__setitem__(self, key, value + 1)


class Plain(array):
    pass


for _ in range(300):
    shown = [
        first(Table(a=1), 'a'), first(Table(), 1), first(Loud(a=1), 'a'), first({}, 'b'), first({1: 2}, 1.0),
        first(Tail((1, 2, 3)), 0), first((1, 2), -3), first((1, 2), -1), first((1, 2), True),
        first(Bytes(b'ab'), 0), first(bytearray(b'ab'), -1), first(bytearray(b'ab'), 5),
        first(Doubles('d', [1.5]), 0), first(Plain('i', [1, 2]), 1), first(Plain('i', [1, 2]), 2),
        put(Doubles('d', [1.5]), 0, 3), put(Plain('i', [1, 2]), -1, 7), put(Plain('i', [1, 2]), 0, 2 ** 31 - 1),
    ]
print(shown)


class Meta(type):
    def __getitem__(cls, key):
        return '%s of %s' % (key, cls.__name__)


Typed = Meta('Typed', (object,), {'__getitem__': lambda self, key: 'of the instance'})
print([first(Typed, 1) for _ in range(300)][-1], first(Typed(), 1))


def fill(values, given):
    for i in range(len(values)):
        values[i] = given[i]
    return values


for code, given in [
    ('b', [-128, 127]), ('B', [0, 255]), ('h', [-32768, 32767]), ('H', [0, 65535]), ('i', [-2 ** 31, 2 ** 31 - 1]),
    ('l', [-2 ** 63, 2 ** 63 - 1]), ('l', [2 ** 53, -2 ** 53]), ('l', [2 ** 53 - 1, 1 - 2 ** 53]), ('l', [-1, 2 ** 32]),
    ('l', [-2 ** 32, -2 ** 32 - 1]), ('f', [0.5, 1e10]), ('d', [0.1, -0.0]), ('d', [1, True]),
]:
    for _ in range(200):
        values = fill(array(code, [0, 0]), given)
    print(code, [int(v) if type(v) is not float else v for v in values], [values[i] == given[i] for i in (0, 1)])
for code, given in [('b', 128), ('B', -1), ('h', 40000), ('i', 2 ** 31), ('l', 2 ** 63), ('d', '1'), ('i', 1.5), ('B', 256)]:
    print(code, put(array(code, [0]), 0, given).split(':')[0])
numbers = array('d', [0.0])
numbers[0] = float('nan')
print(math.isnan(numbers[0]), numbers[0:1].tostring() == array('d', [float('nan')]).tostring() if hasattr(numbers, 'tostring') else numbers[0:1].tobytes() == array('d', [float('nan')]).tobytes())

Three = ctypes.c_int * 3
three = Three(1, 2, 3)
print([sum(three[i] for i in range(3)) for _ in range(100)][-1], first(three, 3), put(three, 0, 9))


class Old:
    def __getitem__(self, key):
        return 'old %r' % (key,)


old_instance = Old()
print([first(old_instance, 1) for _ in range(300)][-1])


def spread(pair):
    a, b = pair
    return b, a


pair = [1, 2]
for i in range(500):
    pair[0], pair[1] = spread(pair)
a, pair = pair, 5
print(a, pair)
values = [[1, 2], [3, 4]]
values, other = values
print(values, other)
for bad in ([1], [1, 2, 3], [], [1.5, 2.5], [1.5], 'ab', 5):
    try:
        print(spread(bad))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, str(e).replace('unpack non-sequence', 'unpack'))

from collections import OrderedDict, defaultdict, deque


class Stack(list):
    pass


class Ordered(OrderedDict):
    pass


class Counted(defaultdict):
    def __setitem__(self, key, value):
        defaultdict.__setitem__(self, key, value * 2)


for _ in range(200):
    stack = Stack([1, 2.5, 3])
    stack[-1] = 'x'
    floats = [0.5, 1.5]
    floats[-2] = 7
    ordered = Ordered()
    ordered['b'] = 1
    ordered['a'] = 2
    counted = Counted(int)
    counted['a'] += 1
    counted['a'] += 1
    line = deque([1, 2, 3], 2)
    line[-1] = 9
    shown = [stack[0], stack[-1], stack[True], floats[-2], floats[-1], ordered['b'], list(ordered), counted['a'], counted['z'],
             line[0], line[-1], first(line, 2), first(line, 'a'), put(line, 5, 1), first(stack, 'a'), put(stack, 9, 1),
             first(ordered, 'q'), first({}, []).split(':')[0], put({}, [], 1).split(':')[0], first({}, (1, [])).split(':')[0]]
print(shown)


def rotations(n):
    items = list(range(n))
    out = []
    for i in range(n):
        items.insert(i // 2, items.pop(i))
        items.insert(0, items.pop())
        items.append(items.pop(0))
        items.insert(-1, items.pop(-2))
        out.append(sum(k * v for k, v in enumerate(items)))
    return out, items[3::-1], items[::-2], items[-2:1:-3], items[1:0:-1], items[0:2:-1], items[::-1][:3]


for n in (4, 5, 39, 40, 41, 42, 43, 90):
    sums, a, b, c, d, e, f = rotations(n)
    print(sum(sums), a, b[:4], c[:4], d, e, f)
