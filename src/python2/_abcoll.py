"""The abstract base classes of collections, under the name that they have in Python 2."""

from collections import (Callable, Container, Hashable, ItemsView, Iterable, Iterator, KeysView, Mapping,
                         MappingView, MutableMapping, MutableSequence, MutableSet, Sequence, Set, Sized, ValuesView)

__all__ = ['Hashable', 'Iterable', 'Iterator', 'Sized', 'Container', 'Callable', 'Set', 'MutableSet', 'Mapping',
           'MutableMapping', 'MappingView', 'KeysView', 'ItemsView', 'ValuesView', 'Sequence', 'MutableSequence']
