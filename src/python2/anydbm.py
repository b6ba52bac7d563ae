"""Opens a dictionary in a file; dumbdbm is the one kind that is here."""

import dumbdbm
import os


class error(Exception):
    pass


_Error = error
_defaultmod = dumbdbm


def open(file, flag='r', mode=0666):
    """The dictionary in a file: 'r' to read, 'w' to write, 'c' made if missing, 'n' a new one."""
    if not os.path.exists(file + '.dir') and 'c' not in flag and 'n' not in flag:
        raise _Error("need 'c' or 'n' flag to open new db")
    return dumbdbm.open(file, flag, mode)


error = (_Error, dumbdbm.error)
