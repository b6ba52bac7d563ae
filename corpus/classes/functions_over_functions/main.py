# pymp: python=2,3
from __future__ import print_function
# Functions of a class over those of its bases, whatever becomes of these.
class B(object):
    def f(self): return 'B.f'
    def g(self): return 'B.g'
    def h(self): return 'B.h'
class S(B):
    def f(self): return 'S.f'
    def g(self): return 'S.g'
    def h(self): return 'S.h'
class T(S):
    def f(self): return 'T.f'
class M(object): 
    def g(self): return 'M.g'
class U(T, M):
    def g(self): return 'U.g'
def show(o):
    print([getattr(o, n)() if callable(getattr(o, n)) else getattr(o, n) for n in ('f', 'g', 'h')])
s, t, u = S(), T(), U()
for o in (s, t, u): show(o)
B.f = 5
B.g = property(lambda self: 'property')
del B.h
for o in (s, t, u): show(o)
k = s.f; print(k(), s.g(), t.h())
s.f = 7
print(s.f, S().f())
try: s.f()
except TypeError as e: print(e)
s.g = lambda: 'own'
print(s.g(), t.g())
del s.g
print(s.g())
del S.g
try: print(s.g)
except Exception as e: print(type(e).__name__, e)
try:
    s.g = 3
except AttributeError as e: print('AttributeError')
B.g = lambda self: 'new B.g'
print(s.g(), u.g(), t.g())
del S.h
for o in (s, t, u):
    try: print(o.h())
    except AttributeError as e: print(e)
class D(object):
    def __get__(self, o, c=None): return 'data'
    def __set__(self, o, v): o.__dict__['f'] = v
class V(object):
    f = D()
v = V(); v.f = 1; print(v.f)
class W(V):
    def f(self): return 'W.f'
w = W(); print(w.f()); w.f = 2; print(w.f); 
V.f = lambda self: 'V.f'
print(v.f)
x = W(); print(x.f()); x.f = lambda: 'x.f'; print(x.f())
y = V(); print(y.f()); y.f = lambda: 'y.f'; print(y.f())
print(V().f(), W().f())
class E(Exception):
    def __str__(self): return 'E!'
print(str(E()), E().__str__(), [E().__repr__() for i in range(1)])
class L(list):
    def append(self, x): list.append(self, -x)
l = L(); a = l.append; a(1); l.append(2); print(l)
class I(int):
    def __add__(self, o): return 'add'
print(I(1) + 2, I(1).__add__(2), super(I, I(3)).__add__(4))
print(super(S, s).__init__())
class Z(object):
    __slots__ = ('f',)
class Z2(Z):
    def f(self): return 'Z2.f'
z = Z2(); print(z.f())
try: z.f = 3
except AttributeError as e: print(e)
print(z.f)  if not callable(z.f) else print(z.f())
class P(B):
    f = 1
class Q(P):
    def f(self): return 'Q.f'
print(Q().f()); P.f = lambda self: 'P'; print(Q().f(), P().f()); q = Q(); f = q.f; print(f())
P.f = 2; print(Q().f(), P().f, q.f())
B.__bases__, Q.__bases__ = B.__bases__, (B,)
print(Q().f(), q.f())
