# pymp: python=3
"""What types and values keep once it is asked for (operators, truth, hashes of tuples), and what makes them forget it."""
from enum import Enum
import io
class C(Enum): A=1; B=2
class X: pass
class Y:
    def __hash__(self): return 1
class Z(Y):
    def __ne__(self,o): return 'ne'
class W(Y):
    def __eq__(self,o): return 'eq'
a,b=Y(),Y(); z=Z(); w=W(); w2=W()
print(C.A==C.A,C.A==C.B,C.A!=C.B,C.A!=C.A,a==b,a!=b,a==a,a!=a,z==Z(),z!=z,w==w2,w!=w2,{a:1}.get(b),{a:1}[a])
try: C.A<C.B
except TypeError as e: print(e)
print(bool(io.BytesIO()),bool(b''),bool(bytearray()),bool(b'x'),len(b'abc'),bool(object()),bool(print),bool(range(0)),bool(memoryview(b'')))
class BB(bytes):
    def __len__(self): return 7
print(len(BB()),bool(BB()))
import array,collections,itertools
print(bool(array.array('i')),bool(collections.deque()),bool(itertools.count()),bool(iter([])),bool(complex(0)),bool(frozenset()),bool({}.keys()),bool(type),bool(NotImplemented) if False else 1, bool(Ellipsis))
t=((1,2,3,4),(5,6,7,8,'x')); d={t:1}; print(d[((1,2,3,4),(5,6,7,8,'x'))], hash(t)==hash(((1,2,3,4),(5,6,7,8,'x'))))
class H:
    n=0
    def __hash__(self): H.n+=1; return 3
h=H(); k=((1,2,3,4,5,6,7,8),h); d={k:1}; d[k]; d[k]; print(H.n)
print(frozenset({1,2,70})<=frozenset({1,2,3,70}),{1,-5}<={1},{100,200}<={100},set()<=set(),min({3,-40,99}),max(frozenset({-1})),min({2.5,1}),min({True,2}))
# operators found once are looked for again when the class or a base changes
class Base: pass
class N(Base):
    def __init__(self, v): self.v = v
def attempt(f):
    try: return f()
    except TypeError as e: return str(e)
def show(n): print(*(attempt(f) for _ in range(2) for f in (lambda: n + n, lambda: n + 1, lambda: 1 + n, lambda: n * 2, lambda: [0] * n)))
n = N(3)
show(n)
Base.__add__ = lambda self, o: 'base'
show(n)
N.__add__ = lambda self, o: NotImplemented
N.__radd__ = lambda self, o: 'radd'
show(n)
N.__index__ = lambda self: self.v
show(n)
del N.__add__
N.__rmul__ = lambda self, o: 'rmul'
show(n)
del Base.__add__
N.__radd__ = None
show(n)
def grow(x):
    x += 1
    return x
print(attempt(lambda: grow(n)))
N.__iadd__ = lambda self, o: 'iadd'
print(attempt(lambda: grow(n)))
del N.__iadd__
print(attempt(lambda: grow(n)))
class T:
    truth = 0
print(bool(T()))
T.__len__ = lambda self: 0
print(bool(T()))
T.__bool__ = lambda self: True
print(bool(T()))
class K(tuple): pass
k = K((1, K((2, 3, 4, 5, 6, 7, 8, 9))))
d = {(0, k): 'found'}
print(d[(0, (1, (2, 3, 4, 5, 6, 7, 8, 9)))], d[(0, k)], (0, k) in d)
