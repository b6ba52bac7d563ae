"""Class attributes that change all the time, with classes below: then functions, properties and descriptors in their place."""
class A:
    n = 0
    s = 'x'
    def __init__(self): A.n += 1
class B(A): pass
class C(B):
    n = 100
class M1: m = 0
class M2: pass
class X(M1, M2): pass
class Y(X): pass
class O(A):
    def __getattribute__(self, name): return object.__getattribute__(self, name)
class Meta(type):
    def __setattr__(cls, name, value):
        log.append(name)
        super().__setattr__(name, value)
log = []
class Z(metaclass=Meta):
    n = 0
def go(k):
    for i in range(k):
        A(); B(); C(); O()
        M1.m += 1
        Z.n += 1
        A.s = 'x' * (i % 3)
go(500)
print(A.n, B.n, C.n, B().n, C().n, O().n, M1.m, X.m, Y.m, Y().m, Z.n, len(log), A.s, B.s, O().s)
b, c, o = B(), C(), O()
A.n = lambda self: 'fn'
print(type(b.n).__name__, b.n())
A.n = 5
print(B.n, b.n, C.n, o.n)
A.n = property(lambda self: 'prop')
print(b.n, c.n)
A.n = 1.5
A.n += 1
print(B.n, C.n)
class C2(B): pass
A.n += 1
print(C2.n, C2().n)
del A.n
try: print(B.n)
except AttributeError as e: print(e)
class Node:
    last = None
    table = ()
    def __init__(self): Node.last = self; Node.table = (self,)
class Leaf(Node): pass
class Desc:
    def __get__(self, o, t): return 'got'
for i in range(300): Node(); x = Leaf()
print(Leaf.last is x, Node().last is Node.last, Leaf().table == Leaf.table)
Node.last = Desc()
print(Node.last, Leaf.last, x.last)
Node.last = Desc
print(x.last is Desc)
Node.last = staticmethod(len)
print(Leaf.last('abc'))


class Count:
    n = m = 0
    def up(self, k):
        for i in range(k):
            Count.n += 1
            Count.m += 2
    @staticmethod
    def seen(*classes):
        return [(c.n, c().n, c.__dict__.get('n'), c.m) for c in classes]
class Plain: pass
class Below(Count): pass
Count().up(500)
class Both(Plain, Below): pass
Count().up(5)
print(Count.seen(Count, Below, Both))
class Fixed(Both): n = 'own'
Count().up(5)
print(Count.seen(Count, Below, Both, Fixed))
Count.n = lambda self: 'called'
print(Both().n(), Below().n())
Count.n = 3
Count().up(2)
print(Count.seen(Count, Below, Both, Fixed))
del Count.n
try: Count().up(1)
except AttributeError as e: print(e)
Count.n = 0
Count().up(300)
print(Count.seen(Count, Both))
class Noticed(type):
    @property
    def n(cls): return 'of the metaclass'
    @n.setter
    def n(cls, value): print('through the metaclass', value)
class Watched(metaclass=Noticed): m = 1
for i in range(300): Watched.m += 1
Watched.n = Watched.m
print(Watched.n, Watched.m)
