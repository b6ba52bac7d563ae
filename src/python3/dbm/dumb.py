"""A database in plain files: values in NAME.dat, their places in NAME.dir, the places as they were before in NAME.bak.

A line of the directory is `'key', (offset, size)`; values begin at multiples of 512 bytes. Keys and values are bytes.
"""

import ast
import os
from collections.abc import MutableMapping
from io import open as _open

__all__ = ['error', 'open']

error = OSError

_BLOCK = 512
_TEXT = 'latin-1'


def _encoded(value, refusal=None):
    """A key or value as bytes; raises TypeError with the refusal for what cannot be one."""
    if isinstance(value, str):
        return value.encode('utf-8')
    if refusal is not None and not isinstance(value, (bytes, bytearray)):
        raise TypeError(refusal)
    return value


def _blocks(size):
    return (size + _BLOCK - 1) // _BLOCK


def _entry(key, place):
    """The directory's line for a key."""
    return f'{key.decode(_TEXT)!r}, {place!r}\n'


class _Files:
    """The three files of a database."""

    def __init__(self, path, mode):
        base = os.fsencode(path)
        self.values, self.directory, self.old = base + b'.dat', base + b'.dir', base + b'.bak'
        self.mode = mode

    def remove(self):
        for path in (self.values, self.directory, self.old):
            self._quietly(os.remove, path)

    def make(self, path, may_make):
        """Makes an empty file if it is missing and may be made; raises OSError if it may not."""
        try:
            os.stat(path)
        except OSError:
            if not may_make:
                raise
            self._write(path, '', 'w')

    def entries(self):
        """What the directory says, as keys and places."""
        with _open(self.directory, encoding=_TEXT) as lines:
            for line in lines:
                key, place = ast.literal_eval(line.rstrip())
                yield key.encode(_TEXT), place

    def add_entry(self, key, place):
        self._write(self.directory, _entry(key, place), 'a')

    def replace_directory(self, places):
        """Writes it anew and keeps the old one."""
        self._quietly(os.unlink, self.old)
        self._quietly(os.rename, self.directory, self.old)
        self._write(self.directory, ''.join(_entry(*pair) for pair in places.items()), 'w')

    def value(self, offset, size):
        with _open(self.values, 'rb') as values:
            values.seek(offset)
            return values.read(size)

    def put(self, value, offset=None):
        """Writes a value at an offset, or behind all others; gives its place."""
        with _open(self.values, 'rb+') as values:
            if offset is None:
                end = values.seek(0, os.SEEK_END)
                offset = _blocks(end) * _BLOCK
                values.write(bytes(offset - end))
            values.seek(offset)
            values.write(value)
        return offset, len(value)

    def _write(self, path, text, how):
        with _open(path, how, encoding=_TEXT) as out:
            os.chmod(path, self.mode)
            out.write(text)

    @staticmethod
    def _quietly(action, *paths):
        try:
            action(*paths)
        except OSError:
            pass


class _Database(MutableMapping):
    """The places are held until the database is synchronised or closed."""

    # What `close` needs, for a database whose opening failed.
    _places, _changed = None, False

    def __init__(self, filebasename, mode, flag='c'):
        self._files, self._readonly = _Files(filebasename, mode), flag == 'r'
        if flag == 'n':
            self._files.remove()
        for path in (self._files.values, self._files.directory):
            self._files.make(path, flag in ('c', 'n'))
        self._places = dict(self._files.entries())

    @property
    def _open_places(self):
        if self._places is None:
            raise error('DBM object has already been closed')
        return self._places

    def _change(self):
        """The places, which are about to change."""
        if self._readonly:
            raise error('The database is opened for reading only')
        return self._open_places

    def __len__(self):
        return len(self._open_places)

    def __iter__(self):
        return iter(self._open_places)

    iterkeys = __iter__

    def __contains__(self, key):
        return _encoded(key) in self._open_places

    def __getitem__(self, key):
        return self._files.value(*self._open_places[_encoded(key)])

    def __setitem__(self, key, value):
        self._readonly and self._change()
        key = _encoded(key, 'keys must be bytes or strings')
        value = _encoded(value, 'values must be bytes or strings')
        places = self._change()
        self._changed = True
        is_new = key not in places
        offset, size = (None, 0) if is_new else places[key]
        has_room = _blocks(len(value)) <= _blocks(size)
        places[key] = self._files.put(value, offset if has_room else None)
        if is_new:
            self._files.add_entry(key, places[key])

    def __delitem__(self, key):
        del self._change()[_encoded(key)]
        self._changed = True
        self.sync()

    def keys(self):
        """The keys as a list."""
        return [*self._open_places]

    def items(self):
        """Pairs of a key and its value, as a list."""
        return [(key, self._files.value(*place)) for key, place in self._open_places.items()]

    def sync(self):
        """Writes down where the values are."""
        if self._changed and self._places is not None:
            self._files.replace_directory(self._places)
            self._changed = False

    def close(self):
        """Ends the use of the files."""
        try:
            self.sync()
        finally:
            self._places = None

    __del__ = close

    def __enter__(self):
        return self

    def __exit__(self, *raised):
        self.close()


def open(file, flag='c', mode=0o666):
    """The database at a path: `flag` is 'r' to read, 'w' to write, 'c' to make it if missing, 'n' to make it anew."""
    if flag not in tuple('rwcn'):
        raise ValueError("Flag must be one of 'r', 'w', 'c', or 'n'")
    # Files are given their mode, which the umask does not see.
    mask = os.umask(0)
    os.umask(mask)
    return _Database(file, mode & ~mask, flag)
