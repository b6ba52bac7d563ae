# pymp: python=2
"""Comparisons of old-style instances go by what their __coerce__ makes of them."""
class A:
    def __init__(self, x=2): self.x = x
    def __cmp__(self, other): print 'cmp', type(other), self.x; return 1
    def __coerce__(self, other): return (other, 2)
class B:
    def __cmp__(self, other): return 1
class C(object):
    def __cmp__(self, other): return 1
class D:
    def __coerce__(self, other): return (1, 2)
class E:
    def __coerce__(self, other): return (1, 1)
class F:
    def __coerce__(self, other): return None
    def __cmp__(self, other): return -1
a = A(); b = B(); c = C(); d = D(); e = E(); f = F()
print a == a, a < 1, a > 1, 1 < a, cmp(a, a), a == A(), a != a
print b == b, b < b, cmp(b, b), b in [b], b == 1
print c == c, cmp(c, c)
print d == d, cmp(d, d), d < d, d == 5, 5 == d, cmp(5, d)
print e == e, cmp(e, D()), e == 7, 7 == e, e == d
print f == f, cmp(f, 1), 1 < f
