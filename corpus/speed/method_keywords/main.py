# pymp: python=2,3
"""Methods called with keywords: what may stand where a plain method stood, in the order of evaluation, with every error."""
from __future__ import print_function


class Shape(object):
    def paint(self, **options):
        return type(self).__name__, sorted(options.items())

    def move(self, dx, dy=0, **rest):
        return dx, dy, sorted(rest.items())

    @classmethod
    def make(cls, **options):
        return cls.__name__, sorted(options)

    @staticmethod
    def plain(*args, **options):
        return args, sorted(options)

    @property
    def lazy(self):
        return lambda **options: sorted(options)


class Proxy(object):
    def __init__(self, target):
        self.target = target

    def __getattr__(self, name):
        print('asked for', name)
        return getattr(self.target, name)


class Callable(object):
    def __call__(self, *args, **options):
        return args, sorted(options.items())


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


def note(value):
    print('value', type(value).__name__)
    return value


def calls(shape):
    attempt(lambda: shape.paint(a=1, b=2))
    attempt(lambda: shape.paint())
    attempt(lambda: shape.paint(**{'a': 1}))
    attempt(lambda: shape.move(1, speed=3, name=4))
    attempt(lambda: shape.move(dx=1, dy=2, self_=5))
    attempt(lambda: shape.move(dy=2, **{'z': 1, 'dx': 0}))
    attempt(lambda: shape.make(size=1))
    attempt(lambda: shape.plain(1, 2, k=3))
    attempt(lambda: shape.lazy(u=1))


def errors(shape):
    attempt(lambda: shape.move(1, dx=2))
    attempt(lambda: shape.move(speed=2))
    attempt(lambda: shape.paint(1, a=2))
    attempt(lambda: shape.paint(self=2))
    attempt(lambda: shape.nothing(a=2))
    attempt(lambda: shape.paint(**5))
    attempt(lambda: shape.paint(a=1, **{'a': 2}))
    attempt(lambda: [3, 1, 2].sort(key=None, nothing=1))
    attempt(lambda: [].append(x=1))
    attempt(lambda: 'a-b'.split(sep='-', many=1))
    attempt(lambda: {}.get(key=1))
    attempt(lambda: None.anything(a=1))
    attempt(lambda: (5).bit_length(a=1))


shape = Shape()
for _ in range(3):
    calls(shape)
errors(shape)
calls(Proxy(shape))

print('order')
shapes = [shape]
attempt(lambda: note(shapes)[0].move(note(1), dy=note(2), **{'w': note(3)}))


def leave(target):
    del Shape.paint
    target.paint = lambda **options: ('own', sorted(options))
    return 7


print('looked up before the arguments are evaluated')
kept = Shape.__dict__['paint']
attempt(lambda: shape.paint(a=leave(shape)))
attempt(lambda: shape.paint(a=1))
del shape.paint
Shape.paint = kept
attempt(lambda: shape.paint(a=1))
Shape.paint = Callable()
attempt(lambda: shape.paint(a=1))
Shape.paint = 5
attempt(lambda: shape.paint(a=1))
Shape.paint = lambda self, a, **rest: (a, sorted(rest))
attempt(lambda: shape.paint(a=1, b=2))
Shape.__dict__['paint'].__defaults__ = (9,)
attempt(lambda: shape.paint(b=2))


class Loud(Shape):
    def __getattribute__(self, name):
        print('reads', name)
        return object.__getattribute__(self, name)


attempt(lambda: Loud().move(1, q=2))
numbers = [3, -1, 2]
numbers.sort(key=abs, reverse=True)
print(numbers, '{a}-{b}'.format(a=1, **{'b': 2}), sorted(dict(x=1, **{'y': 2}).items()))
table = {}
table.update(a=1, **{'b': 2})
print(sorted(table.items()))
many = dict(('k%d' % i, i) for i in range(20))
Shape.count = lambda self, k3=None, **rest: (k3, len(rest), rest is many, sum(rest.values()))
attempt(lambda: shape.count(**many))
kept = Callable()
Shape.keep = lambda self, **rest: rest
first = shape.keep(a=1, b=2)
second = shape.keep(a=1, b=2)
first['c'] = 3
del first['a']
print(sorted(first.items()), sorted(second.items()), first is second)
