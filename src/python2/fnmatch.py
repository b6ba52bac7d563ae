"""Whether names match the patterns of a shell: * for anything, ? for one character, [seq] and [!seq] for one of a set.

https://docs.python.org/2/library/fnmatch.html
"""

import os
import posixpath
import re

__all__ = ['filter', 'fnmatch', 'fnmatchcase', 'translate']

_cache = {}
_MAXCACHE = 100


def _purge():
    """Forgets all patterns."""
    _cache.clear()


def _compiled(pat):
    if pat not in _cache:
        if len(_cache) >= _MAXCACHE:
            _cache.clear()
        _cache[pat] = re.compile(translate(pat))
    return _cache[pat]


def fnmatch(name, pat):
    """Whether a name matches a pattern, in upper or lower case as the system has it."""
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


def filter(names, pat):
    """The names that match a pattern."""
    match = _compiled(os.path.normcase(pat)).match
    if os.path is posixpath:
        return [name for name in names if match(name)]
    return [name for name in names if match(os.path.normcase(name))]


def fnmatchcase(name, pat):
    """Whether a name matches a pattern, upper and lower case told apart."""
    return _compiled(pat).match(name) is not None


def translate(pat):
    """The regular expression for a pattern."""
    parts = []
    i = 0
    while i < len(pat):
        c = pat[i]
        i += 1
        end = _end_of_set(pat, i) if c == '[' else -1
        if end >= 0:
            chars = pat[i:end].replace('\\', '\\\\')
            i = end + 1
            if chars[0] == '!':
                chars = '^' + chars[1:]
            elif chars[0] == '^':
                chars = '\\' + chars
            parts.append('[%s]' % chars)
        else:
            parts.append('.*' if c == '*' else '.' if c == '?' else re.escape(c))
    return ''.join(parts) + r'\Z(?ms)'


def _end_of_set(pat, start):
    """Where the ] of a set is, of which the first character may be one; -1 if nowhere."""
    if pat[start : start + 1] == '!':
        start += 1
    return pat.find(']', start + 1)
