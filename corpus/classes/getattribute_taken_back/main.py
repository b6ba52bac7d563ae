# pymp: python=2,3
"""A class gets a `__getattribute__` when it has instances, and loses it again."""
from __future__ import print_function


class Base(object):
    y = 'class'
    z = property(lambda self: 'property of %s' % self.x)
    def __init__(self, x):
        self.x = x
        self.f = 1.5
    def method(self):
        return 'method %s' % self.x

class Below(Base):
    y = 'below'
    def more(self):
        return self.method() + '!'

class Slots(Base):
    __slots__ = ('s',)


class Own(Base):
    def __getattribute__(self, name):
        return 'own ' + name if name != '__dict__' else object.__getattribute__(self, name)


class Two(Below, dict): pass
a, b, c, d, e = Base(1), Below(2), Slots(3), Own(4), Two(5)
c.s = 'slot'
everybody = [a, b, c, e]


def show():
    for o in everybody:
        print(o.x, o.y, o.z, o.f, o.method(), sorted(vars(o)), getattr(o, 'missing', 'none'))
    print(b.more(), c.s, d.x, d.y)


show()
calls = []


def ask(self, name):
    calls.append(name)
    return object.__getattribute__(self, name)


Base.__getattribute__ = ask
show()
a.x = 10; a.new = 'new'
b.method = lambda: 'hidden'
e['k'] = 1
print(len(calls) > 10, sorted(set(calls))[-3:])
del Base.__getattribute__
del calls[:]
show()
print(calls, a.new, e)
a.x = 11
print(a.x, vars(a) == {'x': 11, 'f': 1.5, 'new': 'new'})
Base.y = 'changed'
Base.fresh = lambda self: 'fresh %s' % self.x
print(a.y, b.y, a.fresh(), e.fresh(), d.fresh)
f = Base(6)
print(f.x, f.method(), vars(f))
del b.method
print(b.method())
Base.__getattribute__ = lambda self, name: 'again ' + name
print(f.x, a.y, d.x)
Base.__getattribute__ = object.__getattribute__
print(f.x, a.y, d.x)


class G(object):
    def __init__(self):
        self.x = 1

    def __getattr__(self, name):
        return 'lacks ' + name

    def __getattribute__(self, name):
        raise AttributeError(name)

g = G()
print(g.x, g.y)
del G.__getattribute__
print(g.x, g.y)

