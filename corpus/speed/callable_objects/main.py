"""Objects that can be called: hot first, with every number of arguments, and changed under way."""
class A:
    def __init__(self, k): self.k = k
    def __call__(self, *args, **kw): return self.k, args, kw
class B(A):
    def __call__(self, x=0): return 'B', self.k, x
class M(type):
    def __call__(cls, *args): return 'made', cls.__name__, args
class C(metaclass=M):
    def __call__(self): return 'never'
class D(metaclass=M): pass
class E:
    __call__ = A(9)
class F:
    @classmethod
    def __call__(cls, *a): return 'class', cls.__name__, a
    @staticmethod
    def other(): pass
class G:
    __call__ = staticmethod(lambda *a: ('static', a))
class N(M): pass
class H(metaclass=N): pass
class T(type): pass
class U(metaclass=T):
    def __init__(self, *a): self.a = a
    def __call__(self): return 'u', self.a
def go(fs):
    r = []
    for f in fs:
        for call in (lambda: f(), lambda: f(1), lambda: f(1, 2), lambda: f(1, 2, 3), lambda: f(1, 2, 3, 4), lambda: f(*[7]), lambda: f(x=5)):
            try:
                v = call()
                r.append(v.a if type(v).__name__ == 'U' else v)
            except TypeError as e: r.append(str(e))
    return r
fs = [A(1), B(2), C, D, E(), F(), G(), H, U, U(5), 3, None]
for i in range(40): r = go(fs)
for x in r: print(x)
A.__call__ = lambda self, *a: ('new', a)
print(go([A(1), B(2)]))
del B.__call__
print(go([B(3)]))
a = A(1)
a.__call__ = lambda: 'instance'
print(a(1))
