"""Copying, moving and writing files.

Spec: https://docs.python.org/2.7/distutils/apiref.html#module-distutils.file_util
"""

import errno
import os
import stat

from distutils import log
from distutils.errors import DistutilsFileError

_copy_action = {None: 'copying', 'hard': 'hard linking', 'sym': 'symbolically linking'}


def _attempt(what, path, do):
    try:
        return do()
    except (IOError, OSError) as error:
        raise DistutilsFileError("could not %s '%s': %s" % (what, path, error.strerror))


def _copy_file_contents(src, dst, buffer_size=16 * 1024):
    source = _attempt('open', src, lambda: open(src, 'rb'))
    with source:
        if os.path.exists(dst):
            _attempt('delete', dst, lambda: os.unlink(dst))
        with _attempt('create', dst, lambda: open(dst, 'wb')) as target:
            while True:
                data = _attempt('read from', src, lambda: source.read(buffer_size))
                if not data:
                    break
                _attempt('write to', dst, lambda: target.write(data))


def _link(make, src, dst):
    if not (os.path.exists(dst) and os.path.samefile(src, dst)):
        make(src, dst)


def copy_file(src, dst, preserve_mode=1, preserve_times=1, update=0, link=None, verbose=1, dry_run=0):
    """Copies to a file or into a folder, or links (`link`: 'hard' or 'sym'). Returns where to, and whether it did."""
    from distutils.dep_util import newer

    if not os.path.isfile(src):
        raise DistutilsFileError("can't copy '%s': doesn't exist or not a regular file" % src)
    folder = dst if os.path.isdir(dst) else os.path.dirname(dst)
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    if update and not newer(src, dst):
        if verbose >= 1:
            log.debug('not copying %s (output up-to-date)', src)
        return dst, 0
    if link not in _copy_action:
        raise ValueError("invalid value '%s' for 'link' argument" % link)
    if verbose >= 1:
        same_name = os.path.basename(dst) == os.path.basename(src)
        log.info('%s %s -> %s', _copy_action[link], src, folder if same_name else dst)
    if dry_run:
        return dst, 1
    if link == 'hard':
        _link(os.link, src, dst)
    elif link == 'sym':
        _link(os.symlink, src, dst)
    else:
        _copy_file_contents(src, dst)
        known = os.stat(src)
        # Times first: a file that may not be written may not be touched everywhere.
        if preserve_times:
            os.utime(dst, (known.st_atime, known.st_mtime))
        if preserve_mode:
            os.chmod(dst, stat.S_IMODE(known.st_mode))
    return dst, 1


def move_file(src, dst, verbose=1, dry_run=0):
    """Moves a file to another name or into a folder, on another device too. Returns where to."""
    if verbose >= 1:
        log.info('moving %s -> %s', src, dst)
    if dry_run:
        return dst
    if not os.path.isfile(src):
        raise DistutilsFileError("can't move '%s': not a regular file" % src)
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    elif os.path.exists(dst):
        raise DistutilsFileError("can't move '%s': destination '%s' already exists" % (src, dst))
    if not os.path.isdir(os.path.dirname(dst)):
        raise DistutilsFileError("can't move '%s': destination '%s' not a valid path" % (src, dst))
    try:
        os.rename(src, dst)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise DistutilsFileError("couldn't move '%s' to '%s': %s" % (src, dst, error.strerror))
        copy_file(src, dst, verbose=verbose)
        os.unlink(src)
    return dst


def write_file(filename, contents):
    """Writes lines, each with its end."""
    with open(filename, 'w') as target:
        for line in contents:
            target.write(line + '\n')
