# pymp: python=2,3
"""getattr, setattr, hasattr, hash, callable and __name__ with all that is not the usual call."""
from __future__ import print_function


class Name(str):
    pass


class Thing(object):
    __name__ = 'of the class body'
    value = 1

    def method(self):
        return 'method'

    @property
    def broken(self):
        raise AttributeError('inside')

    @property
    def failing(self):
        raise KeyError('inside')


class Hooked(object):
    def __getattr__(self, name):
        if name.startswith('x'):
            return name
        raise AttributeError('no ' + name)


class Meta(type):
    @property
    def __name__(cls):
        return 'by the metaclass'


Made = Meta('Made', (object,), {})


class Outer(object):
    class Inner(object):
        pass


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as error:
        return type(error).__name__, str(error).replace('Name', 'str')


def show(*values):
    print(*values)


thing = Thing()
for _ in range(3):
    show(getattr(thing, 'value'), getattr(thing, 'nothing', None), getattr(thing, 'method')(), getattr(thing, Name('value')))
    show(attempt(getattr, thing, 'nothing'), attempt(getattr, thing, 'broken'), attempt(getattr, thing, 'broken', 5))
    show(attempt(getattr, thing, 'failing', 5), attempt(getattr, thing, 5), attempt(getattr, thing, None, 5))
    show(attempt(getattr, thing)[0], attempt(getattr)[0], attempt(getattr, thing, 'a', 1, 2)[0], attempt(getattr, thing, name='a')[0])
    show(getattr(Hooked(), 'xy'), getattr(Hooked(), 'yx', 'fallback'), attempt(getattr, Hooked(), 'yx'))
    show(getattr(5, 'real'), getattr(None, '__class__').__name__, getattr('a', 'upper')(), getattr(getattr, '__name__'))
    show(hasattr(thing, 'value'), hasattr(thing, 'nothing'), hasattr(thing, 'broken'), hasattr(thing, Name('value')))
    show(attempt(hasattr, thing)[0], attempt(hasattr, thing, 5), attempt(hasattr, thing, 'a', 'b')[0])
    show(setattr(thing, 'set', 1.5), thing.set, setattr(thing, Name('other'), 2), thing.other, setattr(thing, 'not a name', 3))
    show(attempt(setattr, thing, 'value')[0], attempt(setattr, thing, 5, 5), attempt(setattr, thing, 'broken', 1)[0])
    show(attempt(setattr, 5, 'a', 1), attempt(setattr, None, 'a', 1)[0])
    show(hash(5), hash(1.5), hash(True), attempt(hash, []), attempt(hash)[0], attempt(hash, 1, 2)[0], hash((1, 2)) == hash((1, 2)))
    show(callable(show), callable(5), callable(Thing), callable(thing), attempt(callable)[0])

show(Thing.__name__, thing.__name__, type(thing).__name__, Made.__name__, type(Made).__name__, Outer.Inner.__name__)
show(int.__name__, show.__name__, thing.method.__name__, len.__name__, type.__name__, type(None).__name__)
show(attempt(lambda: (5).__name__), attempt(lambda: None.__name__), attempt(lambda: thing.broken.__name__))
Thing.__name__ = 'Renamed'
show(Thing.__name__, type(thing).__name__, thing.__name__)
Outer.Inner.__name__ = 'a.b'
show(Outer.Inner.__name__)
Outer.Inner.__name__ = 'b'
show(Outer.Inner.__name__)
import collections

show(collections.deque.__name__, collections.OrderedDict.__name__, collections.__name__)
try:
    show(thing.nothing.__name__)
except AttributeError as error:
    show(error)
show(getattr(Thing, '__name__'), getattr(thing, '__class__') is Thing)
