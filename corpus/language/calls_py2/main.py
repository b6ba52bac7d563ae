# pymp: python=2
"""What a wrong number of arguments says."""
def t(f, *a, **k):
    try: print f(*a, **k)
    except TypeError, e: print e
def f0(): pass
def f1(a): pass
def f2(a, b=2): pass
def f3(a, b, *c): pass
def f4(a, b=3, *c, **k): pass
def f5(**k): pass
def f6(*c): pass
def f7(a=1): pass
class C:
    def m(self): pass
    def n(self, x, y=1): pass
for f in (f0, f1, f2, f3, f4, f5, f6, f7, C().m, C().n, C.m):
    for a in ((), (1,), (1, 2), (1, 2, 3)):
        for k in ({}, {'a': 1}, {'z': 1}, {'b': 1}, {'a': 1, 'z': 2}):
            t(f, *a, **k)
