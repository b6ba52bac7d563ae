"""A str in a class of Python's own, to derive from, and one that can be changed."""

import collections

__all__ = ['UserString', 'MutableString']

# Methods of str by what they give: the same, or another string of the class.
_SAME = ('count decode encode endswith find index isalnum isalpha isdecimal isdigit islower isnumeric isspace istitle '
         'isupper join partition rfind rindex rpartition rsplit split splitlines startswith __len__ __contains__')
_ANOTHER = ('capitalize center expandtabs ljust lower lstrip replace rjust rstrip strip swapcase title translate upper '
            'zfill __mul__ __rmul__ __mod__')


def _content(value):
    """The text behind a UserString."""
    return value.data if isinstance(value, UserString) else value


def _text(value):
    """Anything as text."""
    value = _content(value)
    return value if isinstance(value, basestring) else str(value)


def _span(start, end):
    """The places of a slice that was written without a step."""
    return max(start, 0), max(end, 0)


def _method(name, wraps):
    def method(self, *args, **named):
        found = getattr(self.data, name)(*map(_content, args), **named)
        return self.__class__(found) if wraps else found

    method.__name__ = name
    return method


def _conversion(kind):
    return lambda self: kind(self.data)


def _with_methods(cls):
    for names, wraps in (_SAME, False), (_ANOTHER, True):
        for name in names.split():
            setattr(cls, name, _method(name, wraps))
    return cls


@_with_methods
class UserString(collections.Sequence):
    """A sequence of characters, which are in the str or unicode `data`."""

    __str__, __repr__, __hash__, __int__, __long__, __float__, __complex__ = map(
        _conversion, (str, repr, hash, int, long, float, complex))
    # Until the methods are there.
    __len__ = None

    def __init__(self, seq):
        self.data = _text(seq)

    def __cmp__(self, other):
        return cmp(self.data, _content(other))

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __getslice__(self, start, end):
        low, high = _span(start, end)
        return self.__class__(self.data[low:high])

    def __add__(self, other):
        return self.__class__(self.data + _text(other))

    def __radd__(self, other):
        return self.__class__(_text(other) + self.data)


class MutableString(UserString, collections.MutableSequence):
    """A string that can be changed in place, and so cannot be hashed."""

    __hash__ = None

    def __init__(self, string=''):
        self.data = string

    def __imul__(self, n):
        self.data *= n
        return self

    def __iadd__(self, other):
        self.data += _text(other)
        return self

    def immutable(self):
        """A UserString of what it is now."""
        return UserString(self.data)

    def _put(self, start, end, text):
        """In place of what is from start to end."""
        self.data = self.data[:start] + text + self.data[end:]

    def _place(self, index):
        """Where a character is, counted from the front."""
        place = index + len(self.data) * (index < 0)
        if not 0 <= place < len(self.data):
            raise IndexError
        return place

    def _range(self, key, action):
        """Start and end of a slice without gaps, and whether it runs backwards."""
        start, stop, step = key.indices(len(self.data))
        if abs(step) != 1:
            raise TypeError('invalid step in slicing %s' % action)
        start, stop = (start, stop) if step > 0 else (stop + 1, start + 1)
        return min(start, stop), stop, step < 0

    def __setitem__(self, index, sub):
        if not isinstance(index, slice):
            place = self._place(index)
            self._put(place, place + 1, sub)
            return
        start, end, is_backwards = self._range(index, 'assignment')
        text = _text(sub)
        self._put(start, end, text[::-1] if is_backwards else text)

    def __delitem__(self, index):
        if isinstance(index, slice):
            start, end, _ = self._range(index, 'deletion')
        else:
            start = self._place(index)
            end = start + 1
        self._put(start, end, '')

    def __setslice__(self, start, end, sub):
        low, high = _span(start, end)
        self._put(low, high, _text(sub))

    def __delslice__(self, start, end):
        low, high = _span(start, end)
        self._put(low, high, '')

    def insert(self, index, value):
        """Puts a text before the character at index."""
        self[index:index] = value
