"""Lines of source files, kept for those who ask again."""

import os as _os
import sys as _sys

__all__ = 'getline clearcache checkcache'.split()

# By the name that was asked for: size, time of the last change, lines, and the path where it was found.
cache = {}
clearcache = cache.clear


def getline(filename, lineno, module_globals=None):
    """A line with its newline; '' if there is no such line."""
    return ''.join(getlines(filename, module_globals)[lineno - 1:lineno]) if lineno > 0 else ''


def getlines(filename, module_globals=None):
    """All lines of a file; [] for one that cannot be read."""
    entry = cache.get(filename)
    return updatecache(filename, module_globals) if entry is None else entry[2]


def checkcache(filename=None):
    """Forgets the file, or all files, that have changed since they were read."""
    names = list(cache) if filename is None else [filename]
    for name in names:
        size, changed, _, path = cache.get(name, (None,) * 4)
        if changed is not None and _stamp(path) != (size, changed):
            del cache[name]


def updatecache(filename, module_globals=None):
    """Reads the file anew and gives its lines."""
    cache.pop(filename, None)
    is_file = filename and not (filename[0] == '<' and filename[-1] == '>')
    for path in _places(filename) if is_file else ():
        stamp = _stamp(path)
        if stamp is not None:
            return _remember(filename, path, stamp)
    return []


def _places(filename):
    """Where a file of this name may be: there, or in the folders of modules."""
    yield filename
    if not _os.path.isabs(filename):
        for folder in _sys.path:
            if isinstance(folder, basestring):
                yield _os.path.join(folder, filename)


def _stamp(path):
    """Size and time of the last change; None for what is not there."""
    try:
        state = _os.stat(path)
    except _os.error:
        return None
    return state.st_size, state.st_mtime


def _remember(filename, path, stamp):
    try:
        with open(path, 'rU') as source:
            text = source.read()
    except IOError:
        return []
    if text and text[-1] != '\n':
        text += '\n'
    lines = text.splitlines(True) if '\f' not in text and '\v' not in text else [
        line + '\n' for line in text.split('\n')[:-1]]
    cache[filename] = stamp + (lines, path)
    return lines
