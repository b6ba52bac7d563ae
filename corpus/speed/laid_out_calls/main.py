"""Calls with keywords that the text lays out by the functions it defines, and what they meet when names change."""
def f(a, b=1, c=2): return (a, b, c)
def g(a, /, b, c=5): return (a, b, c)
def h(a, *, k): return a, k
class P:
    def __init__(self, x, y=2, z=3): self.t = (x, y, z)
    def m(self, x, y=2): return (x, y)
class Q:
    def m(self, y, x=7): return ('Q', x, y)
def run(fn, o):
    r = []
    for k in range(50):
        r = [f(1, c=3), f(a=1, b=4), f(c=1, a=2, b=3), g(1, c=2, b=3), h(1, k=2), P(1, z=5).t, P(x=1, y=0).t, o.m(x=1, y=4), o.m(2, y=1) if type(o) is P else 0]
        for call in (lambda: f(1, a=2), lambda: f(b=1), lambda: f(1, d=2), lambda: g(a=1, b=2), lambda: P(y=1), lambda: o.m(z=1), lambda: f(1, 2, 3, c=4)):
            try: call()
            except TypeError as e: r.append(str(e))
    return r
for o in (P(1), Q()):
    for x in run(f, o): print(x)
f.__defaults__ = (9,)
try: print(f(1, c=3))
except TypeError as e: print(e)
print(f(1, b=3))
f.__defaults__ = (9, 10)
print(f(1, c=3), f(1, b=3))
old = f
f = lambda *a, **k: (a, k)
print(f(1, c=3))
P.m = lambda self, **k: k
print(P(1).m(x=1, y=2), P(1).m(y=3))
class R(P):
    def __new__(cls, *a, **k): return (a, k)
P = R
print(P(1, z=5))
o = Q()
o.m = lambda **k: k
print(o.m(x=1, y=4))
def ev(x): print('ev', x); return x
print(old(ev(1), c=ev(2), b=ev(3)))
print(Q().m(x=ev(1), y=[ev(i) for i in (5, 6)]))
try: None.m(x=ev(1))
except AttributeError as e: print(e)
class M(type):
    def __call__(cls, *a, **k): return ('meta', a, k)
class P(metaclass=M):
    def __init__(self, x, z=1): pass
print(P(1, z=5))


def outer(n):
    def g(a, b=2, c=3): return (a, b, c)
    def h(a, *, k=5): return (a, k)
    for i in range(n): r = [g(1, c=i), g(a=i), g(i, b=1, c=2), h(i, k=1), h(a=i)]
    print(r)
    def g(a, c): return (c, a)
    print(g(1, c=2))
    g.__defaults__ = (7,)
    print(g(a=1))
    g = lambda *a, **k: (a, k)
    print(g(1, c=2))
    g = dict
    print(g(c=2))
    try: h(1, c=2)
    except TypeError as e: print(e)
    def caller(): return h(1, k=[ev(9)])
    print(caller())
    h = len
    try: caller()
    except TypeError as e: print(e)
    del h
    try: caller()
    except NameError as e: print(e)
def passed(g): return g(1, c=2)
outer(2000)
print(passed(lambda a, c: a - c), passed(dict(f=old)['f']))
