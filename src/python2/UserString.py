"""A str in a class of Python's own, to derive from."""

import collections

__all__ = ['UserString', 'MutableString']


def _plain(other):
    return other.data if isinstance(other, UserString) else other


class UserString(collections.Sequence):
    def __init__(self, seq):
        if isinstance(seq, basestring):
            self.data = seq
        elif isinstance(seq, UserString):
            self.data = seq.data[:]
        else:
            self.data = str(seq)

    def __str__(self):
        return str(self.data)

    def __repr__(self):
        return repr(self.data)

    def __int__(self):
        return int(self.data)

    def __long__(self):
        return long(self.data)

    def __float__(self):
        return float(self.data)

    def __complex__(self):
        return complex(self.data)

    def __hash__(self):
        return hash(self.data)

    def __cmp__(self, other):
        return cmp(self.data, _plain(other))

    def __contains__(self, char):
        return char in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __getslice__(self, start, end):
        return self.__class__(self.data[max(start, 0):max(end, 0)])

    def __add__(self, other):
        other = _plain(other)
        return self.__class__(self.data + (other if isinstance(other, basestring) else str(other)))

    def __radd__(self, other):
        return self.__class__((other if isinstance(other, basestring) else str(other)) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return self.__class__(self.data % args)


def _same(name):
    def method(self, *args, **kwargs):
        return getattr(self.data, name)(*map(_plain, args), **kwargs)
    method.__name__ = name
    return method


def _wrapped(name):
    def method(self, *args):
        return self.__class__(getattr(self.data, name)(*map(_plain, args)))
    method.__name__ = name
    return method


for _name in ('count decode encode endswith find index isalpha isalnum isdecimal isdigit islower isnumeric isspace '
              'istitle isupper join partition rfind rindex rpartition rsplit split splitlines startswith').split():
    setattr(UserString, _name, _same(_name))
for _name in ('capitalize center expandtabs ljust lower lstrip replace rjust rstrip strip swapcase title translate '
              'upper zfill').split():
    setattr(UserString, _name, _wrapped(_name))
del _name


class MutableString(UserString, collections.MutableSequence):
    """A string that can be changed in place, and so cannot be hashed."""

    def __init__(self, string=''):
        self.data = string

    __hash__ = None

    def __setitem__(self, index, sub):
        if isinstance(index, slice):
            text = _plain(sub)
            if not isinstance(text, basestring):
                text = str(text)
            start, stop, step = index.indices(len(self.data))
            if step == -1:
                start, stop = stop + 1, start + 1
                text = text[::-1]
            elif step != 1:
                raise TypeError('invalid step in slicing assignment')
            start = min(start, stop)
            self.data = self.data[:start] + text + self.data[stop:]
            return
        if index < 0:
            index += len(self.data)
        if index < 0 or index >= len(self.data):
            raise IndexError
        self.data = self.data[:index] + sub + self.data[index + 1:]

    def __delitem__(self, index):
        if isinstance(index, slice):
            start, stop, step = index.indices(len(self.data))
            if step == -1:
                start, stop = stop + 1, start + 1
            elif step != 1:
                raise TypeError('invalid step in slicing deletion')
            start = min(start, stop)
            self.data = self.data[:start] + self.data[stop:]
            return
        if index < 0:
            index += len(self.data)
        if index < 0 or index >= len(self.data):
            raise IndexError
        self.data = self.data[:index] + self.data[index + 1:]

    def __setslice__(self, start, end, sub):
        start, end = max(start, 0), max(end, 0)
        text = _plain(sub)
        self.data = self.data[:start] + (text if isinstance(text, basestring) else str(text)) + self.data[end:]

    def __delslice__(self, start, end):
        self.data = self.data[:max(start, 0)] + self.data[max(end, 0):]

    def immutable(self):
        return UserString(self.data)

    def __iadd__(self, other):
        other = _plain(other)
        self.data += other if isinstance(other, basestring) else str(other)
        return self

    def __imul__(self, n):
        self.data *= n
        return self

    def insert(self, index, value):
        self[index:index] = value
