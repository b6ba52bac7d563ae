"""Generic interface to the database modules: opens one, or says which of them made a file.

`dbm.dumb` is always there; `dbm.gnu`, `dbm.ndbm` and `dbm.sqlite3` need libraries that are not.
"""

__all__ = ['open', 'whichdb', 'error']

import io
import os
import struct


class error(Exception):
    pass


_names = ['dbm.sqlite3', 'dbm.gnu', 'dbm.ndbm', 'dbm.dumb']
_defaultmod = None
_modules = {}

error = (error, OSError)


def _first_available():
    """The first of the modules that can be imported."""
    global _defaultmod
    for name in _names:
        try:
            module = __import__(name, fromlist=['open'])
        except ImportError:
            continue
        _modules[name] = module
        if _defaultmod is None:
            _defaultmod = module
    return _defaultmod


def open(file, flag='r', mode=0o666):
    """Open or create the database at path *file*.

    *flag* is 'r' (read), 'w' (write), 'c' (create when missing) or 'n' (always new); *mode* is the new file's.
    """
    if _defaultmod is None and _first_available() is None:
        raise ImportError('no dbm clone found; tried %s' % _names)
    kind = whichdb(file) if 'n' not in flag else None
    if kind is None:
        if 'c' not in flag and 'n' not in flag:
            raise error[0]("db file doesn't exist; use 'c' or 'n' flag to create a new db")
        module = _defaultmod
    elif kind == '':
        raise error[0]('db type could not be determined')
    elif kind not in _modules:
        raise error[0]('db type is {0}, but the module is not available'.format(kind))
    else:
        module = _modules[kind]
    return module.open(file, flag, mode)


def _is_readable(path):
    try:
        io.open(path, 'rb').close()
    except OSError:
        return False
    return True


def whichdb(filename):
    """Guess which module opens a database: its name, '' if it cannot be known, None if the file is missing."""
    filename = os.fsencode(filename)
    if _is_readable(filename + b'.pag') and _is_readable(filename + b'.dir'):
        return 'dbm.ndbm'
    if _is_readable(filename + b'.db'):
        # Berkeley's ndbm leaves one file.
        return 'dbm.ndbm'
    if _is_dumb(filename):
        return 'dbm.dumb'
    try:
        with io.open(filename, 'rb') as f:
            start = f.read(16)
    except OSError:
        return None
    if start == b'SQLite format 3\0':
        return 'dbm.sqlite3'
    if len(start) < 4:
        return ''
    if struct.unpack('=l', start[:4])[0] in (0x13579ace, 0x13579acd, 0x13579acf):
        return 'dbm.gnu'
    return ''


def _is_dumb(filename):
    """A `.dat` file beside a `.dir` that is empty or lists keys."""
    try:
        os.stat(filename + b'.dat')
        if os.stat(filename + b'.dir').st_size == 0:
            return True
        with io.open(filename + b'.dir', 'rb') as f:
            return f.read(1) in (b"'", b'"')
    except OSError:
        return False


if __name__ == '__main__':
    import sys

    for name in sys.argv[1:]:
        print(whichdb(name) or 'UNKNOWN', name)
