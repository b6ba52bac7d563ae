# pymp: python=2,3
"""A data descriptor of the metaclass goes before what the class has; a descriptor's AttributeError gives __getattr__ its turn."""
from __future__ import print_function


class Raises(object):
    def __get__(self, instance, owner):
        raise AttributeError('raised')


class Data(object):
    def __get__(self, instance, owner):
        return 'data of', type(instance).__name__, owner.__name__

    def __set__(self, instance, value):
        print('set', instance.__name__, value)


class Meta(type):
    data = Data()

    @property
    def computed(cls):
        return 'computed for ' + cls.__name__

    @property
    def failing(cls):
        raise AttributeError('fails')

    def plain(cls):
        return 'method of the metaclass'

    def __getattr__(cls, name):
        return 'instead of ' + name


A = Meta('A', (object,), {'computed': 1, 'data': 2, 'failing': 3, 'plain': 4, 'raises': Raises()})


class B(A):
    pass


class C(A):
    computed = 'own'
    plain = 'own'


class Base(object):
    computed = 'base'
    plain = 'base'


D = Meta('D', (Base,), {})
for cls in (A, B, C, D):
    print(cls.__name__, cls.computed, cls.data, cls.failing, cls.raises, cls.late)
    print('  ', cls.plain if isinstance(cls.plain, (str, int)) else cls.plain(), getattr(cls, 'computed'), 'computed' in vars(cls))
print(Base.computed, A().computed, A().data, C().computed)
A.raised_later = Raises()
print(A.raised_later, B.raised_later)
A.data = 5
try:
    A.computed = 6
except AttributeError as error:
    print(type(error).__name__)


class Plain(object):
    raises = Raises()

    def __getattr__(self, name):
        return 'instead of ' + name


print(Plain().raises)
try:
    print(Plain.raises)
except AttributeError as error:
    print(error)
