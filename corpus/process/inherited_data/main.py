"""Classes, closures, containers and exceptions as a forked child gets them."""
import multiprocessing as mp, sys, math
from collections import OrderedDict, deque, Counter, namedtuple, defaultdict
K = 5
data = {'a': [1,2,3], (1,2): 'tup', 1.5: {1,2}}
BIG = list(range(1000))
class Meta(type):
    def hello(cls): return 'meta ' + cls.__name__
class A(metaclass=Meta):
    reg = {}
    z: int = 3
    def __init__(self, x): self.x = x; A.reg[x] = self
    def go(self): return self.x + K
    @property
    def prop(self): return self.x * 2
    @prop.setter
    def prop(self, v): self.x = v
    @staticmethod
    def st(a): return a + 1
    @classmethod
    def cm(cls): return cls.__name__
    def __repr__(self): return 'A(%r)' % self.x
class B(A):
    __slots__ = ('q',)
    def go(self): return super().go() + 100
class M1: 
    def who(self): return 'm1'
class M2:
    def who(self): return 'm2'
    def two(self): return 2
class Multi(M1, M2): pass
class Err(Exception):
    def __init__(self, a): super().__init__('err', a); self.a = a
class L(list):
    pass
class D(dict):
    def __missing__(self, k): return k * 2
class I(int): pass
class S(str): pass
P = namedtuple('P', 'x y')
def helper(n): return n * K
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    return inc
inc = counter()
inc(); inc()
def deco(f):
    def w(*a, **k):
        return ('deco', f(*a, **k))
    w.attr = 7
    return w
@deco
def decorated(x, *, y=2): return x + y
def gen(n):
    for i in range(n): yield i * K
counter_global = 0
def bump():
    global counter_global
    counter_global += 1
    return counter_global
l = L([1,2]); l.tag = 'tag'
od = OrderedDict([('z', 1), ('a', 2)]); dq = deque([1,2,3], maxlen=5); ct = Counter('hello'); dd = defaultdict(list, {1: [2]})
e = Err(3)
try: raise ValueError('boo')
except ValueError as ex: saved = ex
cyc = []; cyc.append(cyc)
def never(): return BIG
bound = A(9).go
part = [].append
a1 = A(3)
fs = frozenset([(1, 2), 'x'])
def f(a, q=3):
    print('child', a.go(), helper(q), data, a is A.reg[3], a1 is a)
    print(A.hello(), a.prop, A.st(1), a.cm(), A.z, A.__annotations__, repr(A.reg), A.__qualname__, A.__module__)
    b = B(4); b.q = 5; print(b.go(), b.q, B.__mro__, isinstance(b, A))
    print(Multi().who(), Multi().two(), Multi.__mro__)
    print(inc(), inc(5), decorated(3, y=4), decorated.attr, list(gen(3)), bump(), bump())
    print(l, l.tag, type(l), od, dq, ct, dd, dd[5], D(a=1)['zz'], I(3) + 1, S('abc').upper())
    print(P(1, 2), P(3, 4)._replace(x=9), repr(e), e.a, repr(saved), saved.__traceback__ is not None)
    print(cyc[0] is cyc, bound(), sorted(fs, key=str), math.pi, sys.argv == argv)
    try: raise Err(1)
    except Err as x: print('caught', x.args)
    def dead(): return never2
    try: dead()
    except NameError as x: print(x)
argv = sys.argv
if __name__ == '__main__':
    p = mp.Process(target=f, args=(a1, 4))
    p.start()
    p.join()
    print('parent', p.exitcode, inc(), counter_global)
