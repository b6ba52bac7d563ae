"""Opens a database in a file, whatever kind it is of; `dbm.dumb` is the one that is always there.

The others, `dbm.sqlite3`, `dbm.gnu` and `dbm.ndbm`, need libraries in C.
"""

import contextlib
import importlib
import os

__all__ = ['open', 'whichdb', 'error']


class error(Exception):
    """What every kind of database may raise, beside OSError."""


error = error, OSError

# In the order in which a kind is looked for when a database is made.
_names = [f'dbm.{kind}' for kind in ('sqlite3', 'gnu', 'ndbm', 'dumb')]
# Those that can be imported, by name; the first one is the default.
_modules, _defaultmod = {}, None

# Files by how they begin.
_MAGIC = {b'SQLite format 3\0': 'dbm.sqlite3'} | {
    number.to_bytes(4, order): 'dbm.gnu' for number in (0x13579ACD, 0x13579ACE, 0x13579ACF) for order in ('little', 'big')}


def _find_modules():
    global _defaultmod
    for name in _names:
        with contextlib.suppress(ImportError):
            _modules[name] = importlib.import_module(name)
    if not _modules:
        raise ImportError(f'no dbm clone found; tried {_names}')
    _defaultmod = next(iter(_modules.values()))


def open(file, flag='r', mode=0o666):
    """The database at a path: `flag` is 'r' to read, 'w' to write, 'c' to make it if missing, 'n' to make it anew."""
    if not _modules:
        _find_modules()
    kind = None if 'n' in flag else whichdb(file)
    if kind is not None:
        return _module(kind).open(file, flag, mode)
    if not {'c', 'n'} & set(flag):
        raise error[0]("db file doesn't exist; use 'c' or 'n' flag to create a new db")
    return _defaultmod.open(file, flag, mode)


def _module(kind):
    if not kind:
        raise error[0]('db type could not be determined')
    try:
        return _modules[kind]
    except KeyError:
        raise error[0](f'db type is {kind}, but the module is not available') from None


def whichdb(filename):
    """The name of the module that opens the database; '' if that cannot be known, None if there is no such file."""
    base = os.fsencode(filename)
    if all(_start(base + suffix, 0) is not None for suffix in (b'.pag', b'.dir')):
        return 'dbm.ndbm'
    if os.path.exists(base + b'.dat') and _start(base + b'.dir', 1) in (b'', b"'", b'"'):
        return 'dbm.dumb'
    start = _start(base, 16)
    if start is None:
        return None
    return _MAGIC.get(start) or _MAGIC.get(start[:4], '')


def _start(path, size):
    """The first bytes of a file; None if it cannot be read."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return None
    try:
        return os.read(descriptor, size)
    finally:
        os.close(descriptor)


if __name__ == '__main__':
    import sys

    for name in sys.argv[1:]:
        print(whichdb(name) or 'UNKNOWN', name)
