# pymp: python=2,3
"""Objects that answer by themselves for what pickling and copying ask: `__getattr__`, `__getattribute__`, attributes of their own."""
from __future__ import print_function
import copy
import pickle
import sys

try:
    import cPickle
except ImportError:
    cPickle = None


class Dict(object):
    def __init__(self):
        self.x = 1

    def __getattribute__(self, name):
        if name == '__dict__':
            return {'y': 2}
        return object.__getattribute__(self, name)


class DictProperty(object):
    def __init__(self):
        self.x = 1

    @property
    def __dict__(self):
        return {'z': 3}


class Slots(object):
    __slots__ = ('a',)

    def __init__(self):
        self.a = 4

    def __getattribute__(self, name):
        if name == '__dict__':
            return {'y': 2}
        return object.__getattribute__(self, name)


class State(object):
    def __init__(self):
        self.x = 1

    def __getattribute__(self, name):
        if name == '__getstate__':
            return lambda: {'state': 5}
        if name == '__reduce_ex__' and sys.version_info[0] == 3:
            print('asked', name)
        return object.__getattribute__(self, name)


class Delegate(object):
    def __init__(self):
        self.x = 1

    def __getattr__(self, name):
        print('looked for', name)
        if name == '__getstate__':
            return lambda: {'state': 6}
        raise AttributeError(name)


class Classic:
    def __init__(self):
        self.x = 1

    def __getattr__(self, name):
        print('looked for', name)
        if name == '__getstate__':
            return lambda: {'state': 7}
        raise AttributeError(name)


def content(o):
    try:
        return sorted((name, value) for name, value in object.__getattribute__(o, '__dict__').items())
    except (AttributeError, TypeError):
        return [getattr(o, 'a', None)]


ways = [('copy', copy.copy), ('deepcopy', copy.deepcopy)]
for module in (pickle, cPickle):
    for protocol in range(module.HIGHEST_PROTOCOL + 1 if module else 0):
        ways.append(('%s %d' % (module.__name__, protocol), lambda o, m=module, p=protocol: m.loads(m.dumps(o, p))))
for cls in (Dict, DictProperty, Slots, State) + ((Delegate,) if sys.version_info[0] == 2 else ()):
    for name, way in ways:
        try:
            print(cls.__name__, name, content(way(cls())))
        except Exception as error:
            print(cls.__name__, name, type(error).__name__, error)
if sys.version_info[0] == 2:
    for name, way in ways:
        print(name, vars(way(Classic())))
    print(hasattr(object(), '__getstate__'), hasattr(object, '__getstate__'))
