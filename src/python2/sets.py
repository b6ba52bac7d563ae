"""Sets as they were before set and frozenset: hashable ones, and ones that change."""

import warnings as _warnings

__all__ = 'BaseSet Set ImmutableSet'.split()

_warnings.warn('the %s module is deprecated' % __name__, DeprecationWarning, stacklevel=2)


def _with_key(element, form, use):
    """What use(key) gives for an element; for one without a hash, of the form of it that has one."""
    try:
        return use(element)
    except TypeError:
        hashable = getattr(element, form, None)
        if hashable is None:
            raise
    return use(hashable())


def _put(data, elements):
    """Makes elements keys of a dictionary, in their order; gives it back."""
    if isinstance(elements, BaseSet):
        data.update(elements._data)
        return data
    for element in elements:
        _with_key(element, '__as_immutable__', lambda key: data.__setitem__(key, True))
    return data


def _keys(elements):
    """The elements as the keys of a dictionary, which is not to be changed."""
    return elements._data if isinstance(elements, BaseSet) else _put({}, elements)


def _operator(name):
    def operate(self, other):
        return getattr(self, name)(other) if isinstance(other, BaseSet) else NotImplemented

    return operate


def _in_place(name):
    def operate(self, other):
        self._binary_sanity_check(other)
        getattr(self, name)(other)
        return self

    return operate


class BaseSet(object):
    """What both kinds have: the elements are the keys of the dictionary _data."""

    __slots__ = _pickled = ('_data',)
    __hash__ = None
    __or__, __and__, __xor__, __sub__ = map(
        _operator, ('union', 'intersection', 'symmetric_difference', 'difference'))

    def __init__(self):
        if type(self) is BaseSet:
            raise TypeError('%s is an abstract class.  Use Set or ImmutableSet.' % type(self).__name__)

    def _fill(self, elements):
        self._data = _put({}, () if elements is None else elements)

    def _with(self, elements):
        """One of the same kind with these elements, which are keys already."""
        other = type(self)()
        for element in elements:
            other._data[element] = True
        return other

    def __len__(self):
        return len(self._data)

    def __iter__(self):
        return iter(self._data)

    def __contains__(self, element):
        return _with_key(element, '__as_temporarily_immutable__', self._data.has_key)

    def __repr__(self):
        return '%s(%r)' % (type(self).__name__, list(self))

    __str__ = __repr__

    # Copies.

    def copy(self):
        """A set of the same kind with the same elements."""
        return self._with(self._data)

    __copy__ = copy

    def __deepcopy__(self, memo):
        import copy
        other = memo[id(self)] = type(self)()
        other._data.update((copy.deepcopy(element, memo), True) for element in self)
        return other

    def __getstate__(self):
        return tuple([getattr(self, name) for name in self._pickled])

    def __setstate__(self, state):
        for name, value in zip(self._pickled, state):
            setattr(self, name, value)

    # Comparisons.

    def _binary_sanity_check(self, other):
        if not isinstance(other, BaseSet):
            raise TypeError('Binary operation only permitted between sets')

    def __eq__(self, other):
        return self._data == other._data if isinstance(other, BaseSet) else False

    def __ne__(self, other):
        return not self.__eq__(other)

    def __cmp__(self, other):
        raise TypeError("can't compare sets using cmp()")

    def issubset(self, other):
        """Whether all of its elements are in the other set."""
        self._binary_sanity_check(other)
        return len(self) <= len(other) and not any(True for element in self if element not in other._data)

    def issuperset(self, other):
        """Whether all elements of the other set are in it."""
        self._binary_sanity_check(other)
        return other.issubset(self)

    __le__, __ge__ = issubset, issuperset

    def __lt__(self, other):
        return self.issubset(other) and len(self) != len(other)

    def __gt__(self, other):
        return self.issuperset(other) and len(self) != len(other)

    # New sets.

    def union(self, other):
        """The elements of both."""
        both = self.copy()
        _put(both._data, other)
        return both

    def intersection(self, other):
        """The elements that are in both."""
        smaller, larger = sorted((self._data, _keys(other)), key=len)
        return self._with(element for element in smaller if element in larger)

    def difference(self, other):
        """The elements that are not in the other one."""
        others = _keys(other)
        return self._with(element for element in self if element not in others)

    def symmetric_difference(self, other):
        """The elements that are in one of them only."""
        others, only = _keys(other), self.difference(other)
        only._data.update((element, True) for element in others if element not in self._data)
        return only

    def _compute_hash(self):
        return reduce(lambda a, b: a ^ b, map(hash, self), 0)


class ImmutableSet(BaseSet):
    """A set that can be an element and a key."""

    __slots__ = ('_hashcode',)
    _pickled = ('_data', '_hashcode')

    def __init__(self, iterable=None):
        self._fill(iterable)
        self._hashcode = None

    def __hash__(self):
        code = self._hashcode
        if code is None:
            code = self._hashcode = self._compute_hash()
        return code


def _of(kind):
    """The method that gives a set of this kind with the same elements."""
    return lambda self: kind(self)


class _TemporarilyImmutableSet(BaseSet):
    """A set that changes, as a key to look up."""

    __slots__ = ()

    def __init__(self, looked_up):
        self._data = looked_up._data

    def __hash__(self):
        return self._compute_hash()


class Set(BaseSet):
    """A set that changes."""

    __slots__ = ()
    __ior__, __iand__, __isub__, __ixor__ = map(
        _in_place, ('union_update', 'intersection_update', 'difference_update', 'symmetric_difference_update'))

    def __init__(self, iterable=None):
        self._fill(iterable)

    __as_immutable__ = _of(ImmutableSet)
    # The same for a look-up, which takes no copy.
    __as_temporarily_immutable__ = _of(_TemporarilyImmutableSet)

    # One element.

    def add(self, element):
        """Puts it in."""
        _put(self._data, (element,))

    def remove(self, element):
        """Takes it out; raises KeyError if it is not there."""
        _with_key(element, '__as_temporarily_immutable__', self._data.__delitem__)

    def discard(self, element):
        """Takes it out if it is there."""
        _with_key(element, '__as_temporarily_immutable__', lambda key: self._data.pop(key, None))

    def pop(self):
        """Takes some element out."""
        element, _ = self._data.popitem()
        return element

    def clear(self):
        """Takes all of them out."""
        self._data.clear()

    # Many.

    def update(self, iterable):
        """Puts them in."""
        _put(self._data, iterable)

    union_update = update

    def intersection_update(self, other):
        """Keeps what is in the other one."""
        self._data = self.intersection(other)._data

    def difference_update(self, other):
        """Takes out what is in the other one."""
        self._data = self.difference(other)._data

    def symmetric_difference_update(self, other):
        """Keeps what is in one of them only."""
        self._data = self.symmetric_difference(other)._data
