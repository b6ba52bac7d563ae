"""Lines of several files, one after another, or of the standard input."""

import os
import sys

__all__ = ['input', 'close', 'nextfile', 'filename', 'lineno', 'filelineno', 'isfirstline', 'isstdin', 'FileInput',
           'hook_compressed', 'hook_encoded']

DEFAULT_BUFSIZE = 8 * 1024

_MODES = ('r', 'rU', 'U', 'rb')
_state = None


def input(files=None, inplace=0, backup='', bufsize=0, mode='r', openhook=None):
    """The lines of the files; what the module's other functions then speak of."""
    global _state
    if _state and _state._file:
        raise RuntimeError('input() already active')
    _state = FileInput(files, inplace, backup, bufsize, mode, openhook)
    return _state


def close():
    """Ends what input() has begun."""
    global _state
    state, _state = _state, None
    if state:
        state.close()


def _active():
    if not _state:
        raise RuntimeError('no active input()')
    return _state


def nextfile():
    """Closes the file at hand, so that the next line comes from the next file."""
    return _active().nextfile()


def filename():
    """The name of the file of the last line."""
    return _active().filename()


def lineno():
    """How many lines there have been."""
    return _active().lineno()


def filelineno():
    """How many lines there have been of the file at hand."""
    return _active().filelineno()


def fileno():
    """The descriptor of the file at hand, or -1."""
    return _active().fileno()


def isfirstline():
    """Whether the last line was the first one of its file."""
    return _active().isfirstline()


def isstdin():
    """Whether the last line came from the standard input."""
    return _active().isstdin()


class FileInput:
    """What input() gives: the lines by iteration, by readline() or, in their order, by index."""

    def __init__(self, files=None, inplace=0, backup='', bufsize=0, mode='r', openhook=None):
        if isinstance(files, basestring):
            files = (files,)
        else:
            files = tuple(sys.argv[1:] if files is None else files) or ('-',)
        if mode not in _MODES:
            raise ValueError("FileInput opening mode must be one of 'r', 'rU', 'U' and 'rb'")
        if inplace and openhook:
            raise ValueError('FileInput cannot use an opening hook in inplace mode')
        if openhook and not hasattr(openhook, '__call__'):
            raise ValueError('FileInput openhook must be callable')
        self._files, self._inplace, self._backup, self._mode, self._openhook = files, inplace, backup, mode, openhook
        self._savestdout = self._output = self._filename = self._file = self._backupfilename = None
        self._lineno = self._filelineno = 0
        self._isstdin = False

    def __del__(self):
        self.close()

    def close(self):
        """Closes the file at hand and forgets the others."""
        try:
            self.nextfile()
        finally:
            self._files = ()

    def __iter__(self):
        return self

    def next(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __getitem__(self, i):
        if i != self._lineno:
            raise RuntimeError('accessing lines out of order')
        try:
            return self.next()
        except StopIteration:
            raise IndexError('end of input reached')

    def nextfile(self):
        """Closes the file at hand; what was written in its place takes its name."""
        savestdout, self._savestdout = self._savestdout, None
        if savestdout:
            sys.stdout = savestdout
        output, self._output = self._output, None
        try:
            if output:
                output.close()
        finally:
            file, self._file = self._file, None
            try:
                if file and not self._isstdin:
                    file.close()
            finally:
                backup, self._backupfilename = self._backupfilename, None
                if backup and not self._backup:
                    try:
                        os.unlink(backup)
                    except OSError:
                        pass
                self._isstdin = False

    def readline(self):
        """The next line, or an empty text at the end of the last file."""
        while True:
            if self._file:
                line = self._file.readline()
                if line:
                    self._lineno += 1
                    self._filelineno += 1
                    return line
                self.nextfile()
            if not self._files:
                return ''
            self._open(self._files[0])

    def _open(self, name):
        self._filename, self._files = name, self._files[1:]
        self._filelineno = 0
        self._isstdin = False
        self._backupfilename = None
        if name == '-':
            self._filename, self._file, self._isstdin = '<stdin>', sys.stdin, True
        elif self._inplace:
            self._replace(name)
        elif self._openhook:
            self._file = self._openhook(name, self._mode)
        else:
            self._file = open(name, self._mode)

    def _replace(self, name):
        """Moves the file aside and sends what is printed to a new one of its name."""
        self._backupfilename = name + (self._backup or os.extsep + 'bak')
        try:
            os.unlink(self._backupfilename)
        except OSError:
            pass
        os.rename(name, self._backupfilename)
        self._file = open(self._backupfilename, self._mode)
        try:
            permissions = os.fstat(self._file.fileno()).st_mode
        except OSError:
            self._output = open(name, 'w')
        else:
            descriptor = os.open(name, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, permissions)
            self._output = os.fdopen(descriptor, 'w')
            try:
                os.chmod(name, permissions)
            except OSError:
                pass
        self._savestdout, sys.stdout = sys.stdout, self._output

    def filename(self):
        return self._filename

    def lineno(self):
        return self._lineno

    def filelineno(self):
        return self._filelineno

    def fileno(self):
        try:
            return self._file.fileno() if self._file else -1
        except ValueError:
            return -1

    def isfirstline(self):
        return self._filelineno == 1

    def isstdin(self):
        return self._isstdin


def hook_compressed(filename, mode):
    """Opens files that end in .gz or .bz2 as what they are."""
    extension = os.path.splitext(filename)[1]
    if extension == '.gz':
        import gzip
        return gzip.open(filename, mode)
    if extension == '.bz2':
        import bz2
        return bz2.BZ2File(filename, mode)
    return open(filename, mode)


def hook_encoded(encoding):
    """An opening hook for files in the encoding."""
    import io

    def openhook(filename, mode):
        return io.open(filename, mode.replace('U', '').replace('b', '') or 'r', encoding=encoding, newline='')
    return openhook
