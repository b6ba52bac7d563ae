"""Lines of source files, kept for those who ask again."""

import os
import sys

__all__ = ['getline', 'clearcache', 'checkcache']

# File name -> size, time, lines, full name.
cache = {}


def getline(filename, lineno, module_globals=None):
    """The line with its newline; '' when there is none."""
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''


def clearcache():
    cache.clear()


def getlines(filename, module_globals=None):
    if filename in cache:
        return cache[filename][2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        clearcache()
        return []


def checkcache(filename=None):
    """Forgets files that have changed."""
    for name in cache.keys() if filename is None else [filename]:
        if name not in cache:
            continue
        size, mtime, _, fullname = cache[name]
        if mtime is None:
            continue
        try:
            found = os.stat(fullname)
        except os.error:
            del cache[name]
            continue
        if size != found.st_size or mtime != found.st_mtime:
            del cache[name]


def updatecache(filename, module_globals=None):
    """Reads the file anew; its lines, [] when it cannot be read."""
    cache.pop(filename, None)
    if not filename or (filename.startswith('<') and filename.endswith('>')):
        return []
    fullname = filename
    if not os.path.exists(fullname):
        if os.path.isabs(filename):
            return []
        for folder in sys.path:
            if isinstance(folder, basestring) and os.path.exists(os.path.join(folder, filename)):
                fullname = os.path.join(folder, filename)
                break
        else:
            return []
    try:
        with open(fullname, 'rU') as fp:
            lines = fp.readlines()
        found = os.stat(fullname)
    except (IOError, os.error):
        return []
    if lines and not lines[-1].endswith('\n'):
        lines[-1] += '\n'
    cache[filename] = found.st_size, found.st_mtime, lines, fullname
    return lines
