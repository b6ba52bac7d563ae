"""Files by patterns of their names."""

import fnmatch as _fnmatch
import os as _os
import re as _re
import sys as _sys

__all__ = ['glob', 'iglob']

magic_check = _re.compile('[*?[]')


def glob(pathname):
    """The paths that match a pattern with `*`, `?` and `[abc]`; names that begin with a dot only where the pattern's do."""
    return list(iglob(pathname))


def iglob(pathname):
    """The same, one after the other."""
    folder, pattern = _os.path.split(pathname)
    if not has_magic(pathname):
        if _os.path.lexists(pathname) if pattern else _os.path.isdir(folder):
            yield pathname
        return
    if not folder:
        for name in glob1(_os.curdir, pattern):
            yield name
        return
    # A root has no folder of its own.
    folders = iglob(folder) if folder != pathname and has_magic(folder) else [folder]
    names_in = glob1 if has_magic(pattern) else glob0
    for each in folders:
        for name in names_in(each, pattern):
            yield _os.path.join(each, name)


def glob1(dirname, pattern):
    """The names in a folder that match; unicode for a pattern that is."""
    folder = dirname or _os.curdir
    if isinstance(pattern, unicode) and not isinstance(folder, unicode):
        encoding = _sys.getfilesystemencoding() or _sys.getdefaultencoding()
        folder = unicode(folder, encoding)
    try:
        there = _os.listdir(folder)
    except _os.error:
        there = []
    if there and pattern[0] != '.':
        there = [name for name in there if not name.startswith('.')]
    return _fnmatch.filter(there, pattern)


def glob0(dirname, basename):
    """The name itself if it is there; without one, whether the folder is there."""
    found = _os.path.lexists(_os.path.join(dirname, basename)) if basename else _os.path.isdir(dirname)
    return [basename] if found else []


def has_magic(text):
    return magic_check.search(text) is not None
