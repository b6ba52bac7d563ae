"""Slots: hot first, then hidden, overridden, deleted, inherited beside a dict, and hooked."""
import copy
import pickle


class V:
    __slots__ = ('x', 'y')

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def scale(self, k):
        self.x *= k
        self.y += k
        return self


class W(V):
    pass


class Hooked(V):
    __slots__ = ()

    def __setattr__(self, name, value):
        log.append(name)
        super().__setattr__(name, value)


class Fallback(V):
    __slots__ = ('z',)

    def __getattr__(self, name):
        return 'no ' + name


class Over(V):
    x = property(lambda self: 'over', lambda self, v: log.append(('set', v)))


log = []
for i in range(3000):
    V(i, 1.5).scale(2), W(1.5, i).scale(3), Fallback(1, 2).scale(1)
v = V(1, 2.5).scale(2)
print(v.x, v.y, V.x, V.__slots__)
for bad in (lambda: setattr(v, 'z', 1), lambda: v.z, lambda: V.__init__(v, 1)):
    try:
        bad()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
del v.x
try:
    v.x
except AttributeError as error:
    print(error)
try:
    del v.x
except AttributeError as error:
    print(error)
v.x = 'again'
print(v.x, hasattr(v, 'x'), hasattr(v, '__dict__'))
w = W(1, 2.0).scale(2)
w.z = 5.5
w.z += 1
print(w.x, w.y, w.z, w.__dict__, vars(w))
h = Hooked(1, 2).scale(2)
print(h.x, h.y, log)
f = Fallback(1, 2)
print(f.z, f.q, f.x)
f.z = 1.5
del f.x
print(f.z, f.x)
del log[:]
o = Over(1, 2)
print(o.x, o.y, log)
print(copy.copy(w).__dict__, copy.copy(w).x, copy.deepcopy(v).y, pickle.loads(pickle.dumps(v)).x)
V.x = 7
try:
    V(1, 2)
except AttributeError as error:
    print(error)
del V.x
try:
    V(1, 2)
except AttributeError as error:
    print(error)


class Late:
    __slots__ = 'a'


late = Late()
late.a = 1
Late.__setattr__ = lambda self, name, value: log.append(name)
late.a = 2
print(late.a, log)
del Late.__setattr__
late.a = 3
print(late.a, isinstance(Late.a, property), Late.a.__get__(late), Late.a.__set__(late, 9), late.a)


class Mixed(object):
    __slots__ = ('v', 'w')

    def __init__(self, v):
        self.v = self.w = v


class Special(float):
    pass


def keep(v):
    m = Mixed(v)
    m.w = m.v
    return m


for i in range(3000):
    keep(i * 0.5).v
for v in (1.5, 2, None, 'text', Special(2.5), True, -0.0, float('inf'), 10 ** 30):
    m = keep(v)
    print(m.v, m.w, type(m.v).__name__, type(m.w).__name__)
    m.w = 7
    m.v = 0.25
    print(m.v, m.w)
    m.v = v
    m.w = 1.5
    del m.w
    try:
        print(m.v, m.w)
    except AttributeError:
        print(m.v, 'empty')
