# pymp: python=3
"""super(cls, cls) leads to static methods, class methods and functions of the next class."""
class A:
    def __new__(cls, *args, **kw):
        print('A.__new__', cls.__name__, args, sorted(kw))
        return super(A, cls).__new__(cls)
    @staticmethod
    def s(*a): return ('s', a)
    @classmethod
    def c(cls, *a): return (cls.__name__, a)
    def m(self, *a): return (type(self).__name__, a)
class Static(staticmethod):
    def __get__(self, *a):
        print('got'); return super(Static, self).__get__(*a)
class B(A):
    def __new__(cls, *args):
        self = super(B, cls).__new__(cls, *args)
        return self
    @classmethod
    def all(cls):
        print(super(B, cls).s(), super(B, cls).s(1), super(B, cls).s(1, 2), super(B, cls).s(1, 2, 3, 4))
        print(super(B, cls).c(), super(B, cls).c(1, 2, 3))
        print(super(B, cls).m(B(5), 2))
        print(super().s(7), super().c(8), super().m(B(), 1))
    @classmethod
    def wrong(cls):
        try: print(super(B, cls).nothing())
        except AttributeError as e: print(e)
        try: print(super(C, cls).s())
        except TypeError as e: print(e)
        try: super(B, cls).__new__()
        except TypeError as e: print(e)
class C(B): pass
B.all(); C.all(); B.wrong()
A.s = Static(lambda *a: ('other', a))
B.all()
A.s = staticmethod(lambda *a: ('third', a))
B.all()
class M(type):
    def __call__(cls, *a):
        print('call', a); return super(M, cls).__call__(*a)
    def __new__(m, name, bases, ns):
        return super(M, m).__new__(m, name, bases, ns)
class D(metaclass=M):
    def __init__(self, a): self.a = a
print(D(3).a)
