"""What `os` has in Python 2 only, or has in another form than in Python 3."""

import errno
import os
import posix

__all__ = ['environ', 'fdopen', 'getenv', 'putenv', 'unsetenv', 'popen', 'popen2', 'popen3', 'popen4', 'getcwdu', 'errno',
           'tmpfile', 'tempnam', 'tmpnam']


class _Environ(dict):
    """The environment: what is changed here, programs that are started find changed."""

    def __setitem__(self, key, item):
        posix.putenv(key, item)
        dict.__setitem__(self, key, item)

    def __delitem__(self, key):
        posix.unsetenv(key)
        dict.__delitem__(self, key)

    def clear(self):
        for key in self.keys():
            del self[key]

    def pop(self, key, *args):
        value = dict.pop(self, key, *args)
        posix.unsetenv(key)
        return value

    def popitem(self):
        key, value = dict.popitem(self)
        posix.unsetenv(key)
        return key, value

    def setdefault(self, key, failobj=None):
        if key not in self:
            self[key] = failobj
        return self[key]

    def update(self, *args, **kwargs):
        for key, value in dict(*args, **kwargs).items():
            self[key] = value

    def copy(self):
        return dict(self)


environ = _Environ(posix.environ)
fdopen = posix.fdopen
putenv = posix.putenv
unsetenv = posix.unsetenv


def getenv(key, default=None):
    """The value of an environment variable, or the default."""
    return environ.get(key, default)


def getcwdu():
    """The current directory as unicode."""
    return os.getcwd().decode('utf-8')


def popen(command, mode='r', bufsize=-1):
    """A file that is connected to a shell command's output, or with 'w' to its input; close() gives its wait status."""
    import subprocess
    if mode[:1] not in ('r', 'w') or mode[1:] not in ('', 'b'):
        raise OSError(22, 'Invalid argument')
    if mode[:1] == 'r':
        child = subprocess.Popen(command, bufsize, shell=True, stdout=subprocess.PIPE)
        return posix._command_file(child.stdout, command, mode, child.pid)
    child = subprocess.Popen(command, bufsize, shell=True, stdin=subprocess.PIPE)
    return posix._command_file(child.stdin, command, mode, child.pid)


def _pipes(cmd, bufsize, stderr):
    import subprocess
    return subprocess.Popen(cmd, bufsize, shell=isinstance(cmd, basestring), stdin=subprocess.PIPE,
                            stdout=subprocess.PIPE, stderr=stderr, close_fds=True)


def popen2(cmd, mode='t', bufsize=-1):
    """Runs a command: its input and its output."""
    child = _pipes(cmd, bufsize, None)
    return child.stdin, child.stdout


def popen3(cmd, mode='t', bufsize=-1):
    """Runs a command: its input, its output and its error output."""
    child = _pipes(cmd, bufsize, -1)
    return child.stdin, child.stdout, child.stderr


def popen4(cmd, mode='t', bufsize=-1):
    """Runs a command: its input, and its output with the error output in it."""
    child = _pipes(cmd, bufsize, -2)
    return child.stdin, child.stdout


def tmpfile():
    """A file without a name."""
    import tempfile
    return tempfile.TemporaryFile('w+b')


def tempnam(dir=None, prefix='file'):
    """A name in a folder that no file has yet."""
    import tempfile
    return tempfile.mktemp('', prefix or 'file', dir)


def tmpnam():
    """The same in the folder for such files."""
    return tempnam()
