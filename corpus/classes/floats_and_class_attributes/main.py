# pymp: python=2,3
# Floats of instances, and attributes of that name which classes have or get.
class A(object):
    def __init__(self, x, y): self.x = x; self.y = y
    def get(self): return self.x
a = A(1.5, 2.5)
A.x = 5
print(a.x, a.get(), a.__dict__ == {'x': 1.5, 'y': 2.5})
b = A(2.5, 1)
print(b.x, b.get())
del b.x
print(b.x, b.get())
a.x += 1.0
print(a.x, a.get(), A.x)
class A(object):
    def __init__(self, x): self.x = x
    def get(self): return self.x
a = A(1.5)
class B(A):
    x = 5
b = B(2.5)
print(b.x, b.get(), sorted(b.__dict__.items()))
class C(A):
    def x(self): return 'method'
b = C(2.5)
print(b.x, b.get())
try: print(b.x())
except TypeError as e: print(e)
class D(A):
    @property
    def x(self): return 'property'
try: D(1.5)
except AttributeError: print('no')
class E(A): pass
e = E(1.5)
E.x = 6
print(e.x, e.get(), E.x)
del e.x
print(e.x, e.get())
E.x = lambda self: 'm'
print(e.x())
e.x = 2.5
print(e.x)
try: print(e.x())
except TypeError as x: print(x)
del E.x
print(e.x)
e.x = 's'
print(e.x, e.get())
E.x = 1
print(e.x, e.get(), vars(e))
del E.x
print(e.x, e.get(), vars(e))
class F(A): pass
f = F(1.5)
g = F('t')
A.x = 'A'
print(f.x, g.x, a.x, f.get(), g.get(), a.get())
del f.x, g.x, a.x
print(f.x, g.x, a.x, f.get(), g.get(), a.get())
A.x = lambda self: 'm'
print(f.x(), g.x(), a.x())
f.x = 2.5; g.x = len; a.x = 1
print(f.x, g.x('abc'), a.x)
for o in f, a:
    try: print(o.x())
    except TypeError as x: print(x)
del A.x
print(f.x, a.x)
del f.x
try: f.x
except AttributeError as x: print(x)
A.x = property(lambda self: 'p', lambda self, v: None)
h = A(3.5)
print(h.x, vars(h))
del A.x
h.x = 4.5
print(h.x, vars(h))


class G(object):
    def __init__(self, x):
        self.x = x


class H(G):
    x = 'class'


class I(G):
    def x(self):
        return 'method'


class J(object):
    x = 'other base'


class K(G, J):
    pass


def total(all):
    s = 0.0
    for o in all:
        s += o.x
    return s


print(total([G(i * 0.5) for i in range(200)]), total([H(i * 0.5) for i in range(200)]))
print(total([I(i * 0.5) for i in range(200)]), total([K(i * 0.5) for i in range(200)]))
j = K(1.5)
print(j.x, H(2.5).x, I(3.5).x, J().x)
J.x = 'changed'
K.x = 'own'
print(j.x, K(2.5).x, K.x)
del j.x, K.x
print(j.x)
