# pymp: python=2,3
"""Method resolution, super, overriding, mixins."""
from __future__ import print_function


class Base(object):
    kind = 'base'
    instances = 0

    def __init__(self, name):
        self.name = name
        Base.instances += 1

    def hello(self):
        return 'Base.hello(%s)' % self.name

    def template(self):
        return '[' + self.hook() + ']'

    def hook(self):
        return 'default'


class Left(Base):
    def hello(self):
        return 'Left>' + super(Left, self).hello()


class Right(Base):
    kind = 'right'

    def hello(self):
        return 'Right>' + super(Right, self).hello()

    def hook(self):
        return 'custom ' + self.kind


class Bottom(Left, Right):
    def __init__(self, name, extra):
        super(Bottom, self).__init__(name)
        self.extra = extra

    def hello(self):
        return 'Bottom>' + super(Bottom, self).hello()


bottom = Bottom('b', 1)
print(bottom.hello(), bottom.template(), bottom.kind, bottom.extra, Base.instances)
print([cls.__name__ for cls in Bottom.__mro__], Bottom.__bases__ == (Left, Right), isinstance(bottom, Right), issubclass(Left, Right))
print(Base.hello(bottom), Left('l').template(), [sub.__name__ for sub in Base.__subclasses__()])
bottom.kind = 'own'
print(bottom.kind, Bottom.kind, Right.kind)
Base.kind = 'changed'
print(Left('x').kind, Right('y').kind, Base.instances)
Base.added = lambda self: 'added to ' + self.name
print(bottom.added())
try:
    class Impossible(Base, Left):
        pass
except TypeError as error:
    print('TypeError', str(error).split('\n')[0][:50])


class Counter(dict):
    def hit(self, key):
        self[key] = self.get(key, 0) + 1
        return self


print(Counter().hit('a').hit('a'), isinstance(Counter(), dict), Counter(x=1) == {'x': 1})


class Text(str):
    def shout(self):
        return self.upper() + '!'


print(Text('hey').shout(), Text('a') + 'b', type(Text('a') + 'b').__name__, len(Text('abc')))


class Meters(int):
    def __new__(cls, value):
        return int.__new__(cls, value * 10)

    def __add__(self, other):
        return Meters(0) if other == 0 else int(self) + other


print(Meters(3), Meters(3) + 1, Meters(1) + 0, Meters(2) * 2, isinstance(Meters(1), int))
