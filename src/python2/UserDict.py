"""A dictionary in a class of Python's own, to derive from, and the rest of a mapping for a class with the basics."""

import _abcoll


def _asking(name):
    """The method of `data` with this name."""
    def method(self):
        return getattr(self.data, name)()
    method.__name__ = name
    return method


def _content(value):
    """What is compared and copied: the dictionary behind a UserDict."""
    return value.data if isinstance(value, UserDict) else value


def _unpacked(name, args, named):
    """Of a call with self and at most one source of items, both without names of their own: these two."""
    if not args:
        raise TypeError("descriptor '%s' of 'UserDict' object needs an argument" % name)
    given = list(args[1:])
    if 'dict' in named and not given:
        import warnings
        given.append(named.pop('dict'))
        warnings.warn("Passing 'dict' as keyword argument is deprecated", PendingDeprecationWarning, stacklevel=3)
    if len(given) > 1:
        raise TypeError('expected at most %d arguments, got %d' % (1, len(given)))
    return args[0], (given or [None])[0]


class UserDict:
    """A mapping whose items are in the dictionary `data`."""

    keys, values, items, iterkeys, itervalues, iteritems, popitem, clear = map(_asking, (
        'keys', 'values', 'items', 'iterkeys', 'itervalues', 'iteritems', 'popitem', 'clear'))
    __len__, __repr__, __hash__ = _asking('__len__'), _asking('__repr__'), None

    def __init__(*args, **kwargs):
        self, source = _unpacked('__init__', args, kwargs)
        self.data = dict()
        for more in (source, kwargs or None):
            if more is not None:
                self.update(more)

    def __cmp__(self, other):
        return cmp(self.data, _content(other))

    def __contains__(self, key):
        return self.data.has_key(key)

    has_key = __contains__

    def __getitem__(self, key):
        missing = None if key in self.data else getattr(self.__class__, '__missing__', None)
        return self.data[key] if missing is None else missing(self, key)

    def __delitem__(self, key):
        del self.data[key]

    def __setitem__(self, key, item):
        self.data[key] = item

    def get(self, key, failobj=None):
        """The value, or another one for a key that is not there."""
        return self[key] if key in self else failobj

    def setdefault(self, key, failobj=None):
        """The value; for a key that is not there, first this one is put in."""
        is_missing = key not in self
        if is_missing:
            self[key] = failobj
        return self[key]

    def pop(self, key, *args):
        """Takes a key out: its value, or the one given for a key that is not there."""
        return self.data.pop(key, *args)

    def update(*args, **kwargs):
        """Puts in the items of a mapping, or pairs, and what is given by name."""
        self, source = _unpacked('update', args, kwargs)
        source = {} if source is None else _content(source)
        if hasattr(source, 'items') and not isinstance(source, dict):
            for key, item in source.items():
                self[key] = item
        else:
            self.data.update(source)
        self.data.update(kwargs)

    def copy(self):
        """Another one of the class with the same items."""
        if self.__class__ is not UserDict:
            import copy
            kept, self.data = self.data, {}
            try:
                other = copy.copy(self)
            finally:
                self.data = kept
            other.update(self)
            return other
        return UserDict(dict(self.data))

    @classmethod
    def fromkeys(cls, iterable, value=None):
        """A new one with these keys, all with one value."""
        other = cls()
        for name in iterable:
            other[name] = value
        return other


class IterableUserDict(UserDict):
    """The same for programs that iterate over the keys."""

    __iter__ = _asking('__iter__')


_abcoll.MutableMapping.register(IterableUserDict)

_NOTHING = object()


def _pairs(source):
    """The items of a mapping of whatever kind, or of an iterable of pairs."""
    if hasattr(source, 'iteritems'):
        return source.iteritems()
    if hasattr(source, 'keys'):
        return ((key, source[key]) for key in source.keys())
    return iter(source)


def _plain(mapping):
    return dict(mapping.iteritems())


class DictMixin:
    """A mapping made of __getitem__, __setitem__, __delitem__ and keys, which the class has to have."""

    def _look_up(self, key):
        try:
            return self[key]
        except KeyError:
            return _NOTHING

    def __iter__(self):
        return iter(list(self.keys()))

    def __len__(self):
        return len(list(self.keys()))

    def has_key(self, key):
        """Whether there is such a key."""
        return self._look_up(key) is not _NOTHING

    def __contains__(self, key):
        return bool(self.has_key(key))

    # Other forms of the items.

    def iterkeys(self):
        return iter(self)

    def iteritems(self):
        return ((key, self[key]) for key in self)

    def itervalues(self):
        return (pair[1] for pair in self.iteritems())

    def items(self):
        return [pair for pair in self.iteritems()]

    def values(self):
        return [pair[1] for pair in self.iteritems()]

    def __repr__(self):
        return repr(_plain(self))

    def __cmp__(self, other):
        return 1 if other is None else cmp(_plain(self), _plain(other) if isinstance(other, DictMixin) else other)

    # One key.

    def get(self, key, default=None):
        """The value, or another one for a key that is not there."""
        found = self._look_up(key)
        return default if found is _NOTHING else found

    def setdefault(self, key, default=None):
        """The value; for a key that is not there, first this one is put in."""
        found = self._look_up(key)
        if found is _NOTHING:
            found = self[key] = default
        return found

    def pop(self, key, *args):
        """Takes a key out: its value, or the one given for a key that is not there."""
        if args[1:]:
            raise TypeError('pop expected at most 2 arguments, got %r' % (len(args) + 1))
        found = self._look_up(key) if args else self[key]
        if found is _NOTHING:
            return args[0]
        del self[key]
        return found

    # All of them.

    def popitem(self):
        """Takes some item out."""
        for item in self.iteritems():
            del self[item[0]]
            return item
        raise KeyError('container is empty')

    def clear(self):
        """Takes all of them out."""
        for key in list(self.keys()):
            del self[key]

    def update(self, other=None, **kwargs):
        """Puts in the items of a mapping, or pairs, and what is given by name."""
        for source in (other, kwargs):
            for key, value in () if source is None else _pairs(source):
                self[key] = value
