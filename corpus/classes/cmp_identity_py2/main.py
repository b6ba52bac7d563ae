# pymp: python=2
"""`__cmp__` is asked about an object and itself, too."""
class A:
    def __cmp__(self, o): return -1
class B(object):
    def __cmp__(self, o): return -1
class C(dict):
    def __cmp__(self, o): return -1
class D(list):
    def __cmp__(self, o): return -1
class F(str):
    def __cmp__(self, o): return -1
class G(Exception):
    def __cmp__(self, o): return -1
class H(tuple):
    def __cmp__(self, o): return -1
for c in (A, B, C, D, F, G, H):
    a = c(); b = c()
    print c.__name__, a == a, a == b, a != a, a < b, a > b, a <= a, cmp(a, a), cmp(a, b), a in [a], [a] == [a], sorted([a, b])[0] is a
