"""What `os.path` has in Python 2 only."""

import os
import stat


def walk(top, func, arg):
    """Calls `func(arg, folder, names)` for `top` and each folder below it; `func` may change the list of names."""
    try:
        names = os.listdir(top)
    except os.error:
        return
    func(arg, top, names)
    for name in names:
        path = os.path.join(top, name)
        try:
            mode = os.lstat(path).st_mode
        except os.error:
            continue
        if stat.S_ISDIR(mode):
            walk(path, func, arg)


def abspath(path):
    """The absolute path of one that is unicode."""
    return os.path.normpath(os.path.join(os.getcwdu(), path))
