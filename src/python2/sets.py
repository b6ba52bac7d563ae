"""Sets as they were before set and frozenset: hashable ones, and ones that change."""

__all__ = ['BaseSet', 'Set', 'ImmutableSet']

import warnings
warnings.warn('the sets module is deprecated', DeprecationWarning, stacklevel=2)


def _own(element):
    """An element as it is kept: sets that change are kept as ones that do not."""
    make = getattr(element, '__as_immutable__', None)
    return element if make is None else make()


def _seen(element):
    """The same for a look-up."""
    make = getattr(element, '__as_temporarily_immutable__', None)
    return element if make is None else make()


def _operator(name):
    def operate(self, other):
        if not isinstance(other, BaseSet):
            return NotImplemented
        return getattr(self, name)(other)
    return operate


class BaseSet(object):
    """What both kinds have."""

    __slots__ = ['_data']

    def __init__(self):
        if self.__class__ is BaseSet:
            raise TypeError('BaseSet is an abstract class.  Use Set or ImmutableSet.')

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return '%s(%r)' % (self.__class__.__name__, self._data.keys())

    __str__ = __repr__

    def __iter__(self):
        return self._data.iterkeys()

    def __cmp__(self, other):
        raise TypeError("can't compare sets using cmp()")

    def __eq__(self, other):
        return isinstance(other, BaseSet) and self._data == other._data

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def copy(self):
        made = self.__class__()
        made._data.update(self._data)
        return made

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        made = self.__class__()
        memo[id(self)] = made
        for element in self:
            made._data[deepcopy(element, memo)] = True
        return made

    def _of(self, elements):
        made = self.__class__()
        made._data = dict.fromkeys(elements, True)
        return made

    def union(self, other):
        made = self.copy()
        made._update(other)
        return made

    def intersection(self, other):
        other = other if isinstance(other, BaseSet) else Set(other)
        small, big = (self, other) if len(self) <= len(other) else (other, self)
        return self._of([element for element in small if element in big._data])

    def symmetric_difference(self, other):
        other = other if isinstance(other, BaseSet) else Set(other)
        return self._of([element for element in self if element not in other._data] +
                        [element for element in other if element not in self._data])

    def difference(self, other):
        other = other if isinstance(other, BaseSet) else Set(other)
        return self._of([element for element in self if element not in other._data])

    __or__ = _operator('union')
    __and__ = _operator('intersection')
    __xor__ = _operator('symmetric_difference')
    __sub__ = _operator('difference')

    def __contains__(self, element):
        try:
            return element in self._data
        except TypeError:
            seen = _seen(element)
            if seen is element:
                raise
            return seen in self._data

    def _binary_sanity_check(self, other):
        if not isinstance(other, BaseSet):
            raise TypeError('Binary operation only permitted between sets')

    def issubset(self, other):
        self._binary_sanity_check(other)
        return len(self) <= len(other) and all(element in other._data for element in self)

    def issuperset(self, other):
        self._binary_sanity_check(other)
        return other.issubset(self)

    __le__ = issubset
    __ge__ = issuperset

    def __lt__(self, other):
        self._binary_sanity_check(other)
        return len(self) < len(other) and self.issubset(other)

    def __gt__(self, other):
        self._binary_sanity_check(other)
        return len(self) > len(other) and self.issuperset(other)

    def _compute_hash(self):
        result = 0
        for element in self:
            result ^= hash(element)
        return result

    def _update(self, iterable):
        if isinstance(iterable, BaseSet):
            self._data.update(iterable._data)
            return
        for element in iterable:
            try:
                self._data[element] = True
            except TypeError:
                own = _own(element)
                if own is element:
                    raise
                self._data[own] = True


class ImmutableSet(BaseSet):
    """A set that can be an element and a key."""

    __slots__ = ['_hashcode']

    def __init__(self, iterable=None):
        self._hashcode = None
        self._data = {}
        if iterable is not None:
            self._update(iterable)

    def __hash__(self):
        if self._hashcode is None:
            self._hashcode = self._compute_hash()
        return self._hashcode

    def __getstate__(self):
        return self._data, self._hashcode

    def __setstate__(self, state):
        self._data, self._hashcode = state


class Set(BaseSet):
    """A set that changes."""

    __slots__ = []

    def __init__(self, iterable=None):
        self._data = {}
        if iterable is not None:
            self._update(iterable)

    def __getstate__(self):
        return self._data,

    def __setstate__(self, data):
        self._data, = data

    def _become(self, other):
        self._data = other._data

    def union_update(self, other):
        self._update(other)

    def update(self, iterable):
        self._update(iterable)

    def intersection_update(self, other):
        self._become(self.intersection(other))

    def difference_update(self, other):
        self._become(self.difference(other))

    def symmetric_difference_update(self, other):
        self._become(self.symmetric_difference(other))

    def __ior__(self, other):
        self._binary_sanity_check(other)
        self._update(other)
        return self

    def __iand__(self, other):
        self._binary_sanity_check(other)
        self.intersection_update(other)
        return self

    def __isub__(self, other):
        self._binary_sanity_check(other)
        self.difference_update(other)
        return self

    def __ixor__(self, other):
        self._binary_sanity_check(other)
        self.symmetric_difference_update(other)
        return self

    def clear(self):
        self._data.clear()

    def add(self, element):
        self._update([element])

    def remove(self, element):
        try:
            del self._data[element]
        except TypeError:
            seen = _seen(element)
            if seen is element:
                raise
            del self._data[seen]

    def discard(self, element):
        try:
            self.remove(element)
        except KeyError:
            pass

    def pop(self):
        return self._data.popitem()[0]

    def __as_immutable__(self):
        return ImmutableSet(self)

    def __as_temporarily_immutable__(self):
        return ImmutableSet(self)
