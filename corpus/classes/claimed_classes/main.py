# pymp: python=2,3
"""isinstance for objects whose __class__ says something else than their type, before and after that changes."""
from __future__ import print_function
import weakref


class Real(object):
    pass


class Claiming(object):
    @property
    def __class__(self):
        return Real


class Plain(object):
    pass


class Base(object):
    pass


class Derived(Base):
    pass


class Named(Plain):
    __class__ = Real


class Answering(object):
    def __getattribute__(self, name):
        if name == '__class__':
            return Real
        return object.__getattribute__(self, name)


class Forwarding(object):
    def __getattr__(self, name):
        print('asked', name)
        raise AttributeError(name)


def show(label, o):
    print(label, isinstance(o, Real), isinstance(o, (int, str, Real)), isinstance(o, Plain), isinstance(o, type(o)), isinstance(o, int))


for _ in range(2):
    for maker in (Real, Claiming, Plain, Named, Answering, Forwarding, Derived):
        show(maker.__name__, maker())

plain = Plain()
show('before', plain)
plain.__class__ = Real
show('after', plain)
print(isinstance(plain, Plain))

derived = Derived()
show('before', derived)
Derived.__bases__ = (Claiming,)
show('after', derived)
Derived.__bases__ = (Base,)
show('again', derived)

held = Real()
proxy = weakref.proxy(held)
show('proxy', proxy)
print(proxy.__class__ is Real, type(proxy) is Real, isinstance(proxy, weakref.ProxyType))
show('function', show)
show('class', Real)
show('list', [])
show('none', None)
print(isinstance(5, (str, (bytes, (int,)))), isinstance(True, int), isinstance(Real, type), issubclass(Derived, Base))
