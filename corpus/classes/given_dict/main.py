"""`__dict__` set to a dict of somebody else's: from then on that is where the attributes are."""
import copy
import pickle


class Borg:
    kind = 'class'
    _shared = {}

    def __init__(self):
        self.__dict__ = self._shared


a = Borg()
a.x = 1
b = Borg()
print(b.x, a.__dict__ is b.__dict__, Borg._shared)
b.x = 5
b.kind = 'instance'
print(a.x, a.kind, Borg.kind)
del a.x
print(hasattr(b, 'x'))
Borg._shared['z'] = 3.5
print(a.z, b.z * 2, sorted(vars(a)))
a.call = lambda n: n + 1
print(b.call(1))


class AttrDict(dict):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__ = self


d = AttrDict(q=1)
d.w = 2
d['e'] = 3
print(d.q, d['w'], d.e, d, isinstance(d, dict), len(d))
del d['q']
print(hasattr(d, 'q'), d.items())
print(copy.copy(d))
del a.call
print(pickle.loads(pickle.dumps(a)).z, copy.copy(a).z)


class Plain:
    def __init__(self, n):
        self.n = n


p = Plain(1)
old = p.__dict__
state = {'n': 2, 'm': 3}
p.__dict__ = state
print(p.n, p.m, old, p.__dict__ is state)
p.k = 4
state['j'] = 5
print(state, p.j)
del p.__dict__
print(p.__dict__, state)
p.n = 6
print(vars(p), state)
try:
    p.__dict__ = [1]
except TypeError as error:
    print(error)


class Chosen(object):
    """Each access first puts the dict in place that is chosen."""

    def __new__(cls):
        self = object.__new__(cls)
        object.__setattr__(self, 'places', [{}, {}])
        return self

    def __getattribute__(self, name):
        choose(self)
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        choose(self)
        return object.__setattr__(self, name, value)


places = [{}, {}]


def choose(o):
    object.__setattr__(o, '__dict__', places[chosen])


chosen = 0
c = Chosen()
c.number = 42
print(c.number, c.__dict__)
chosen = 1
c.number = 11
print(c.number, c.__dict__, places)
chosen = 0
print(c.number)
c.other = 3
print(places)
chosen = 1
print(c.number, hasattr(c, 'other'), sorted(vars(c)))
first, second = {'x': 1}, {}
p.__dict__ = first
p.y = 2
p.__dict__ = second
p.y = 5
print(first, second, p.y)
p.__dict__ = first
print(p.y, second)
