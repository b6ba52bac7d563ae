"""A dictionary of str in two files: NAME.dat has the values, NAME.dir says where each of them is."""

import ast as _ast
import os as _os
import UserDict as _UserDict
from __builtin__ import open as _open

error = IOError

# Values begin at multiples of this many bytes.
_BLOCK = 512


def _blocks(size):
    return -(-size // _BLOCK)


class _Database(_UserDict.DictMixin):
    """The places of the values, as (offset, size), are held until somebody writes them down."""

    def __init__(self, file, mode):
        self._mode, self._changed = mode, False
        self._directory, self._values = file + '.dir', file + '.dat'
        if not _os.path.exists(self._values):
            self._create(self._values, '')
            self._changed = True
        self._places = dict(self._entries())

    def _create(self, path, text):
        with _open(path, 'wb') as out:
            out.write(text)
        if hasattr(_os, 'chmod'):
            _os.chmod(path, self._mode)

    def _entries(self):
        if _os.path.exists(self._directory):
            with _open(self._directory) as lines:
                for line in lines:
                    if not line.isspace():
                        yield _ast.literal_eval(line.strip())

    def sync(self):
        """Writes down where the values are."""
        if self._changed and self._places is not None:
            entries = ['%r, %r\n' % entry for entry in self._places.iteritems()]
            self._create(self._directory, ''.join(entries))
            self._changed = False

    def close(self):
        """Ends the use of the files."""
        self.sync()
        self._places = None

    __del__ = close

    def __getitem__(self, key):
        offset, size = self._places[key]
        with _open(self._values, 'rb') as values:
            values.seek(offset)
            return values.read(size)

    def __setitem__(self, key, val):
        for text in key, val:
            if type(text) is not str:
                raise TypeError('keys and values must be strings')
        offset, size = self._places[key] if key in self._places else (None, 0)
        with _open(self._values, 'rb+') as values:
            if offset is None or _blocks(len(val)) > _blocks(size):
                values.seek(0, _os.SEEK_END)
                end = values.tell()
                offset = _blocks(end) * _BLOCK
                val = '\0' * (offset - end) + val
                values.write(val)
                size = len(val) - offset + end
            else:
                values.seek(offset)
                values.write(val)
                size = len(val)
        self._places[key] = offset, size
        self._changed = True

    def __delitem__(self, key):
        del self._places[key]
        self._changed = True
        self.sync()

    def keys(self):
        """The keys as a list."""
        return self._places.keys()

    def iterkeys(self):
        """The keys, one after the other."""
        return self._places.iterkeys()

    __iter__ = iterkeys

    def has_key(self, key):
        """Whether there is such a key."""
        return key in self._places

    __contains__ = has_key

    def __len__(self):
        return len(self._places)


def open(file, flag=None, mode=0666):
    """The dictionary in a file, made if missing whatever the flag says."""
    umask = _os.umask(0)
    _os.umask(umask)
    return _Database(file, mode & ~umask)
