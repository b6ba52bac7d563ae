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
    dirname = dirname or _os.curdir
    if isinstance(pattern, unicode) and not isinstance(dirname, unicode):
        dirname = unicode(dirname, _sys.getfilesystemencoding() or _sys.getdefaultencoding())
    try:
        names = _os.listdir(dirname)
    except _os.error:
        return []
    if pattern[0] != '.':
        names = [name for name in names if name[0] != '.']
    return _fnmatch.filter(names, pattern)


def glob0(dirname, basename):
    """The name itself if it is there; without one, whether the folder is there."""
    found = _os.path.lexists(_os.path.join(dirname, basename)) if basename else _os.path.isdir(dirname)
    return [basename] if found else []


def has_magic(text):
    return magic_check.search(text) is not None
