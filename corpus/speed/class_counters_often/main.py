"""Class attributes that are stored often, and what becomes of them when classes change meanwhile."""
class A:
    n = 0
class B(A): pass
def hot(k):
    for i in range(300):
        A.n += 1
        k.m = i
hot(A)
print(A.n, B.n, A().n, B().n, A.m, B().m, A.__dict__['n'])
B.n = 5
hot(A); print(A.n, B.n, B().n)
class Mixin: pass
class D(Mixin, A): pass
hot(A); print(A.n, D.n, D().n, D().m)
A.n = property(lambda self: 42)
print(A().n, B().n, D().n)
A.n = 1
hot(A); hot(D)
print(A.n, D.n, D.m, A.m)
del A.n
print(hasattr(A, 'n'), hasattr(D, 'n'))
A.n = 0
hot(A); print(A.n, D().n, vars(A)['n'])
class Meta(type):
    def __setattr__(c, k, v): type.__setattr__(c, k, v + 1 if isinstance(v, int) else v)
class E(metaclass=Meta): m = 0
hot(E); print(E.m)
setattr(A, 'we ird"', 1)
for i in range(300): setattr(A, 'we ird"', i)
print(getattr(A(), 'we ird"'))
