"""Child programs with pipes.

Spec: https://docs.python.org/2.7/library/popen2.html
"""

import subprocess

__all__ = ['popen2', 'popen3', 'popen4']

MAXFD = 256

# Children that nothing refers to any more.
_active = []


def _cleanup():
    """Takes notice of the ends of children that nobody asks for."""
    for child in _active[:]:
        if child.poll() >= 0 and child in _active:
            _active.remove(child)


class Popen3(object):
    """A child with pipes to its standard streams; a text is a command of the shell."""

    def __init__(self, cmd, capturestderr=False, bufsize=-1):
        self._start(cmd, bufsize, subprocess.PIPE if capturestderr else None)

    def _start(self, cmd, bufsize, errors):
        child = subprocess.Popen(cmd, bufsize, shell=isinstance(cmd, basestring), stdin=subprocess.PIPE,
                                 stdout=subprocess.PIPE, stderr=errors, close_fds=True)
        self._child = child
        self.cmd = cmd
        self.pid = child.pid
        self.sts = -1
        self.tochild = child.stdin
        self.fromchild = child.stdout
        self.childerr = child.stderr

    def _note(self, code):
        if code is not None:
            self.sts = code << 8 if code >= 0 else -code
        return self.sts

    def poll(self, _deadstate=None):
        """The status with which the child ended, as from `os.wait`; -1 while it runs."""
        return self._note(self._child.poll())

    def wait(self):
        """Waits for the child's end; gives its status, as from `os.wait`."""
        return self._note(self._child.wait())


class Popen4(Popen3):
    """A child whose errors come with its output."""

    childerr = None

    def __init__(self, cmd, bufsize=-1):
        self._start(cmd, bufsize, subprocess.STDOUT)


def _ends(child, *names):
    return tuple([getattr(child, name) for name in names])


def popen2(cmd, bufsize=-1, mode='t'):
    """(output, input) of a child."""
    return _ends(Popen3(cmd, False, bufsize), 'fromchild', 'tochild')


def popen3(cmd, bufsize=-1, mode='t'):
    """(output, input, errors) of a child."""
    return _ends(Popen3(cmd, True, bufsize), 'fromchild', 'tochild', 'childerr')


def popen4(cmd, bufsize=-1, mode='t'):
    """(output and errors, input) of a child."""
    return _ends(Popen4(cmd, bufsize), 'fromchild', 'tochild')
