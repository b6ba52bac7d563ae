"""Which module reads a file of a database.

Spec: https://docs.python.org/2.7/library/whichdb.html
"""

import os
import struct

_MAGIC = {0x13579ace: 'gdbm', 0x13579acd: 'gdbm', 0x13579acf: 'gdbm', 0x00061561: 'dbhash'}


def _exists(path):
    return os.path.exists(path)


def whichdb(filename):
    """The module's name; '' when it cannot be told, None when the file is not there or cannot be read."""
    if _exists(filename + '.pag') and _exists(filename + '.dir'):
        return 'dbm'
    if _exists(filename + '.db'):
        return 'dbm'
    if _exists(filename + '.dat') and _exists(filename + '.dir'):
        with open(filename + '.dir', 'rb') as index:
            if index.read(1) in ('', "'", '"'):
                return 'dumbdbm'
    try:
        with open(filename, 'rb') as data:
            head = data.read(16)
    except IOError:
        return None
    for start in 0, 12:
        word = head[start:start + 4]
        for order in '=', '<', '>':
            if len(word) == 4:
                found = _MAGIC.get(struct.unpack(order + 'l', word)[0])
                if found == 'dbhash' or (found is not None and start == 0):
                    return found
    return ''
