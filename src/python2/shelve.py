"""Dictionaries in files, whose values are pickled.

Spec: https://docs.python.org/2.7/library/shelve.html
"""

from cPickle import Pickler, Unpickler
from cStringIO import StringIO

import UserDict

__all__ = ['Shelf', 'BsdDbShelf', 'DbfilenameShelf', 'open']


class _ClosedDict(UserDict.DictMixin):
    """Stands for the dictionary of a shelf that was closed."""

    def closed(self, *args):
        raise ValueError('invalid operation on closed shelf')

    __getitem__ = __setitem__ = __delitem__ = keys = closed

    def __repr__(self):
        return '<Closed Dictionary>'


class Shelf(UserDict.DictMixin):
    """`dict` holds pickles; with `writeback`, values are kept and written at `sync`, since they may have changed."""

    def __init__(self, dict, protocol=None, writeback=False):
        self.dict = dict
        self._protocol = 0 if protocol is None else protocol
        self.writeback = writeback
        self.cache = {}

    def keys(self):
        return self.dict.keys()

    def __len__(self):
        return len(self.dict)

    def has_key(self, key):
        return key in self.dict

    def __contains__(self, key):
        return key in self.dict

    def get(self, key, default=None):
        return self[key] if key in self.dict else default

    def __getitem__(self, key):
        if key in self.cache:
            return self.cache[key]
        value = Unpickler(StringIO(self.dict[key])).load()
        if self.writeback:
            self.cache[key] = value
        return value

    def __setitem__(self, key, value):
        if self.writeback:
            self.cache[key] = value
        out = StringIO()
        Pickler(out, self._protocol).dump(value)
        self.dict[key] = out.getvalue()

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
        if self.writeback and self.cache:
            self.writeback = False
            for key, value in self.cache.iteritems():
                self[key] = value
            self.writeback = True
            self.cache = {}
        if hasattr(self.dict, 'sync'):
            self.dict.sync()


class BsdDbShelf(Shelf):
    """A shelf over a dictionary that can be walked."""

    def _pair(self, found):
        key, value = found
        return key, Unpickler(StringIO(value)).load()

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
        import anydbm
        Shelf.__init__(self, anydbm.open(filename, flag), protocol, writeback)


def open(filename, flag='c', protocol=None, writeback=False):
    """The shelf in a file."""
    return DbfilenameShelf(filename, flag, protocol, writeback)
