"""Copies, moves and removals of files and whole trees, and archives of them.

Spec: https://docs.python.org/2.7/library/shutil.html
"""

import os
import stat
import sys
from os.path import abspath
import fnmatch
import errno

__all__ = ['copyfileobj', 'copyfile', 'copymode', 'copystat', 'copy', 'copy2', 'copytree', 'move', 'rmtree', 'Error',
           'SpecialFileError', 'ExecError', 'make_archive', 'get_archive_formats', 'register_archive_format',
           'unregister_archive_format', 'ignore_patterns']


class Error(EnvironmentError):
    pass


class SpecialFileError(EnvironmentError):
    """A file that cannot be copied: a named pipe."""


class ExecError(EnvironmentError):
    """A command could not be executed."""


# ---------------------------------------------------------------- files

def copyfileobj(fsrc, fdst, length=16 * 1024):
    """Copies what is left in one file object to another, `length` bytes at a time."""
    while True:
        data = fsrc.read(length)
        if not data:
            return
        fdst.write(data)


def _samefile(src, dst):
    try:
        return os.path.samefile(src, dst)
    except OSError:
        return False


def copyfile(src, dst):
    """Copies the content of a file."""
    if _samefile(src, dst):
        raise Error('`%s` and `%s` are the same file' % (src, dst))
    for path in src, dst:
        try:
            mode = os.stat(path).st_mode
        except OSError:
            continue
        if stat.S_ISFIFO(mode):
            raise SpecialFileError('`%s` is a named pipe' % path)
    with open(src, 'rb') as source:
        with open(dst, 'wb') as target:
            copyfileobj(source, target)


def copymode(src, dst):
    """Copies the permissions of a file."""
    os.chmod(dst, stat.S_IMODE(os.stat(src).st_mode))


def copystat(src, dst):
    """Copies permissions and times of a file."""
    known = os.stat(src)
    os.utime(dst, (known.st_atime, known.st_mtime))
    os.chmod(dst, stat.S_IMODE(known.st_mode))


def _target(src, dst):
    return os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst


def copy(src, dst):
    """Copies content and permissions; `dst` may be a directory."""
    dst = _target(src, dst)
    copyfile(src, dst)
    copymode(src, dst)


def copy2(src, dst):
    """Copies content, permissions and times; `dst` may be a directory."""
    dst = _target(src, dst)
    copyfile(src, dst)
    copystat(src, dst)


# ---------------------------------------------------------------- trees

def ignore_patterns(*patterns):
    """What `copytree` takes as `ignore`, to leave out what matches one of the patterns."""
    def _ignore_patterns(path, names):
        return set(name for pattern in patterns for name in fnmatch.filter(names, pattern))
    return _ignore_patterns


def copytree(src, dst, symlinks=False, ignore=None):
    """Copies a directory with all that is in it; `dst` must not exist.

    What could not be copied is told at the end: an `Error` with a list of triples (source, destination, reason).
    """
    names = os.listdir(src)
    left_out = set() if ignore is None else ignore(src, names)
    os.makedirs(dst)
    errors = []
    for name in names:
        if name in left_out:
            continue
        here, there = os.path.join(src, name), os.path.join(dst, name)
        try:
            if symlinks and os.path.islink(here):
                os.symlink(os.readlink(here), there)
            elif os.path.isdir(here):
                copytree(here, there, symlinks, ignore)
            else:
                copy2(here, there)
        except Error as error:
            errors.extend(error.args[0])
        except EnvironmentError as error:
            errors.append((here, there, str(error)))
    try:
        copystat(src, dst)
    except OSError as error:
        errors.append((src, dst, str(error)))
    if errors:
        raise Error, errors


def rmtree(path, ignore_errors=False, onerror=None):
    """Removes a directory with all that is in it.

    What goes wrong is raised, or passed over, or told `onerror`: the function of `os`, the path, and `sys.exc_info()`.
    """
    _remove_tree(path, _teller(ignore_errors, onerror))


def _teller(ignore_errors, onerror):
    """What is called with (function, path) while an error of that call is being handled."""
    def tell(function, path):
        if ignore_errors:
            return
        if onerror is None:
            raise
        onerror(function, path, sys.exc_info())
    return tell


def _remove_tree(path, tell):
    try:
        if os.path.islink(path):
            raise OSError('Cannot call rmtree on a symbolic link')
    except OSError:
        return tell(os.path.islink, path)
    for name in _attempt(os.listdir, path, tell) or ():
        each = os.path.join(path, name)
        if _is_own_directory(each):
            _remove_tree(each, tell)
        else:
            _attempt(os.remove, each, tell)
    _attempt(os.rmdir, path, tell)


def _attempt(function, path, tell):
    try:
        return function(path)
    except os.error:
        tell(function, path)


def _is_own_directory(path):
    try:
        return stat.S_ISDIR(os.lstat(path).st_mode)
    except os.error:
        return False


def _basename(path):
    return os.path.basename(path.rstrip(os.path.sep + (os.path.altsep or '')))


def _destinsrc(src, dst):
    outer, inner = (abspath(path).rstrip(os.path.sep) + os.path.sep for path in (src, dst))
    return inner.startswith(outer)


def move(src, dst):
    """Moves a file or directory, into `dst` if that is a directory; by copying, where it cannot be renamed."""
    is_folder = os.path.isdir(dst)
    if is_folder and _samefile(src, dst):
        # Another spelling of its name.
        os.rename(src, dst)
        return
    place = os.path.join(dst, _basename(src)) if is_folder else dst
    if is_folder and os.path.exists(place):
        raise Error, "Destination path '%s' already exists" % place
    try:
        os.rename(src, place)
    except OSError:
        _move_by_copying(src, dst, place)


def _move_by_copying(src, dst, place):
    is_folder = os.path.isdir(src)
    if is_folder and _destinsrc(src, dst):
        raise Error, "Cannot move a directory '%s' into itself '%s'." % (src, dst)
    if is_folder:
        copytree(src, place, symlinks=True)
        rmtree(src)
    else:
        copy2(src, place)
        os.unlink(src)


# ---------------------------------------------------------------- archives

def _number(find, name):
    if name is None:
        return None
    try:
        return find(name)[2]
    except KeyError:
        return None


def _prepare(archive, dry_run, logger):
    folder = os.path.dirname(archive)
    if folder and not os.path.exists(folder):
        if logger is not None:
            logger.info('creating %s' % folder)
        if not dry_run:
            os.makedirs(folder)


def _make_tarball(base_name, base_dir, compress='gzip', verbose=0, dry_run=0, owner=None, group=None, logger=None):
    kinds = {None: ('', ''), 'gzip': ('gz', '.gz'), 'bzip2': ('bz2', '.bz2')}
    if compress not in kinds:
        raise ValueError("bad value for 'compress', or compression format not supported : {0}".format(compress))
    kind, suffix = kinds[compress]
    archive = base_name + '.tar' + suffix
    _prepare(archive, dry_run, logger)
    import grp
    import pwd
    import tarfile
    if logger is not None:
        logger.info('Creating tar archive')
    uid, gid = _number(pwd.getpwnam, owner), _number(grp.getgrnam, group)

    def owned(info):
        if gid is not None:
            info.gid, info.gname = gid, group
        if uid is not None:
            info.uid, info.uname = uid, owner
        return info

    if not dry_run:
        tar = tarfile.open(archive, 'w|%s' % kind)
        try:
            tar.add(base_dir, filter=owned)
        finally:
            tar.close()
    return archive


def _make_zipfile(base_name, base_dir, verbose=0, dry_run=0, logger=None):
    archive = base_name + '.zip'
    _prepare(archive, dry_run, logger)
    import zipfile
    if logger is not None:
        logger.info("creating '%s' and adding '%s' to it", archive, base_dir)
    if dry_run:
        return archive
    with zipfile.ZipFile(archive, 'w', compression=zipfile.ZIP_DEFLATED) as target:
        paths = []
        if base_dir != os.curdir:
            paths.append(os.path.normpath(base_dir))
        for folder, folders, files in os.walk(base_dir):
            paths.extend(os.path.normpath(os.path.join(folder, name)) for name in sorted(folders))
            paths.extend(path for path in (os.path.normpath(os.path.join(folder, name)) for name in files)
                         if os.path.isfile(path))
        for path in paths:
            target.write(path, path)
            if logger is not None:
                logger.info("adding '%s'", path)
    return archive


_ARCHIVE_FORMATS = {
    'gztar': (_make_tarball, [('compress', 'gzip')], "gzip'ed tar-file"),
    'bztar': (_make_tarball, [('compress', 'bzip2')], "bzip2'ed tar-file"),
    'tar': (_make_tarball, [('compress', None)], 'uncompressed tar file'),
    'zip': (_make_zipfile, [], 'ZIP file'),
}


def get_archive_formats():
    """Pairs (name, description), in the order of names."""
    return sorted((name, known[2]) for name, known in _ARCHIVE_FORMATS.items())


def unregister_archive_format(name):
    del _ARCHIVE_FORMATS[name]


def register_archive_format(name, function, extra_args=None, description=''):
    """A format for `make_archive`, which calls `function` with the arguments of pairs (name, value) too."""
    pairs = [] if extra_args is None else extra_args
    if not callable(function):
        raise TypeError, 'The %s object is not callable' % function
    if not isinstance(pairs, (tuple, list)):
        raise TypeError, 'extra_args needs to be a sequence'
    if any(not isinstance(pair, (tuple, list)) or len(pair) != 2 for pair in pairs):
        raise TypeError, 'extra_args elements are : (arg_name, value)'
    _ARCHIVE_FORMATS[name] = (function, pairs, description)


def make_archive(base_name, format, root_dir=None, base_dir=None, verbose=0, dry_run=0, owner=None, group=None,
                 logger=None):
    """Makes an archive of `base_dir` as seen from `root_dir`. Returns its path."""
    before, goes = os.getcwd(), root_dir is not None
    if goes and logger is not None:
        logger.debug("changing into '%s'", root_dir)
    if goes:
        base_name = abspath(base_name)
    if goes and not dry_run:
        os.chdir(root_dir)
    options = {'dry_run': dry_run, 'logger': logger}
    try:
        function, extra, _ = _ARCHIVE_FORMATS[format]
    except KeyError:
        raise ValueError, "unknown archive format '%s'" % format
    options.update(extra)
    if format != 'zip':
        options.update(owner=owner, group=group)
    try:
        return function(base_name, os.curdir if base_dir is None else base_dir, **options)
    finally:
        if goes and logger is not None:
            logger.debug("changing back to '%s'", before)
        if goes:
            os.chdir(before)
