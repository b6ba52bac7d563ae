import copy, inspect, pickle, copyreg
class A:
    def __init__(self): self.x = [1, 2]; self.f = 1.5; self.me = self
class S:
    __slots__ = ('a', 'b')
class D(dict): pass
class DC:
    def __deepcopy__(self, memo):
        log.append(sorted(type(k).__name__ for k in memo)[:2]); r = DC(); memo[id(self)] = r; r.l = copy.deepcopy(shared, memo); return r
class GS:
    def __init__(self): self.a = 1; self.b = [2]
    def __getstate__(self): return {'a': self.a}
class N:
    def __new__(cls, *a): log.append('new'); return super().__new__(cls)
class SS:
    def __setstate__(self, st): log.append(('set', sorted(st))); self.__dict__.update(st)
log = []
shared = [1]
for rnd in range(3):
    a = A(); b = copy.deepcopy(a)
    print(b is not a, b.me is b, b.x == a.x, b.x is not a.x, b.f, vars(b).keys())
    l = [1, (2, [3]), {'k': (1, 2), (1, 2): [4]}, 1.5, 'x', None, b'b', {1, 2}, frozenset([3]), range(3), len, A, print]
    l.append(l); m = copy.deepcopy(l)
    print(m[:8], m[-1] is m, m[1] is l[1], m[2]['k'] is l[2]['k'], m[10] is len, m[11] is A)
    t = ([],); t[0].append(t); u = copy.deepcopy(t); print(u is t, u[0][0] is u)
    x = [shared, shared, DC(), shared]; y = copy.deepcopy(x); print(y[0] is y[1] is y[3], y[2].l is y[0], log); log.clear()
    s = S(); s.a = [1]; s2 = copy.deepcopy(s); print(s2.a, s2.a is s.a, hasattr(s2, 'b'))
    d = D(a=[1]); d.z = 3; d2 = copy.deepcopy(d); print(d2, type(d2).__name__, d2.z)
    print(vars(copy.deepcopy(GS())), vars(copy.deepcopy(N())), log); log.clear()
    q = SS(); q.k = 1; copy.deepcopy(q); print(log); log.clear()
    i = A(); i.__deepcopy__ = lambda memo: 'own'; print(copy.deepcopy(i))
    memo = {}; z = copy.deepcopy([[1], A()], memo); print(len(memo) >= 3, memo[id(z)] if id(z) in memo else None)
    print(copy.deepcopy([1.5, 2.5]), copy.deepcopy(([1.0],)), copy.deepcopy([float('inf')] * 2))
    print(copy.deepcopy(x=[1], memo=None), copy.deepcopy([1], {}))
class G:
    pass
copyreg.pickle(G, lambda g: (str, ('from reducer',)))
print(copy.deepcopy([G()]))
A.__deepcopy__ = lambda self, memo: 'patched'
print(copy.deepcopy([A()]))
copy._deepcopy_dispatch[list] = lambda x, memo: 'lists'
print(copy.deepcopy([1]), copy.deepcopy({'a': []}))
try: copy.deepcopy()
except TypeError as e: print(e)
print(inspect.signature(copy.deepcopy), copy.deepcopy.__name__, copy.deepcopy.__module__, pickle.loads(pickle.dumps(copy.deepcopy)) is copy.deepcopy)
import sys
try: copy.deepcopy([sys])
except TypeError as e: print(e)
