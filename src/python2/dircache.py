"""Sorted listings of directories, read again only when a directory has changed.

Spec: https://docs.python.org/2.7/library/dircache.html
"""

import os

__all__ = ['listdir', 'opendir', 'annotate', 'reset']

cache = {}


def reset():
    """Forget every listing."""
    cache.clear()


def listdir(path):
    """The names in a directory: the same list, as long as the directory stays as it is."""
    known_time, names = cache.get(path, (-1, []))
    time = os.stat(path).st_mtime
    if time != known_time:
        names = sorted(os.listdir(path))
    cache[path] = time, names
    return names


opendir = listdir


def annotate(head, list):
    """Puts a slash behind the names of directories in `head`."""
    for i, name in enumerate(list):
        if os.path.isdir(os.path.join(head, name)):
            list[i] = name + '/'
