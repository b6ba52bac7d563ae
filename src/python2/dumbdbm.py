"""A dictionary in two files: NAME.dat has the values, NAME.dir says where each of them is."""

import os
import UserDict
from __builtin__ import open as _open

_BLOCK = 512
error = IOError


class _Database(UserDict.DictMixin):
    """Keys and values are str."""

    def __init__(self, file, mode):
        self._mode = mode
        self._dirfile, self._datfile = file + '.dir', file + '.dat'
        self._changed = False
        if not os.path.exists(self._datfile):
            _open(self._datfile, 'wb').close()
            self._changed = True
        self._index = {}
        if os.path.exists(self._dirfile):
            with _open(self._dirfile) as lines:
                for line in lines:
                    if line.strip():
                        key, place = eval(line)
                        self._index[key] = place

    def sync(self):
        """Writes where the values are."""
        if self._index is None or not self._changed:
            return
        with _open(self._dirfile, 'w') as out:
            for key, place in self._index.iteritems():
                out.write('%r, %r\n' % (key, place))
        self._changed = False

    def close(self):
        self.sync()
        self._index = None

    def _places(self):
        if self._index is None:
            raise error('DBM object has already been closed')
        return self._index

    def __getitem__(self, key):
        at, size = self._places()[key]
        with _open(self._datfile, 'rb') as values:
            values.seek(at)
            return values.read(size)

    def __setitem__(self, key, val):
        if not (type(key) == type(val) == type('')):
            raise TypeError('keys and values must be strings')
        at, size = self._places().get(key, (0, -1))
        with _open(self._datfile, 'rb+') as values:
            if size < 0 or (len(val) + _BLOCK - 1) // _BLOCK > (size + _BLOCK - 1) // _BLOCK:
                values.seek(0, 2)
                end = values.tell()
                at = (end + _BLOCK - 1) // _BLOCK * _BLOCK
                values.write('\0' * (at - end))
            values.seek(at)
            values.write(val)
        self._index[key] = (at, len(val))
        self._changed = True

    def __delitem__(self, key):
        del self._places()[key]
        self._changed = True
        self.sync()

    def keys(self):
        return self._places().keys()

    def has_key(self, key):
        return key in self._places()

    __contains__ = has_key

    def iterkeys(self):
        return self._places().iterkeys()

    __iter__ = iterkeys

    def __len__(self):
        return len(self._places())


def open(file, flag=None, mode=0666):
    """The dictionary in a file; with flag 'n' an empty one."""
    if flag == 'n':
        for name in file + '.dir', file + '.dat':
            if os.path.exists(name):
                os.unlink(name)
    return _Database(file, mode)
