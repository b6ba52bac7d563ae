# pymp: python=2,3
"""An instance's __dict__ in step with its attributes: counted, changed during a loop, with floats, descriptors and slots."""
from __future__ import print_function


class Kept(object):
    """Keeps its value in the __dict__ under a name of its own."""

    def __init__(self, name):
        self.name = name

    def __get__(self, o, owner=None):
        return self if o is None else o.__dict__.get('_' + self.name, 'none')

    def __set__(self, o, value):
        o.__dict__['_' + self.name] = value


class Named(object):
    """No data descriptor: what the instance has comes first."""

    def __get__(self, o, owner=None):
        return 'from the class'


class Record(object):
    kept = Kept('kept')
    named = Named()
    default = 1.5

    def __init__(self, x):
        self.x = x
        self.y = 2.5

    def method(self):
        return 'method'

    @property
    def computed(self):
        return 'computed'


class Mixed(Record):
    __slots__ = ('slot',)


def show(o):
    d = o.__dict__
    print(len(d), list(d.items()) == list(vars(o).items()), sorted(d.items(), key=repr))


def changed(o, change):
    try:
        for name, value in vars(o).items() if not hasattr({}, 'iteritems') else vars(o).iteritems():
            change(o, name)
    except RuntimeError as error:
        print(error)
    show(o)


for i in range(3):
    r = Record(i)
    show(r)
    r.kept = i
    r.__dict__['named'] = 'own'
    r.__dict__['computed'] = 'hidden'
    r.__dict__['method'] = 'shadow'
    r.__dict__['default'] = i
    print(r.kept, r.named, r.computed, r.method, r.default)
    show(r)
    r.__dict__['x'] = 0.25
    r.__dict__['x'] += 1
    r.x *= 2
    r.__dict__['y'] = None
    print(r.x, r.y)
    del r.__dict__['method'], r.__dict__['named'], r.default
    print(r.method(), r.named, r.default)
    show(r)
    del r.x
    show(r)
    r.__dict__['x'] = 'back'
    show(r)
    r.__dict__.update(x=1, z=2, **{'not a name': 3})
    show(r)

m = Mixed(1)
m.slot = 0.5
show(m)
m.slot = 'text'
print(m.slot)
show(m)


def add(o, name):
    setattr(o, name + '2', 1)


def drop(o, name):
    if name in o.__dict__:
        delattr(o, name)


def replace(o, name):
    setattr(o, name, 1.25)


changed(Record(1), replace)
changed(Record(1), add)
changed(Record(1), drop)
o = Record(1)
view = o.__dict__.keys()
o.more = 1
print(sorted(o.__dict__), len(o.__dict__), 'more' in o.__dict__)
o.__dict__ = {'only': 1}
show(o)
o.second = 2.0
show(o)
