"""Temporary files and directories.

Spec: https://docs.python.org/2.7/library/tempfile.html
"""

import errno as _errno
import io as _io
import os as _os
from random import Random as _Random

try:
    from cStringIO import StringIO as _StringIO
except ImportError:
    from StringIO import StringIO as _StringIO

import thread as _thread

__all__ = ['NamedTemporaryFile', 'TemporaryFile', 'SpooledTemporaryFile', 'mkstemp', 'mkdtemp', 'mktemp', 'TMP_MAX',
           'gettempprefix', 'tempdir', 'gettempdir']

_text_openflags = _os.O_RDWR | _os.O_CREAT | _os.O_EXCL | getattr(_os, 'O_NOFOLLOW', 0)
_bin_openflags = _text_openflags
_once_lock = _thread.allocate_lock()

TMP_MAX = getattr(_os, 'TMP_MAX', 10000)
template = 'tmp'

#: Where files are made, if the program says so; else found when it is first wanted.
tempdir = None


class _RandomNameSequence:
    """Endless names, others in each process."""

    characters = 'abcdefghijklmnopqrstuvwxyz' + 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' + '0123456789_'
    length = 6

    def __init__(self):
        self._source = self._owner = None
        self._turn = _thread.allocate_lock()

    @property
    def rng(self):
        if self._owner != _os.getpid():
            self._source, self._owner = _Random(), _os.getpid()
        return self._source

    def next(self):
        with self._turn:
            name = ''.join(map(self.rng.choice, [self.characters] * self.length))
        return _os.path.normcase(name)

    def __iter__(self):
        return self


_name_sequence = None


def _get_candidate_names():
    global _name_sequence
    with _once_lock:
        if _name_sequence is None:
            _name_sequence = _RandomNameSequence()
    return _name_sequence


# ---------------------------------------------------------------- where

def _candidate_tempdir_list():
    wanted = filter(None, [_os.getenv(name) for name in ('TMPDIR', 'TEMP', 'TMP')])
    return wanted + ['/tmp', '/var/tmp', '/usr/tmp', _here()]


def _here():
    try:
        return _os.getcwd()
    except (AttributeError, _os.error):
        return _os.curdir


def _get_default_tempdir():
    """The first folder in which a file can be written."""
    names = _RandomNameSequence()
    folders = _candidate_tempdir_list()
    for folder in folders:
        if folder != _os.curdir:
            folder = _os.path.normcase(_os.path.abspath(folder))
        for _ in range(100):
            path = _os.path.join(folder, names.next())
            try:
                fd = _os.open(path, _bin_openflags, 0600)
                try:
                    with _io.open(fd, 'wb', closefd=False) as target:
                        target.write(b'blat')
                finally:
                    _os.close(fd)
                    _os.unlink(path)
                return folder
            except (OSError, IOError) as error:
                if error.errno != _errno.EEXIST:
                    break
    raise IOError(_errno.ENOENT, 'No usable temporary directory found in %s' % folders)


def gettempprefix():
    return template


def gettempdir():
    global tempdir
    if tempdir is None:
        with _once_lock:
            if tempdir is None:
                tempdir = _get_default_tempdir()
    return tempdir


# ---------------------------------------------------------------- names

def _mkstemp_inner(folder, prefix, suffix, flags):
    names = _get_candidate_names()
    for _ in xrange(TMP_MAX):
        path = _os.path.join(folder, prefix + names.next() + suffix)
        try:
            return _os.open(path, flags, 0600), _os.path.abspath(path)
        except OSError as error:
            if error.errno != _errno.EEXIST:
                raise
    raise IOError(_errno.EEXIST, 'No usable temporary file name found')


def mkstemp(suffix='', prefix=template, dir=None, text=False):
    """Makes a file that nobody else can open. Returns its descriptor and its path."""
    flags = _text_openflags if text else _bin_openflags
    return _mkstemp_inner(gettempdir() if dir is None else dir, prefix, suffix, flags)


def mkdtemp(suffix='', prefix=template, dir=None):
    """Makes a directory that nobody else can read. Returns its path."""
    folder = gettempdir() if dir is None else dir
    names = _get_candidate_names()
    for _ in xrange(TMP_MAX):
        path = _os.path.join(folder, prefix + names.next() + suffix)
        try:
            _os.mkdir(path, 0700)
            return path
        except OSError as error:
            if error.errno != _errno.EEXIST:
                raise
    raise IOError(_errno.EEXIST, 'No usable temporary directory name found')


def mktemp(suffix='', prefix=template, dir=None):
    """A path at which there is nothing yet."""
    folder = gettempdir() if dir is None else dir
    names = _get_candidate_names()
    for _ in xrange(TMP_MAX):
        path = _os.path.join(folder, prefix + names.next() + suffix)
        if not _os.path.lexists(path):
            return path
    raise IOError(_errno.EEXIST, 'No usable temporary filename found')


# ---------------------------------------------------------------- files

class _TemporaryFileWrapper:
    """A file object that removes its file when it is closed."""

    unlink = staticmethod(_os.unlink)

    def __init__(self, file, name, delete=True):
        self.close_called, self.delete = False, delete
        self.file, self.name = file, name

    def __getattr__(self, name):
        found = getattr(self.__dict__['file'], name)
        # A number may be another one the next time.
        if issubclass(type(found), int):
            return found
        setattr(self, name, found)
        return found

    def close(self):
        if self.close_called:
            return
        self.close_called = True
        try:
            self.file.close()
        finally:
            self.delete and self.unlink(self.name)

    def __exit__(self, *exc):
        stops = self.file.__exit__(*exc)
        self.close()
        return stops

    def __enter__(self):
        self.file.__enter__()
        return self

    __del__ = close


def NamedTemporaryFile(mode='w+b', bufsize=-1, suffix='', prefix=template, dir=None, delete=True):
    """A file with a name (its attribute `name`), which is gone when it is closed, unless `delete` is false."""
    fd, path = mkstemp(suffix, prefix, dir, 'b' not in mode)
    try:
        return _TemporaryFileWrapper(_os.fdopen(fd, mode, bufsize), path, delete)
    except:
        _os.unlink(path)
        _os.close(fd)
        raise


def TemporaryFile(mode='w+b', bufsize=-1, suffix='', prefix=template, dir=None):
    """A file that nobody else can find."""
    fd, path = mkstemp(suffix, prefix, dir, 'b' not in mode)
    try:
        # It lives on without its name.
        _os.unlink(path)
        made = _os.fdopen(fd, mode, bufsize)
    except:
        _os.close(fd)
        raise
    return made


class SpooledTemporaryFile:
    """In memory, until more than `max_size` bytes are in it (0: no limit), or its descriptor is asked for."""

    _rolled = False

    def __init__(self, max_size=0, mode='w+b', bufsize=-1, suffix='', prefix=template, dir=None):
        self._max_size, self._file = max_size, _StringIO()
        self._TemporaryFileArgs = mode, bufsize, suffix, prefix, dir

    def __iter__(self):
        return self._file.__iter__()

    def _check(self, file):
        if not self._rolled and self._max_size and file.tell() > self._max_size:
            self.rollover()

    def rollover(self):
        if self._rolled:
            return
        before = self._file
        self._file = TemporaryFile(*self._TemporaryFileArgs)
        del self._TemporaryFileArgs
        self._file.write(before.getvalue())
        self._file.seek(before.tell(), 0)
        self._rolled = True

    def __enter__(self):
        if self._file.closed:
            raise ValueError('Cannot enter context with closed file')
        return self

    def __exit__(self, exc, value, tb):
        self._file.close()

    @property
    def closed(self):
        return self._file.closed

    @property
    def mode(self):
        return self._file.mode if self._rolled else self._TemporaryFileArgs[0]

    @property
    def name(self):
        return self._file.name if self._rolled else None

    @property
    def softspace(self):
        return self._file.softspace

    def fileno(self):
        self.rollover()
        return self._file.fileno()

    def truncate(self):
        self._file.truncate()

    def _put(self, way, data):
        target = self._file
        result = getattr(target, way)(data)
        self._check(target)
        return result

    def write(self, s):
        return self._put('write', s)

    def writelines(self, iterable):
        return self._put('writelines', iterable)

    def xreadlines(self, *args):
        return self._file.xreadlines(*args) if hasattr(self._file, 'xreadlines') else iter(self._file.readlines(*args))


def _passed_on(name):
    def method(self, *args):
        return getattr(self._file, name)(*args)
    method.__name__ = name
    return method


for _name in 'close flush isatty next read readline readlines seek tell'.split():
    setattr(SpooledTemporaryFile, _name, _passed_on(_name))
del _name
