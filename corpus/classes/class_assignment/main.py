# pymp: python=2,3
# Which classes an instance can be given, and what is said of the others.
class A(object):
    __slots__ = ('x', 'y')
class B(A):
    pass
class C(A):
    __slots__ = ()
class D(A):
    __slots__ = ('z',)
class E(object):
    __slots__ = ('x', 'y')
class F(object):
    pass
class G(int): pass
class H(object): __slots__ = ('x', 'z')
class I(F): pass
class J(F): __slots__ = ('q',)
class K(G): pass
class L(list): pass
class M: pass
K1 = [A, B, C, D, E, F, G, H, I, J, K, L, int, object, list, M, 5, len]
for x in K1:
    for y in K1:
        try:
            a = x()
        except Exception:
            continue
        try:
            a.__class__ = y
            print(x.__name__, y.__name__, 'ok')
        except Exception as e:
            print(x.__name__, getattr(y, '__name__', y), type(e).__name__, str(e))
