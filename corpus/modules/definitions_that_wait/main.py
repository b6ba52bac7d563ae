"""Classes of the library are there for whoever looks, in whichever way, though nobody has asked for them by name."""
import collections
import contextlib
import functools
import inspect
import logging
import socket
import string
import tokenize
import typing
import urllib.parse

print(socket.socket.__mro__[1].__module__, issubclass(socket.socket, socket.SocketType), socket.socket.__slots__[:1])
print(functools._CacheInfo.__module__, functools.lru_cache(len).cache_info())
print(inspect.FullArgSpec.__module__, inspect.FullArgSpec._fields[:2], inspect.getfullargspec(lambda a, *b: 0).varargs)
print(tokenize.TokenInfo.__mro__[1].__module__, urllib.parse.SplitResult.__mro__[1].__module__)
print(typing.T.__module__, typing.SupportsInt.__module__, typing.List[int], typing.Union[int, str], typing.Text)
print([name for name in vars(functools) if name.startswith('cached')], 'partialmethod' in dir(functools))
print('Formatter' in vars(string), hasattr(string, 'Template'), string.Template.pattern.pattern[:5] == '\n    ')
print(sorted(c.__name__ for c in collections.abc.MutableMapping.__subclasses__() if c.__module__ == 'collections'))
print(logging.Formatter.__subclasses__(), logging.Filterer.__subclasses__() == [logging.Handler, logging.Logger])
print(list(vars(contextlib)).index('closing') < list(vars(contextlib)).index('suppress'))


class Mine(collections.UserDict):
    pass


print(isinstance(Mine(), collections.abc.Mapping), collections.UserDict.__subclasses__())
print(isinstance(3, collections.abc.Mapping), issubclass(collections.ChainMap, collections.abc.MutableMapping))


def deep(n):
    if n == 0:
        return contextlib.ExitStack().__class__.__name__, inspect.BoundArguments.__name__
    return deep(n - 1)


print(deep(900))
typing.TypedDict

import abc


def answering(answer):
    class Odd(metaclass=abc.ABCMeta):
        __subclasses__ = answer

    return Odd


for answer in (lambda: 42, lambda: [list], lambda: []):
    try:
        print(issubclass(list, answering(answer)))
    except TypeError as error:
        print(error)
scope = {}
exec('from contextlib import *', scope)
print(scope['nullcontext'] is contextlib.nullcontext, sorted(n for n in scope if 'null' in n))
old = typing.NamedTuple
contextlib.suppress = 'changed'
print(contextlib.suppress, contextlib.closing.__name__)
del contextlib.closing
try:
    contextlib.closing
except AttributeError as error:
    print(error)

import sys

for name in ('functools', '_functools', 'collections', '_collections'):
    sys.modules.pop(name, None)
sys.modules['_functools'] = None
sys.modules['_collections'] = None
try:
    import collections as slow

    import functools as own

    print(own.partial.__module__, own.partial(pow, 2)(3), own.reduce(lambda a, b: a + b, [1, 2]), type(own.partial))
    print(slow.OrderedDict(a=1), slow.OrderedDict is collections.OrderedDict)
except ImportError as error:
    print(type(error).__name__, error)
