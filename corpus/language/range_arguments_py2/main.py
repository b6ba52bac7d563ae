# pymp: python=2
# What Python 2 takes for an integer: __int__, __long__, __index__ and __trunc__ of both kinds of classes
def t(*a):
    try: print range(*a)
    except Exception as e: print type(e).__name__, e
class I(object):
    def __int__(self): return 3
class J(object):
    def __int__(self): return 'x'
class K(object):
    def __index__(self): return 2
class O:
    def __int__(self): return 'x'
class P:
    def __int__(self): return 4
class Q:
    def __index__(self): return 4
class R:
    def __int__(self): return 2.5
for a in [('a',), ('a', 'b'), (1, 'b'), ('a', 1), (1, 2, 'c'), ('a', 2, 'c'), (1, 'b', 'c'), ('a','b','c'), (1.5,), (1, 2.5), (1.5, 2), (1,2,0), (1, 2, 0.5), (None,), (I(),), (J(),), (K(),), (O(),), (P(),), (Q(),), (R(),), (1, O()), (O(), 5), (2**63,), (2**63, 2**63+2), (2**70, 2**70+3), (1, 2**70), (0, 10, 2**70), ('a', 2**70), (2**70, 'a'), (u'x',), (1, K()), (), (1,2,3,4), (True,), (3L,), (0, 5, 0L)]: t(*a)
for f in (hex, oct, bin, chr, unichr, int, long, float, abs, xrange, range, [].__getitem__, [1].insert, 'a'.__mul__, 'abc'.center, 'abc'.zfill, u'abc'.center):
    for o in (I(), J(), K(), O(), P(), Q(), R(), 'x', 2.5, None):
        try: print f.__name__, repr(f(o))
        except Exception as e: print f.__name__, type(e).__name__, e
class A(object):
    def __long__(self): return 5L
class B(object):
    def __int__(self): return 5
class C(object):
    def __long__(self): return 5
class D:
    def __long__(self): return 'x'
class E:
    def __int__(self): return 'x'
class F(object):
    def __int__(self): return 2.5
class G(object):
    def __trunc__(self): return 7
class H(object):
    def __long__(self): return 'x'
class I(object):
    def __int__(self): return 2**65
class J(object):
    def __index__(self): return 3
for K in A,B,C,D,E,F,G,H,I,J:
    for f in int, long:
        try: print K.__name__, f.__name__, repr(f(K()))
        except Exception as e: print K.__name__, f.__name__, type(e).__name__, e
