# pymp: python=3
"""A module that a package only shows: it is there without it, and the same whichever way one comes to it."""
import sys
import collections.abc
import collections.abc as abstract
from collections.abc import Mapping, Sequence

print(Mapping is collections.abc.Mapping, abstract is collections.abc, isinstance({}, Mapping))
print('collections.abc' in sys.modules, sys.modules['collections.abc'] is abstract, abstract.__name__)
print(sum(isinstance([], collections.abc.Sequence) for _ in range(40)), issubclass(tuple, Sequence))
import collections
from importlib import import_module

print(collections.abc is abstract, import_module('collections.abc') is abstract, collections.Counter('aab'))


class Pairs(collections.abc.Mapping):
    def __init__(self, **pairs):
        self.pairs = pairs

    def __getitem__(self, key):
        return self.pairs[key]

    def __iter__(self):
        return iter(self.pairs)

    def __len__(self):
        return len(self.pairs)


print(dict(Pairs(a=1, b=2)), Pairs(a=1) == {'a': 1}, 'b' in Pairs(a=1))
