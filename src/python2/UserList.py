"""A list in a class of Python's own, to derive from."""

import collections
import operator


def _content(value):
    """What is compared with and put in: the list behind a UserList."""
    return value.data if isinstance(value, UserList) else value


def _as_list(self, value):
    """The same as a list of the kind that self has."""
    value = _content(value)
    return value if isinstance(value, type(self.data)) else list(value)


def _bounds(low, high):
    """A slice whose ends count from the front."""
    return slice(low if low > 0 else 0, high if high > 0 else 0)


def _comparison(name):
    compare = getattr(operator, name)

    def method(self, other):
        return compare(self.data, _content(other))

    method.__name__ = name
    return method


def _method(name):
    """The list's own method of this name."""
    def method(self, *args, **named):
        return getattr(self.data, name)(*args, **named)

    method.__name__ = name
    return method


class UserList(collections.MutableSequence):
    """A sequence whose items are in the list `data`."""

    __lt__, __le__, __eq__, __ne__, __gt__, __ge__ = [
        _comparison(_name) for _name in ('__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__')]
    del _name
    __hash__ = None

    def __init__(self, initlist=None):
        self.data = [] if initlist is None else list(_content(initlist))

    def __cmp__(self, other):
        return cmp(self.data, _content(other))

    __repr__, __len__, __contains__, __getitem__, __setitem__, __delitem__ = map(
        _method, ('__repr__', '__len__', '__contains__', '__getitem__', '__setitem__', '__delitem__'))

    # Slices.

    def __getslice__(self, i, j):
        return self.__class__(self.data[_bounds(i, j)])

    def __setslice__(self, i, j, other):
        self.data[_bounds(i, j)] = _as_list(self, other)

    def __delslice__(self, i, j):
        del self.data[_bounds(i, j)]

    # Sums and multiples.

    def __add__(self, other):
        return self.__class__(self.data + _as_list(self, other))

    def __radd__(self, other):
        return self.__class__(_as_list(self, other) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __iadd__(self, other):
        self.data += _as_list(self, other)
        return self

    def __imul__(self, n):
        self.data *= n
        return self

    # What lists do.

    def extend(self, other):
        self.data.extend(_content(other))

    append, count, index, insert, pop, remove, reverse, sort = map(
        _method, ('append', 'count', 'index', 'insert', 'pop', 'remove', 'reverse', 'sort'))
