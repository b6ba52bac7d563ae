"""Operators and protocols of user classes in Python 3."""
import functools


@functools.total_ordering
class Vector:
    __slots__ = ('x', 'y')

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f'Vector({self.x}, {self.y})'

    def __str__(self):
        return f'<{self.x}, {self.y}>'

    def __eq__(self, other):
        return isinstance(other, Vector) and (self.x, self.y) == (other.x, other.y)

    def __lt__(self, other):
        return abs(self) < abs(other)

    def __hash__(self):
        return hash((self.x, self.y))

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor)

    __rmul__ = __mul__

    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __bool__(self):
        return bool(self.x or self.y)

    def __iter__(self):
        yield self.x
        yield self.y

    def __getitem__(self, index):
        return (self.x, self.y)[index]

    def __len__(self):
        return 2

    def __contains__(self, value):
        return value in (self.x, self.y)

    def __call__(self, scale):
        return scale * self

    def __format__(self, spec):
        return f'{self.x:{spec}};{self.y:{spec}}'


v, w = Vector(3, 4), Vector(1, 2)
print(v, [v], v + w, v * 2, 2 * v, abs(v), v == Vector(3, 4), v != w, v > w, v >= w, len({v, Vector(3, 4), w}))
print(bool(Vector(0, 0)), list(v), v[0], v[-1], v[:], 4 in v, v(3), f'{v:.1f}', '%s %r' % (v, v), tuple(w), max(v, w), sorted([v, w]))
x, y = v
print(x, y, len(v), sum(v))
for action in (lambda: v + 1, lambda: v < 'x', lambda: v - w, lambda: setattr(v, 'z', 1), lambda: v['a'], lambda: v[9]):
    try:
        print(action())
    except (TypeError, AttributeError, IndexError) as error:
        print(type(error).__name__, error)


class OnlyEq:
    def __eq__(self, other):
        return True


try:
    hash(OnlyEq())
except TypeError as error:
    print(error)


class Reflected:
    def __radd__(self, other):
        return f'radd {other}'

    def __rsub__(self, other):
        return NotImplemented

    def __ror__(self, other):
        return 'ror'


print(1 + Reflected(), 'a' + Reflected(), {1} | Reflected())
try:
    1 - Reflected()
except TypeError as error:
    print(error)


class Container:
    def __init__(self):
        self.log = []

    def __setitem__(self, key, value):
        self.log.append(('set', key, value))

    def __delitem__(self, key):
        self.log.append(('del', key))

    def __getitem__(self, key):
        return key

    def __missing__(self, key):
        return 'never'


c = Container()
c[1] = 'a'
c['k', 2:3] = 'b'
del c[5]
c['n'] += '!'
print(c.log, c[1:2], c[::2], c[..., 1], c[()])
