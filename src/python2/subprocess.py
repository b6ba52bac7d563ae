"""Starts programs, connects to their input and output, and gets how they ended."""

import errno
import os
import select
import signal
import sys
import _posixsubprocess

__all__ = ['Popen', 'PIPE', 'STDOUT', 'call', 'check_call', 'check_output', 'CalledProcessError']

mswindows = False
PIPE = -1
STDOUT = -2
MAXFD = 256

_CHUNK = 65536


class CalledProcessError(Exception):
    """The command of check_call() or check_output() has not ended with 0."""

    def __init__(self, returncode, cmd, output=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output

    def __str__(self):
        return "Command '%s' returned non-zero exit status %d" % (self.cmd, self.returncode)


def call(*popenargs, **kwargs):
    """Runs a command to its end; its return code."""
    return Popen(*popenargs, **kwargs).wait()


def check_call(*popenargs, **kwargs):
    """Runs a command to its end; CalledProcessError unless that is 0."""
    code = call(*popenargs, **kwargs)
    if code:
        raise CalledProcessError(code, _command(popenargs, kwargs))
    return 0


def check_output(*popenargs, **kwargs):
    """What a command writes; CalledProcessError unless it ends with 0."""
    if 'stdout' in kwargs:
        raise ValueError('stdout argument not allowed, it will be overridden.')
    child = Popen(stdout=PIPE, *popenargs, **kwargs)
    output, _ = child.communicate()
    code = child.poll()
    if code:
        raise CalledProcessError(code, _command(popenargs, kwargs), output=output)
    return output


def _command(popenargs, kwargs):
    cmd = kwargs.get('args')
    return popenargs[0] if cmd is None else cmd


def list2cmdline(seq):
    """The words as one command line by the rules of Microsoft's C library."""
    return ' '.join(_quoted(word) for word in seq)


def _quoted(word):
    result = []
    backslashes = 0
    for c in word:
        if c == '\\':
            backslashes += 1
            continue
        if c == '"':
            result.append('\\' * (2 * backslashes + 1) + c)
        else:
            result.append('\\' * backslashes + c)
        backslashes = 0
    if word and not (' ' in word or '\t' in word):
        return ''.join(result) + '\\' * backslashes
    return '"' + ''.join(result) + '\\' * (2 * backslashes) + '"'


class Popen(object):
    """A child program."""

    def __init__(self, args, bufsize=0, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None,
                 close_fds=False, shell=False, cwd=None, env=None, universal_newlines=False, startupinfo=None,
                 creationflags=0):
        self._child_created = False
        if not isinstance(bufsize, (int, long)):
            raise TypeError('bufsize must be an integer')
        if startupinfo is not None:
            raise ValueError('startupinfo is only supported on Windows platforms')
        if creationflags != 0:
            raise ValueError('creationflags is only supported on Windows platforms')
        self.stdin = None
        self.stdout = None
        self.stderr = None
        self.pid = None
        self.returncode = None
        self.universal_newlines = universal_newlines
        self._theirs = []
        self._ours = []
        try:
            given = self._for_stdin(stdin), self._for_output(stdout, 1), None
            given = given[0], given[1], self._for_stderr(stderr, given[1])
            self._start(_words(args, shell, executable), executable, given, preexec_fn, close_fds, cwd, env)
        except Exception:
            for fd in self._theirs + self._ours:
                os.close(fd)
            raise
        for fd in self._theirs:
            os.close(fd)
        mode = 'rU' if universal_newlines else 'rb'
        if stdin == PIPE:
            self.stdin = os.fdopen(self._in, 'wb', bufsize)
        if stdout == PIPE:
            self.stdout = os.fdopen(self._out, mode, bufsize)
        if stderr == PIPE:
            self.stderr = os.fdopen(self._err, mode, bufsize)
        del self._theirs, self._ours

    def _for_stdin(self, stdin):
        if stdin != PIPE:
            return _descriptor(stdin)
        theirs, self._in = os.pipe()
        self._theirs.append(theirs)
        self._ours.append(self._in)
        return theirs

    def _for_output(self, given, number):
        if given != PIPE:
            return _descriptor(given)
        ours, theirs = os.pipe()
        self._theirs.append(theirs)
        self._ours.append(ours)
        if number == 1:
            self._out = ours
        else:
            self._err = ours
        return theirs

    def _for_stderr(self, stderr, out):
        if stderr == STDOUT:
            return 1 if out == -1 else out
        return self._for_output(stderr, 2)

    def _start(self, words, executable, given, preexec_fn, close_fds, cwd, env):
        file = words[0] if executable is None else executable
        if os.path.dirname(file):
            files = (file,)
        else:
            path = (os.environ if env is None else env).get('PATH', os.defpath)
            files = tuple(os.path.join(folder, file) for folder in path.split(os.pathsep))
        variables = None if env is None else ['%s=%s' % item for item in env.items()]
        report, failure = os.pipe()
        try:
            self.pid = _posixsubprocess.fork_exec(
                words, files, close_fds, (failure,), cwd, variables, given[0], -1, -1, given[1], -1, given[2],
                report, failure, False, False, -1, None, None, None, -1, preexec_fn, False)
            self._child_created = True
            os.close(failure)
            failure = None
            text = os.read(report, _CHUNK)
        finally:
            os.close(report)
            if failure is not None:
                os.close(failure)
        if text:
            os.waitpid(self.pid, 0)
            kind, number, detail = text.split(':', 2)
            if kind != 'OSError':
                raise getattr(__builtins__, kind, RuntimeError)(detail)
            raise OSError(int(number, 16), os.strerror(int(number, 16)))

    def _ended(self, status):
        if os.WIFSIGNALED(status):
            self.returncode = -os.WTERMSIG(status)
        else:
            self.returncode = os.WEXITSTATUS(status)

    def poll(self):
        """The return code, None while the program runs."""
        if self.returncode is None:
            try:
                pid, status = os.waitpid(self.pid, os.WNOHANG)
                if pid == self.pid:
                    self._ended(status)
            except OSError as e:
                if e.errno == errno.ECHILD:
                    self.returncode = 0
        return self.returncode

    def wait(self):
        """Waits for the end; the return code."""
        while self.returncode is None:
            try:
                pid, status = os.waitpid(self.pid, 0)
            except OSError as e:
                if e.errno != errno.ECHILD:
                    raise
                pid, status = self.pid, 0
            if pid == self.pid:
                self._ended(status)
        return self.returncode

    def communicate(self, input=None):
        """Sends the input, reads all output, waits for the end: (stdout, stderr)."""
        pipes = [self.stdin, self.stdout, self.stderr]
        if pipes.count(None) >= 2:
            return self._communicate_by_one(input)
        output = self._exchange(input)
        self.wait()
        return output

    def _communicate_by_one(self, input):
        stdout = stderr = None
        if self.stdin:
            if input:
                try:
                    self.stdin.write(input)
                except IOError as e:
                    if e.errno not in (errno.EPIPE, errno.EINVAL):
                        raise
            self.stdin.close()
        elif self.stdout:
            stdout = self.stdout.read()
            self.stdout.close()
        elif self.stderr:
            stderr = self.stderr.read()
            self.stderr.close()
        self.wait()
        return stdout, stderr

    def _exchange(self, input):
        if self.stdin:
            self.stdin.flush()
            if not input:
                self.stdin.close()
        writing = [self.stdin] if self.stdin and input else []
        reading = dict((stream, []) for stream in (self.stdout, self.stderr) if stream)
        open_ = list(reading)
        sent = 0
        while open_ or writing:
            readable, writable, _ = select.select(open_, writing, [])
            if writable:
                try:
                    sent += os.write(self.stdin.fileno(), input[sent:sent + 4096])
                except OSError as e:
                    if e.errno != errno.EPIPE:
                        raise
                    sent = len(input)
                if sent >= len(input):
                    self.stdin.close()
                    writing = []
            for stream in readable:
                data = os.read(stream.fileno(), _CHUNK)
                reading[stream].append(data)
                if not data:
                    stream.close()
                    open_.remove(stream)
        return self._text(reading, self.stdout), self._text(reading, self.stderr)

    def _text(self, reading, stream):
        if stream is None:
            return None
        data = ''.join(reading[stream])
        return data.replace('\r\n', '\n').replace('\r', '\n') if self.universal_newlines else data

    def send_signal(self, sig):
        """Sends a signal to the program."""
        os.kill(self.pid, sig)

    def terminate(self):
        """Ends the program with SIGTERM."""
        self.send_signal(signal.SIGTERM)

    def kill(self):
        """Ends the program with SIGKILL."""
        self.send_signal(signal.SIGKILL)


def _descriptor(given):
    if given is None:
        return -1
    return given if isinstance(given, (int, long)) else given.fileno()


def _words(args, shell, executable):
    words = [args] if isinstance(args, basestring) else list(args)
    if shell:
        words = ['/bin/sh', '-c'] + words
        if executable:
            words[0] = executable
    return words
