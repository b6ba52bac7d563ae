# pymp: python=2
# hasattr takes every exception for an attribute that is not there; keywords may be unicode; zip refuses what does not iterate
class G(object):
    def __get__(self, a, b): return 1 // 0
class P(object):
    x = property(lambda s: 1 // 0)
    g = G()
    def __getattr__(self, n): raise ValueError(n)
class Q(object):
    x = property(lambda s: 1 // 0)
    g = G()
class O:
    def __getattr__(self, n): raise ValueError(n)
class K(object):
    def __getattr__(self, n): raise KeyboardInterrupt(n)
for c in (P, Q, O, K):
    for n in ('x', 'g', 'zz'):
        try: print c.__name__, n, hasattr(c(), n)
        except BaseException as e: print type(e), e
        try: print getattr(c(), n, 'dflt')
        except BaseException as e: print type(e), e
print hasattr(Q(), 'x'), hasattr(Q(), 'g'), hasattr(Q, 'g')
def f(a, **k): return a, sorted(k)
def g(): return 1
def h(*a): return a
for kw in ({1: 2}, {'abc': 1, 1: 2}, {u'a': 1}, {u'zz': 1, 'a': 2}, {'a': 1, None: 3}):
    for fn in (f, g, h, P, dict, sorted, ''.join, f.__get__(1), lambda a=1: a):
        try: print fn(**kw)
        except Exception as e: print type(e).__name__, str(e).split(' at 0x')[0]
class A(object):
    def f1(self): pass
try: A.f1(**{1: 2})
except TypeError as e: print e
class It:
    def __iter__(self): return 5
for a in (It(), 5, None):
    try: zip(a)
    except TypeError as e: print e
    try: zip([1], a)
    except TypeError as e: print e
    try: map(None, a)
    except TypeError as e: print e
