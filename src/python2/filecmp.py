"""Files and folders compared: the library's, with what Python 2 leaves out of a comparison, and its order."""

import os as _os

from _library3 import classic as _classic, library as _named

_library = _named('filecmp')

__all__ = ['cmp', 'dircmp', 'cmpfiles']

BUFSIZE, _cache = _library.BUFSIZE, _library._cache


def cmp(f1, f2, shallow=1):
    """Whether the two files are the same; with `shallow`, equal types, sizes and times are enough."""
    return _library.cmp(f1, f2, shallow)


def cmpfiles(a, b, common, shallow=1):
    """Names of the files that are equal in both folders, that differ, and that could not be compared."""
    return _library.cmpfiles(a, b, common, shallow)


def _taken(name):
    return vars(_library.dircmp)[name]


class dircmp:
    """What two folders have in common, and what not. `ignore` has the names left out, `hide` those not shown."""

    __metaclass__ = _classic(_library.dircmp, '__init__', 'phase1', 'phase4', 'methodmap', '__class_getitem__')

    shallow = True

    def __init__(self, a, b, ignore=None, hide=None):
        self.left, self.right = a, b
        self.hide = [_os.curdir, _os.pardir] if hide is None else hide
        self.ignore = ['RCS', 'CVS', 'tags'] if ignore is None else ignore

    def phase1(self):
        """Names in both folders and in one alone, in the order of a dict of them."""
        left, right = ({_os.path.normcase(name): name for name in names} for names in (self.left_list, self.right_list))
        self.common = [left[name] for name in left if name in right]
        self.left_only = [left[name] for name in left if name not in right]
        self.right_only = [right[name] for name in right if name not in left]

    def phase4(self):
        """The common folders, compared with the same settings."""
        self.subdirs = {}
        for name in self.common_dirs:
            left, right = (_os.path.join(top, name) for top in (self.left, self.right))
            self.subdirs[name] = dircmp(left, right, self.ignore, self.hide)

    methodmap = dict(subdirs=phase4, same_files=_taken('phase3'), diff_files=_taken('phase3'), funny_files=_taken('phase3'),
                     common_dirs=_taken('phase2'), common_files=_taken('phase2'), common_funny=_taken('phase2'),
                     common=phase1, left_only=phase1, right_only=phase1, left_list=_taken('phase0'), right_list=_taken('phase0'))
