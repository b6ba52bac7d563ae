"""Files in memory, of str or unicode text."""

import errno as _errno

__all__ = ['StringIO']


def _while_open(method):
    """A method that raises ValueError once the file is closed."""
    def checked(self, *args, **named):
        if self.closed:
            raise ValueError('I/O operation on closed file')
        return method(self, *args, **named)

    checked.__name__, checked.__doc__ = method.__name__, method.__doc__
    return checked


def _text(value):
    return value if isinstance(value, basestring) else str(value)


class StringIO:
    """A file whose contents are a text: the one given, then what is written.

    What is written at the end waits in `buflist` until somebody wants to see it, so that much of it is quick.
    """

    def __init__(self, buf=''):
        self.closed, self.softspace = False, 0
        self.buf, self.buflist = _text(buf), []
        self.pos, self.len = 0, len(self.buf)

    # Reading.

    def _up_to(self, end):
        """The text from the position to end, where the position is then."""
        start, self.pos = self.pos, max(self.pos, min(end, self.len))
        return self.getvalue()[start:end]

    @_while_open
    def read(self, n=-1):
        """Up to n characters; all that are left if n is negative."""
        return self._up_to(self.len if n is None or n < 0 else self.pos + n)

    @_while_open
    def readline(self, length=None):
        """The text up to the next newline, that included; '' at the end."""
        newline = self.getvalue().find('\n', self.pos)
        end = newline + 1 if newline >= 0 else self.len
        is_limited = length is not None and length >= 0
        return self._up_to(min(end, self.pos + length) if is_limited else end)

    def __iter__(self):
        return self

    @_while_open
    def next(self):
        """The next line."""
        for line in iter(self.readline, ''):
            return line
        raise StopIteration

    def readlines(self, sizehint=0):
        """The lines that are left, or as many as have sizehint characters."""
        found, size = [], 0
        for line in iter(self.readline, ''):
            found.append(line)
            size += len(line)
            if 0 < sizehint <= size:
                break
        return found

    @_while_open
    def getvalue(self):
        """All of the text."""
        if self.buflist:
            self.buf = self.buf + ''.join(self.buflist)
            del self.buflist[:]
        return self.buf

    # Writing.

    @_while_open
    def write(self, s):
        """Puts a text at the position, over what is there; what is not a text is made one."""
        text = _text(s) if s else ''
        if not text:
            return
        gap = self.pos - self.len
        if gap > 0:
            # A position behind the end: what is between them is made of zeros.
            self.buflist.append('\0' * gap)
            self.len += gap
        end = self.pos + len(text)
        if self.pos == self.len:
            self.buflist.append(text)
        else:
            before = self.getvalue()
            self.buf = before[:self.pos] + text + before[end:]
        self.pos, self.len = end, max(end, self.len)

    def writelines(self, iterable):
        """Writes one text after the other."""
        for text in iterable:
            self.write(text)

    @_while_open
    def truncate(self, size=None):
        """Forgets what is behind the first size characters, or behind the position."""
        keep = self.pos if size is None else size
        if keep < 0:
            raise IOError(_errno.EINVAL, 'Negative size not allowed')
        self.buf = self.getvalue()[:keep]
        self.pos, self.len = min(self.pos, keep), keep

    # The rest of a file.

    @_while_open
    def tell(self):
        """The position."""
        return self.pos

    @_while_open
    def seek(self, pos, mode=0):
        """Goes to a position: from the start, from here (mode 1) or from the end (mode 2)."""
        from_where = {1: self.pos, 2: self.len}
        self.pos = max(0, pos + from_where.get(mode, 0))

    @_while_open
    def flush(self):
        """Does nothing, as nothing is kept back."""

    @_while_open
    def isatty(self):
        """Says no."""
        return False

    def close(self):
        """Gives the text up."""
        if not self.closed:
            self.closed = True
            del self.buf, self.buflist, self.pos
