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
