"""Functions that only hand on what they are given, hot, and every kind of call of them."""
import functools
def plain(*args, **kw): return args, sorted(kw.items())
def pos(a, b=2, *, k=3): return a, b, k
def relay(f):
    def w(*args, **kwargs):
        return f(*args, **kwargs)
    return w
def relay2(f):
    def w(self, *args, x=1, **kwargs):
        return x, f(self, *args, **kwargs), f(*args, 5, **kwargs), f(1, *args, *args)
    return w
def count(f):
    @functools.wraps(f)
    def w(*args, **kwargs):
        w.calls += 1
        return f(*args, **kwargs)
    w.calls = 0
    return w
def uses(*args, **kw):
    n = len(args)
    return n, plain(*args, **kw)
def rebinding(*args, **kw):
    args = args[1:]
    return plain(*args, **kw)
def nested(*args, **kw):
    return [plain(*args, **kw) for i in range(2)], (lambda: plain(*args))()
def both(*args, **kw): return plain(*args, a=1, **kw)
def gen(*args):
    yield from plain(*args)[0]
class A:
    def __init__(self, *args, **kw): self.t = plain(*args, **kw)
    def m(self, *args, **kw): return plain(self is not None, *args, **kw)
class B(A):
    def __init__(self, *args, **kw): super().__init__(*args, **kw)
    def m(self, *args, **kw): return super().m(*args, **kw)
def go():
    r = [relay(plain)(), relay(plain)(1, 2, c=3), relay(pos)(1), relay(pos)(1, k=9), relay(pos)(*[1, 2], **{'k': 4}),
         relay2(plain)(1, 2, y=3), count(plain)(1, z=2), uses(1, 2, q=1), rebinding(1, 2, q=1), nested(1, q=2), both(1, b=2),
         list(gen(1, 2)), A(1, x=2).t, B(1, x=2).t, A().m(1, x=2), B().m(3, y=4), list(map(relay(pos), [1, 2])),
         functools.partial(relay(plain), 1, a=2)(3, b=4), relay(relay(relay(pos)))(1, b=3), sorted([3, 1, 2], key=relay(lambda x: -x))]
    for f in (lambda: relay(pos)(), lambda: relay(pos)(1, 2, 3), lambda: relay(pos)(1, a=2), lambda: relay(pos)(1, zz=2), lambda: both(1, a=2),
              lambda: relay(plain)(1, **{'a': 1}, a=2), lambda: relay(plain)(1, **{1: 2}), lambda: relay(plain)(*3), lambda: relay2(plain)()):
        try: r.append(f())
        except TypeError as e: r.append(str(e))
    return r
for i in range(60): r = go()
for x in r: print(x)
print(relay(plain).__code__.co_flags, relay(plain).__code__.co_varnames)
