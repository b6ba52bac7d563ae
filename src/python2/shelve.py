"""Dictionaries in files, whose values are pickled.

Spec: https://docs.python.org/2.7/library/shelve.html
"""

from cPickle import Pickler, Unpickler
from cStringIO import StringIO

import UserDict

__all__ = ['Shelf', 'BsdDbShelf', 'DbfilenameShelf', 'open']


class _ClosedDict(UserDict.DictMixin):
    """Stands for the dictionary of a shelf that was closed."""

    def __repr__(self):
        return '<Closed Dictionary>'

    def closed(self, *args):
        raise ValueError('invalid operation on closed shelf')

    keys = __delitem__ = __getitem__ = __setitem__ = closed


def _pickled(value, protocol):
    out = StringIO()
    Pickler(out, protocol).dump(value)
    return out.getvalue()


def _unpickled(text):
    return Unpickler(StringIO(text)).load()


class Shelf(UserDict.DictMixin):
    """`dict` holds pickles; with `writeback`, values are kept and written at `sync`, since they may have changed."""

    def __init__(self, dict, protocol=None, writeback=False):
        self.cache, self.dict, self.writeback = {}, dict, writeback
        self._protocol = 0 if protocol is None else protocol

    def __contains__(self, key):
        return key in self.dict

    def has_key(self, key):
        return key in self.dict

    def __len__(self):
        return len(self.dict)

    def keys(self):
        return self.dict.keys()

    def _keep(self, key, value):
        """Remembers a value that may come to be changed."""
        if self.writeback:
            self.cache[key] = value

    def __setitem__(self, key, value):
        self._keep(key, value)
        self.dict[key] = _pickled(value, self._protocol)

    def __getitem__(self, key):
        if key not in self.cache:
            value = _unpickled(self.dict[key])
            self._keep(key, value)
            return value
        return self.cache[key]

    def get(self, key, default=None):
        return self[key] if key in self.dict else default

    def __delitem__(self, key):
        del self.dict[key]
        self.cache.pop(key, None)

    def close(self):
        if self.dict is None:
            return
        try:
            self.sync()
            if hasattr(self.dict, 'close'):
                self.dict.close()
        finally:
            self.dict = _ClosedDict()

    def __del__(self):
        if hasattr(self, 'writeback'):
            self.close()

    def sync(self):
        changed = self.writeback and self.cache
        if changed:
            self.writeback = False
            for key in changed:
                self[key] = changed[key]
            self.cache, self.writeback = {}, True
        if hasattr(self.dict, 'sync'):
            self.dict.sync()


class BsdDbShelf(Shelf):
    """A shelf over a dictionary that can be walked."""

    def _pair(self, found):
        key, text = found
        return key, _unpickled(text)

    def set_location(self, key):
        return self._pair(self.dict.set_location(key))

    def next(self):
        return self._pair(self.dict.next())

    def previous(self):
        return self._pair(self.dict.previous())

    def first(self):
        return self._pair(self.dict.first())

    def last(self):
        return self._pair(self.dict.last())


class DbfilenameShelf(Shelf):
    """A shelf over the dictionary in a file."""

    def __init__(self, filename, flag='c', protocol=None, writeback=False):
        from anydbm import open as open_file
        Shelf.__init__(self, open_file(filename, flag), writeback=writeback, protocol=protocol)


def open(filename, flag='c', protocol=None, writeback=False):
    """The shelf in a file."""
    return DbfilenameShelf(filename, writeback=writeback, protocol=protocol, flag=flag)
