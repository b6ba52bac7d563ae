"""A database in plain files: values in NAME.dat, where they are in NAME.dir, the one before that in NAME.bak.

A line of the directory is `'key', (position, size)`; values begin at multiples of 512 bytes.
"""

import ast
import collections.abc
import io
import os

__all__ = ['error', 'open']

_BLOCKSIZE = 512

error = OSError


class _Database(collections.abc.MutableMapping):
    # What `close` needs, for a database whose opening failed.
    _index = None
    _modified = False

    def __init__(self, filebasename, mode, flag='c'):
        filebasename = os.fsencode(filebasename)
        self._mode = mode
        self._readonly = flag == 'r'
        self._dirfile = filebasename + b'.dir'
        self._datfile = filebasename + b'.dat'
        self._bakfile = filebasename + b'.bak'
        self._create(flag)
        self._read_directory(flag)

    def _create(self, flag):
        if flag == 'n':
            for path in (self._datfile, self._bakfile, self._dirfile):
                try:
                    os.remove(path)
                except OSError:
                    pass
        try:
            io.open(self._datfile, 'r', encoding='latin-1').close()
        except OSError:
            if flag not in ('c', 'n'):
                raise
            with io.open(self._datfile, 'w', encoding='latin-1'):
                self._give_mode(self._datfile)

    def _read_directory(self, flag):
        self._index = {}
        try:
            f = io.open(self._dirfile, 'r', encoding='latin-1')
        except OSError:
            if flag not in ('c', 'n'):
                raise
            with io.open(self._dirfile, 'w', encoding='latin-1'):
                self._give_mode(self._dirfile)
            return
        with f:
            for line in f:
                key, place = ast.literal_eval(line.rstrip())
                self._index[key.encode('latin-1')] = place

    def _commit(self):
        """Write the directory anew, keeping the old one."""
        if self._index is None or not self._modified:
            return
        try:
            os.unlink(self._bakfile)
        except OSError:
            pass
        try:
            os.rename(self._dirfile, self._bakfile)
        except OSError:
            pass
        with io.open(self._dirfile, 'w', encoding='latin-1') as f:
            self._give_mode(self._dirfile)
            for key, place in self._index.items():
                f.write('%r, %r\n' % (key.decode('latin-1'), place))
        self._modified = False

    sync = _commit

    def _give_mode(self, path):
        os.chmod(path, self._mode)

    def _verify_open(self):
        if self._index is None:
            raise error('DBM object has already been closed')

    def _verify_writable(self):
        if self._readonly:
            raise error('The database is opened for reading only')

    def __getitem__(self, key):
        key = _bytes(key)
        self._verify_open()
        position, size = self._index[key]
        with io.open(self._datfile, 'rb') as f:
            f.seek(position)
            return f.read(size)

    def _append(self, value):
        """Put the value at the end, at a multiple of the block size; where that is."""
        with io.open(self._datfile, 'rb+') as f:
            end = f.seek(0, 2)
            position = -(-end // _BLOCKSIZE) * _BLOCKSIZE
            f.write(b'\0' * (position - end) + value)
        return position, len(value)

    def __setitem__(self, key, value):
        self._verify_writable()
        key = _bytes(key, 'keys must be bytes or strings')
        value = _bytes(value, 'values must be bytes or strings')
        self._verify_open()
        self._modified = True
        if key not in self._index:
            self._index[key] = self._append(value)
            with io.open(self._dirfile, 'a', encoding='latin-1') as f:
                self._give_mode(self._dirfile)
                f.write('%r, %r\n' % (key.decode('latin-1'), self._index[key]))
            return
        position, size = self._index[key]
        if -(-len(value) // _BLOCKSIZE) <= -(-size // _BLOCKSIZE):
            with io.open(self._datfile, 'rb+') as f:
                f.seek(position)
                f.write(value)
            self._index[key] = position, len(value)
        else:
            self._index[key] = self._append(value)

    def __delitem__(self, key):
        self._verify_writable()
        key = _bytes(key)
        self._verify_open()
        self._modified = True
        del self._index[key]
        self._commit()

    def keys(self):
        self._verify_open()
        return list(self._index)

    def items(self):
        self._verify_open()
        return [(key, self[key]) for key in self._index]

    def __contains__(self, key):
        key = _bytes(key)
        self._verify_open()
        return key in self._index

    def iterkeys(self):
        self._verify_open()
        return iter(self._index)

    __iter__ = iterkeys

    def __len__(self):
        self._verify_open()
        return len(self._index)

    def close(self):
        try:
            self._commit()
        finally:
            self._index = self._datfile = self._dirfile = self._bakfile = None

    __del__ = close

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def _bytes(text, refusal=None):
    if isinstance(text, str):
        return text.encode('utf-8')
    if refusal is not None and not isinstance(text, (bytes, bytearray)):
        raise TypeError(refusal)
    return text


def open(file, flag='c', mode=0o666):
    """Open the database; *flag* is 'r', 'w', 'c' or 'n', *mode* is cut by the umask."""
    umask = os.umask(0)
    os.umask(umask)
    if flag not in ('r', 'w', 'c', 'n'):
        raise ValueError("Flag must be one of 'r', 'w', 'c', or 'n'")
    return _Database(file, mode & ~umask, flag=flag)
