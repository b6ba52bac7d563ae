"""The library's own modules, which are Python 3's and hidden from the program, and old-style classes made from theirs."""

from types import ClassType as _ClassType

#: What every class has by itself, or only for Python 3's `with`.
_OWN = frozenset(['__dict__', '__weakref__', '__doc__', '__module__', '__qualname__', '__enter__', '__exit__',
                  '__firstlineno__', '__static_attributes__', '__classcell__', '__metaclass__'])


def library(name):
    """The library's module of this name."""
    return __import__('@' + name, {}, {}, ['*'])


def classic(source, *leave):
    """A `__metaclass__` for an old-style class that also has what `source`, a class of the library, defines.

    What the class defines itself wins; the names in `leave` are not taken.
    """
    def make(name, bases, namespace):
        members = dict(item for item in vars(source).items() if item[0] not in _OWN and item[0] not in leave)
        del namespace['__metaclass__']
        members.update(namespace)
        return _ClassType(name, bases, members)
    return make
