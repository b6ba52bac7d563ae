# pymp: python=3
"""The abstract classes of collections.abc, of which most wait until somebody asks for them."""
from collections.abc import *
import collections.abc as c
print(isinstance([], Sequence), isinstance({}, Mapping), isinstance({}, MutableMapping), isinstance((), Sequence), isinstance('', Sequence), isinstance(5, Iterable), isinstance(b'', ByteString) if 'ByteString' in dir() else None)
print([x.__name__ for x in c.Collection.__subclasses__()], [x.__name__ for x in c.Sized.__subclasses__()], [x.__name__ for x in Iterable.__subclasses__()])
print(issubclass(set, MutableSet), issubclass(frozenset, Set), issubclass(dict.keys({}).__class__, KeysView), isinstance(iter([]), Iterator), isinstance((i for i in ()), Generator))
from collections import deque, Counter, UserDict, ChainMap, OrderedDict
print(isinstance(deque(), MutableSequence), issubclass(UserDict, Mapping), issubclass(ChainMap, MutableMapping), issubclass(range, Sequence), issubclass(memoryview, Sequence))


class Squares(Sequence):
    def __len__(self):
        return 3

    def __getitem__(self, i):
        return i * i


print(list(Squares()) if not isinstance(Squares(), Reversible) else list(reversed(Squares())), isinstance(Squares(), Collection))


class Odd:
    pass


print(issubclass(Odd, Mapping), issubclass(Odd, Set))
MutableMapping.register(Odd)
print(issubclass(Odd, Mapping), issubclass(Odd, MutableMapping), issubclass(Odd, Set))
