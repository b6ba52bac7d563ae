"""Assignment to `__bases__`, to `__class__` between slots, and what metaclasses do meanwhile."""


class A:
    def f(self):
        return 'A.f'


class B:
    def g(self):
        return 'B.g'

    def f(self):
        return 'B.f'


class C(A):
    pass


class D(C):
    pass


d = D()
print(d.f(), hasattr(d, 'g'), [c.__name__ for c in D.__mro__])
C.__bases__ = (B, A)
print(d.f(), d.g(), [c.__name__ for c in D.__mro__], B.__subclasses__(), A.__subclasses__())
C.__bases__ = (A,)
print(d.f(), hasattr(d, 'g'), B.__subclasses__())


class L(list):
    pass


class E(D, B):
    pass


def refused(cls, bases):
    try:
        cls.__bases__ = bases
    except TypeError as error:
        print(error)


refused(L, (dict,))
refused(C, (D,))
refused(C, (A, A))
refused(C, ())
refused(C, (1,))
refused(C, (type(None),))
refused(C, (C,))
print([c.__name__ for c in E.__mro__])


class Slots1:
    __slots__ = ['a', 'b']


class Slots2:
    __slots__ = ['b', 'a']


class Slots3:
    __slots__ = ['a', 'b', 'c']


s = Slots1()
s.a = 1
s.__class__ = Slots2
print(type(s).__name__, s.a)
try:
    s.__class__ = Slots3
except TypeError as error:
    print(error)


class Meta(type):
    def __init__(cls, *args):
        print('made', cls.__name__)

    def mro(cls):
        return [cls, object] if cls.__name__ == 'Short' else type.mro(cls)


class Short(A, metaclass=Meta):
    pass


print(type(Short()), Short.__mro__, hasattr(Short, 'f'))
for result in 1, [1], [dict]:
    try:
        class Bad(metaclass=type('M', (type,), {'mro': lambda cls: result})):
            pass
    except TypeError as error:
        print(error)
for act in (lambda: object.__setattr__(A, 'x', 1), lambda: object.__delattr__(A, 'f'), lambda: object.__init__(A(), 1)):
    try:
        act()
    except TypeError as error:
        print(error)
