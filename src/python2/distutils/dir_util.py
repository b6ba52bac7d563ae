"""Making, copying and removing folders.

Spec: https://docs.python.org/2.7/distutils/apiref.html#module-distutils.dir_util
"""

import errno
import os

from distutils import log
from distutils.errors import DistutilsFileError, DistutilsInternalError

#: Folders that have been made here: nobody looks again whether they are there.
_path_created = {}


def mkpath(name, mode=0o777, verbose=1, dry_run=0):
    """Makes a folder and those above it that are missing. Returns the ones that it made."""
    if not isinstance(name, basestring):
        raise DistutilsInternalError("mkpath: 'name' must be a string (got %r)" % (name,))
    name = os.path.normpath(name)
    if os.path.isdir(name) or name == '' or _path_created.get(os.path.abspath(name)):
        return []
    missing = []
    head = name
    while head and not os.path.isdir(head):
        missing.insert(0, head)
        above = os.path.dirname(head)
        if above == head:
            break
        head = above
    made = []
    for folder in missing:
        absolute = os.path.abspath(folder)
        if _path_created.get(absolute):
            continue
        if verbose >= 1:
            log.info('creating %s', folder)
        if not dry_run:
            _make(folder, mode)
            made.append(folder)
        _path_created[absolute] = 1
    return made


def _make(folder, mode):
    try:
        os.mkdir(folder, mode)
    except OSError as refusal:
        # Somebody may have been quicker.
        is_made = refusal.errno == errno.EEXIST and os.path.isdir(folder)
        if not is_made:
            raise DistutilsFileError("could not create '%s': %s" % (folder, refusal.args[-1]))


def create_tree(base_dir, files, mode=0o777, verbose=1, dry_run=0):
    """Makes the folders that the files need, below `base_dir`."""
    for folder in sorted(set(os.path.join(base_dir, os.path.dirname(file)) for file in files)):
        mkpath(folder, mode, verbose=verbose, dry_run=dry_run)


def _names_in(src, dry_run):
    """What a folder holds. When nothing is to be done in earnest, it may be missing."""
    if not (dry_run or os.path.isdir(src)):
        raise DistutilsFileError("cannot copy tree '%s': not a directory" % src)
    try:
        return os.listdir(src)
    except OSError as error:
        if dry_run:
            return []
        raise DistutilsFileError("error listing files in '%s': %s" % (src, error.strerror))


def copy_tree(src, dst, preserve_mode=1, preserve_times=1, preserve_symlinks=0, update=0, verbose=1, dry_run=0):
    """Copies what is in a folder into another one, which may be there. Returns the files that were copied, or could have been."""
    names = _names_in(src, dry_run)
    if not dry_run:
        mkpath(dst, verbose=verbose)
    from distutils.file_util import copy_file
    copied = []
    for name in names:
        # What a network file system keeps of a removed file.
        if name.startswith('.nfs'):
            continue
        source, target = os.path.join(src, name), os.path.join(dst, name)
        if preserve_symlinks and os.path.islink(source):
            if verbose >= 1:
                log.info('linking %s -> %s', target, os.readlink(source))
            if not dry_run:
                os.symlink(os.readlink(source), target)
            copied.append(target)
        elif os.path.isdir(source):
            copied.extend(
                copy_tree(
                    source, target, preserve_mode, preserve_times, preserve_symlinks, update,
                    verbose=verbose, dry_run=dry_run,
                )
            )
        else:
            copy_file(source, target, preserve_mode, preserve_times, update, verbose=verbose, dry_run=dry_run)
            copied.append(target)
    return copied


def _removals(folder):
    """Each function and path that removing the folder takes, in order."""
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        if os.path.isdir(path) and not os.path.islink(path):
            for removal in _removals(path):
                yield removal
        else:
            yield os.remove, path
    yield os.rmdir, folder


def remove_tree(directory, verbose=1, dry_run=0):
    """Removes a folder with all that is in it. What cannot be removed is told, and left."""
    if verbose >= 1:
        log.info("removing '%s' (and everything under it)", directory)
    if dry_run:
        return
    for remove, path in list(_removals(directory)):
        try:
            remove(path)
            _path_created.pop(os.path.abspath(path), None)
        except (IOError, OSError) as error:
            log.warn('error removing %s: %s', directory, error)


def ensure_relative(path):
    """The path without what makes it absolute."""
    _drive, path = os.path.splitdrive(path)
    return path[1:] if path[0:1] == os.sep else path
