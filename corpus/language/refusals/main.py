# pymp: python=3
# What calls, deletions and codecs refuse, in CPython's words; locals in CPython's order.
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
class E:
    __slots__ = ('y',)
    x = 1
e = E()
def f(): del e.x
t(f)
class F:
    x = 1
e2 = F()
def f(): del e2.x
t(f)
def f(): e.x = 2
t(f)
def f(): del e.y
t(f)
def f(): del e.q
t(f)
def f(): del e2.q
t(f)
class G(F):
    @property
    def p(self): return 1
    def m(self): pass
g = G()
def f(): del g.p
t(f)
def f(): del g.m
t(f)
def f(): del [].append
t(f)
def f(): del (5).real
t(f)
def f(): [].append = 1
t(f)
def f():
    class A:
        def __init_subclass__(cls, **kw): super().__init_subclass__(**kw)
    class B(A, c=1): pass
t(f)
def f():
    class A: pass
    class B(A, c=1): pass
t(f)
t(lambda: dict.fromkeys(1, 2, 3))
t(lambda: dict.fromkeys())
t(lambda: {}.fromkeys())
t(lambda: int.from_bytes())
t(lambda: bytes.fromhex())
t(lambda: bytes.fromhex(1, 2))
t(lambda: float.fromhex())
t(lambda: float.fromhex(1, 2))
t(lambda: str.maketrans())
t(lambda: 'aé'.encode('punycode'))
t(lambda: b'a-9ca'.decode('punycode'))
t(lambda: 'büc.com'.encode('idna'))
t(lambda: 'aé\ud800\U0001f600'.encode('ascii', 'namereplace'))
t(lambda: [1].index(1, 'a'))
t(lambda: 'a'.find('a', 'b'))
t(lambda: b'a'.find(b'a', 'b'))
t(lambda: (1,).index(1, 'b'))
t(lambda: [1]['a':])
t(lambda: 'a'.startswith('a', 'b'))
t(lambda: bytearray(b'a').count(b'a', 'b'))
t(lambda: range(3)['a':])
import collections
t(lambda: collections.deque([1]).index(1, 'a'))
def f(a, **b): return locals()
t(lambda: f(c={'n': 5}, **{'b': 1}, a=(1, 2)))
t(lambda: f(**{'c': 1, 'b': 2}, a=3))
t(lambda: f(c=1, b=2, a=3))
def f(*a, b=1, **c): return locals()
t(lambda: f(1, c=1, b=2, a=3))
t(lambda: f(1, **{'c': 1, 'b': 2}))
def f(b=1, *, a): return locals()
t(lambda: f(a=1, b=2))
def f(**kw): return kw
t(lambda: f(c=1, **{'b': 1}, a=2))
