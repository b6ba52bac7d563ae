"""Whether files are newer than what was made of them."""

import os

from distutils.errors import DistutilsFileError


def _changed(path):
    return int(os.stat(path).st_mtime)


def newer(source, target):
    """Whether `target` is missing or older than `source`."""
    if not os.path.exists(source):
        raise DistutilsFileError("file '%s' does not exist" % os.path.abspath(source))
    return not os.path.exists(target) or _changed(source) > _changed(target)


def newer_pairwise(sources, targets):
    """Those pairs of which the target is missing or older, as two lists."""
    if len(sources) != len(targets):
        raise ValueError("'sources' and 'targets' must be same length")
    pairs = [pair for pair in zip(sources, targets) if newer(*pair)]
    return [source for source, _ in pairs], [target for _, target in pairs]


def newer_group(sources, target, missing='error'):
    """Whether `target` is missing or older than one of the sources. One that is missing is an error, 'ignore'd, or 'newer'."""
    if not os.path.exists(target):
        return True
    made = _changed(target)
    for source in sources:
        if not os.path.exists(source):
            if missing == 'ignore':
                continue
            if missing == 'newer':
                return True
        if _changed(source) > made:
            return True
    return False
