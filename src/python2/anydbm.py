"""Opens a dictionary in a file; dumbdbm is the one kind that is here."""

import dumbdbm as _defaultmod
import os as _os

_Error = type('error', (Exception,), {'__module__': __name__})
error = (_Error, _defaultmod.error)


def open(file, flag='r', mode=0666):
    """The dictionary in a file: 'r' to read, 'w' to write, 'c' made if missing, 'n' a new one."""
    makes_new = set('cn') & set(flag)
    if not makes_new and not _os.path.exists(file + '.dir'):
        raise _Error("need 'c' or 'n' flag to open new db")
    return _defaultmod.open(file, flag, mode)
