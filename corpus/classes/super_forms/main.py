class C:
    def f(self): return super().__repr__()
for a,b in ((int, C()), (C, []), (C, list)):
    try: super(a,b)
    except TypeError as e: print(e)
class D(C):
    def g(self):
        del self
        super()
    def h(): super()
try: D().g()
except RuntimeError as e: print(e)
try: D.h()
except RuntimeError as e: print(e)
class P:
    def __init__(self, o): self.__dict__['_o']=o
    def __getattribute__(self, n):
        return getattr(object.__getattribute__(self,'_o'), n) if n != '_o' else object.__getattribute__(self, n)
class B:
    def f(self): return 'B.f'
class A(B):
    def f(self): return super(A, self).f() + '->A.f'
print(A.__dict__['f'](P(A())))
class Meta(type):
    def mro(self):
        self.__dict__['f']()
        return super().mro()
class X(metaclass=Meta):
    def f(): global t; t = __class__
print(t is X)
class Call:
    n=0
    def __call__(self, *a): Call.n += 1
class De: pass
De.__set__ = Call()
class E: i = De()
E().i = 3; print(Call.n)
