"""Starts programs, connects to their input and output, and gets how they ended."""

import errno
import os
import select
import signal
import sys

import _posixsubprocess

__all__ = 'Popen PIPE STDOUT call check_call check_output CalledProcessError'.split()

PIPE, STDOUT = -1, -2
MAXFD = 256
mswindows = sys.platform.startswith('win')

_BLOCK = 1 << 16
_NAMES = 'stdin', 'stdout', 'stderr'


class CalledProcessError(Exception):
    """A command has not ended with 0: `cmd`, `returncode`, and `output` where it was read."""

    def __init__(self, returncode, cmd, output=None):
        vars(self).update(returncode=returncode, cmd=cmd, output=output)

    def __str__(self):
        said = self.cmd, self.returncode
        return "Command '%s' returned non-zero exit status %d" % said


# ---------------------------------------------------------------- whole commands


def call(*popenargs, **kwargs):
    """Runs a command to its end; its return code."""
    child = Popen(*popenargs, **kwargs)
    return child.wait()


def check_call(*popenargs, **kwargs):
    """Runs a command to its end, which has to be 0."""
    return _checked(call(*popenargs, **kwargs), popenargs, kwargs)


def check_output(*popenargs, **kwargs):
    """What a command writes; its end has to be 0."""
    if 'stdout' not in kwargs:
        child = Popen(*popenargs, **dict(kwargs, stdout=PIPE))
        text = child.communicate()[0]
        _checked(child.poll(), popenargs, kwargs, text)
        return text
    raise ValueError('stdout argument not allowed, it will be overridden.')


def _checked(code, popenargs, kwargs, *output):
    if code != 0:
        command = kwargs['args'] if kwargs.get('args') is not None else popenargs[0]
        raise CalledProcessError(code, command, *output)
    return code


def list2cmdline(seq):
    """The words as one command line by the rules of Microsoft's C library."""
    from _library3 import library
    return library('subprocess').list2cmdline(seq)


# ---------------------------------------------------------------- programs


class _Pipes:
    """The ends of the three streams: what the program gets (-1: what this one has), and what is kept here."""

    def __init__(self, given):
        self.theirs, self.ours, self._opened = [], {}, []
        try:
            for number, stream in enumerate(given):
                self.theirs.append(self._end(number, stream))
        except:
            self.close(True)
            raise

    def _end(self, number, stream):
        if stream == PIPE:
            ends = os.pipe()
            # The program reads from its input, and writes to the others.
            their, our = ends if number == 0 else ends[::-1]
            self._opened.append(their)
            self.ours[number] = our
            return their
        if stream is None:
            return -1
        if stream == STDOUT and number == 2:
            return 1 if self.theirs[1] == -1 else self.theirs[1]
        return stream if isinstance(stream, (int, long)) else stream.fileno()

    def close(self, both):
        """Closes the program's ends, and ours too when there is no program."""
        for number in self._opened + (self.ours.values() if both else []):
            os.close(number)


# Programs that nobody has asked for since nothing refers to them any more.
_active = []


def _cleanup():
    """Takes notice of the ends of programs that nobody asks for."""
    for child in _active[:]:
        if child.poll() is not None and child in _active:
            _active.remove(child)


class Popen(object):
    """A program that has been started."""

    def __init__(self, args, bufsize=0, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None,
                 close_fds=False, shell=False, cwd=None, env=None, universal_newlines=False, startupinfo=None,
                 creationflags=0):
        if not isinstance(bufsize, (int, long)):
            raise TypeError('bufsize must be an integer')
        for name, is_given in ('startupinfo', startupinfo is not None), ('creationflags', creationflags != 0):
            if is_given:
                raise ValueError(name + ' is only supported on Windows platforms')
        self.pid = self.returncode = None
        self.universal_newlines = universal_newlines
        words = _words(args, shell, executable)
        pipes, started = _Pipes([stdin, stdout, stderr]), False
        try:
            self.pid = _start(words, executable or words[0], pipes.theirs, preexec_fn, close_fds, cwd, env)
            started = True
        finally:
            pipes.close(not started)
        for number, name in enumerate(_NAMES):
            mode = 'wb' if number == 0 else 'rU' if universal_newlines else 'rb'
            setattr(self, name, os.fdopen(pipes.ours[number], mode, bufsize) if number in pipes.ours else None)

    # ------------------------------------------------------------ the end

    def _ask(self, options):
        """Asks the system how the program ended; it may have told somebody else."""
        try:
            pid, status = os.waitpid(self.pid, options)
        except OSError as problem:
            if problem.errno == errno.ECHILD:
                self.returncode = 0
            elif not options:
                raise
            return
        if pid == self.pid:
            self.returncode = -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)

    def poll(self):
        """The return code, None while the program runs."""
        if self.returncode is None:
            self._ask(os.WNOHANG)
        return self.returncode

    def wait(self):
        """Waits for the end; the return code, minus the signal's number if that was the end."""
        while self.returncode is None:
            self._ask(0)
        return self.returncode

    def send_signal(self, sig):
        os.kill(self.pid, sig)

    def terminate(self):
        """Asks the program to end."""
        self.send_signal(sig=signal.SIGTERM)

    def kill(self):
        """Ends the program."""
        self.send_signal(sig=signal.SIGKILL)

    # ------------------------------------------------------------ input and output

    def communicate(self, input=None):
        """Sends the input, reads all output, waits for the end: (stdout, stderr)."""
        streams = [stream for stream in (self.stdin, self.stdout, self.stderr) if stream]
        if len(streams) == 1:
            # Nothing else can stand still meanwhile.
            found = {streams[0]: self._simply(streams[0], input)}
        else:
            found = self._exchange(streams, input) if streams else {}
        self.wait()
        return found.get(self.stdout or None), found.get(self.stderr or None)

    def _simply(self, stream, input):
        try:
            if stream is not self.stdin:
                return stream.read()
            stream.write(input or '')
        except IOError as problem:
            if problem.errno not in (errno.EPIPE, errno.EINVAL):
                raise
        finally:
            stream.close()

    def _exchange(self, streams, input):
        """Writes and reads whatever can be, until all is through; the texts by their streams."""
        reading = dict((stream, []) for stream in streams if stream is not self.stdin)
        left = self._begin_input(input)
        waiting = set(reading)
        while waiting or left:
            readable, writable = select.select(list(waiting), [self.stdin] if left else [], [])[:2]
            if writable:
                left = self._send(left)
            for stream in readable:
                text = os.read(stream.fileno(), _BLOCK)
                reading[stream].append(text)
                if text == '':
                    stream.close()
                    waiting.remove(stream)
        return dict((stream, self._lines(''.join(reading[stream]))) for stream in reading)

    def _begin_input(self, input):
        """What there is to send; without that the input ends at once."""
        if not self.stdin:
            return ''
        self.stdin.flush()
        if not input:
            self.stdin.close()
        return input or ''

    def _send(self, text):
        """Sends some; what is left. A program that does not read any more gets none of it."""
        try:
            left = text[os.write(self.stdin.fileno(), text[:select.PIPE_BUF]):]
        except OSError as problem:
            if problem.errno != errno.EPIPE:
                raise
            left = ''
        if left == '':
            self.stdin.close()
        return left

    def _lines(self, text):
        """The text with lines that end as they do here."""
        return '\n'.join(text.replace('\r\n', '\n').split('\r')) if self.universal_newlines else text


def _words(args, shell, executable):
    """The command as a list, for the shell if it is to read it."""
    given = [args] if isinstance(args, basestring) else list(args)
    return [executable or '/bin/sh', '-c'] + given if shell else given


def _files(name, env):
    """Where a program of this name may be."""
    if '/' in name:
        return name,
    path = (os.environ if env is None else env).get('PATH', os.defpath)
    return tuple(os.path.join(folder, name) for folder in path.split(os.pathsep))


def _start(words, name, streams, preexec_fn, close_fds, cwd, env):
    """Starts a program; its pid. What keeps it from running is raised here."""
    variables = None if env is None else map('%s=%s'.__mod__, env.items())
    report, failure = os.pipe()
    try:
        try:
            pid = _posixsubprocess.fork_exec(
                words, _files(name, env), close_fds, (failure,), cwd, variables, streams[0], -1, -1, streams[1], -1,
                streams[2], report, failure, False, False, -1, None, None, None, -1, preexec_fn, False)
        finally:
            os.close(failure)
        problem = os.read(report, _BLOCK)
    finally:
        os.close(report)
    if problem:
        os.waitpid(pid, 0)
        kind, number, text = problem.split(':', 2)
        _raise(kind, number, text, cwd)
    return pid


def _raise(kind, number, text, cwd):
    """Raises what the program's process has reported."""
    if kind == 'OSError':
        code = int(number, 16)
        raise OSError(code, os.strerror(code), *([] if cwd is None or os.path.isdir(cwd) else [cwd]))
    raise getattr(__builtins__, kind, RuntimeError)(text)
