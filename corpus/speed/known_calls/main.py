"""isinstance, class methods called on classes, and == of plain objects: hot first, then everything changes."""
import builtins


class Meta(type):
    def __instancecheck__(cls, o):
        return o == 'yes'

    def make(cls, x):
        return 'meta', cls.__name__, x


class A:
    count = 0

    @classmethod
    def make(cls, x=0):
        cls.count += 1
        return cls.__name__, x

    @staticmethod
    def stat(x):
        return 'A', x


class B(A):
    pass


class C(A):
    def make(self, x=1):
        return 'plain', x


class D(A):
    make = 5


class E(A, metaclass=Meta):
    pass


class F(metaclass=Meta):
    pass


class G(B):
    @classmethod
    def make(cls, *args, **kwargs):
        return 'G', super().make(*args, **kwargs)


def kinds(o):
    return isinstance(o, A), isinstance(o, (int, str)), isinstance(o, (A, F)), isinstance(o, (bool, float, None.__class__))


def made():
    return A.make(1), B.make(), B.make(x=2), A().make(3), B().make(), G.make(4), G.make(x=5), G().make(), F.make(6), E.make(7)


def compare(a, b):
    if a == b:
        return 'same', a != b, (True if a != b else False)
    return 'other', a != b, (True if a != b else False)


a, b = A(), B()
for turn in range(500):
    kinds(a), kinds(3), kinds('x'), made(), compare(a, b), compare(a, None), compare(None, None)
print(kinds(a), kinds(b), kinds(3), kinds('yes'), kinds(True), kinds(None), kinds(2.5), kinds(E()), kinds(F()))
print(made(), A.count, B.count)
for bad in (lambda: isinstance(1, 3), lambda: isinstance(1, (3, int)), lambda: isinstance(1, (int, 3)), lambda: isinstance(1, nothing)):
    try:
        print(bad())
    except (TypeError, NameError) as error:
        print(error)
print(C().make(), C.make(C(), 4))
for bad in (lambda: C.make(), lambda: D.make(), lambda: A.make(1, 2), lambda: A.stat()):
    try:
        print(bad())
    except TypeError as error:
        print(error)
B.make = classmethod(lambda cls, x=0: ('new', cls.__name__, x))
print(made())
del B.make
A.make = staticmethod(lambda x=0: ('static', x))
print(B.make(1), A.make(2), A().make(3))
A.make = lambda self, x=0: ('method', x)
print(A.make(1, 2), A().make(3))
A.make = classmethod(print)
A.make('printed')
real = isinstance
isinstance = lambda o, c: 'global'
print(kinds(a))
del isinstance
builtins.isinstance = lambda o, c: ('builtin', c)
print(kinds(3)[1])
builtins.isinstance = real
print(kinds(3))
print(compare(a, a), compare(a, b), compare(None, a), compare(a, 3), compare(3, a))
A.__ne__ = lambda self, other: 'ne'
print(compare(a, a), compare(a, b), compare(None, a))
del A.__ne__
A.__eq__ = lambda self, other: True
print(compare(a, a), compare(a, b), compare(None, a), compare(a, 3), compare(3, a))
del A.__eq__
print(compare(a, a), compare(a, b), compare(None, a))
