"""Files in memory, of str only: one to write, or one to read from a text."""


def _str(value):
    if isinstance(value, unicode):
        return value.encode('ascii')
    if isinstance(value, str):
        return value
    return str(buffer(value))


class StringI(object):
    """Reads a text."""

    def __init__(self, text):
        self._text = _str(text)
        self._at = 0
        self._closed = False

    def __iter__(self):
        return self

    def _check(self):
        if self._closed:
            raise ValueError('I/O operation on closed file')

    def next(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    @property
    def closed(self):
        return self._closed

    def close(self):
        self._closed = True
        self._text = ''

    def flush(self):
        self._check()

    def isatty(self):
        self._check()
        return False

    def tell(self):
        self._check()
        return self._at

    def reset(self):
        self._check()
        self._at = 0

    def seek(self, position, mode=0):
        self._check()
        if mode == 1:
            position += self._at
        elif mode == 2:
            position += self._size()
        self._at = max(0, position)

    def _size(self):
        return len(self._contents())

    def _contents(self):
        return self._text

    def read(self, size=-1):
        self._check()
        text = self._contents()
        part = text[self._at:] if size is None or size < 0 else text[self._at:self._at + size]
        self._at += len(part)
        return part

    def readline(self, length=-1):
        self._check()
        text = self._contents()
        end = text.find('\n', self._at) + 1 or len(text)
        if length >= 0:
            end = min(end, self._at + length)
        line = text[self._at:end]
        self._at += len(line)
        return line

    def readlines(self, hint=0):
        lines = []
        total = 0
        line = self.readline()
        while line:
            lines.append(line)
            total += len(line)
            if 0 < hint <= total:
                break
            line = self.readline()
        return lines

    def getvalue(self, use_pos=False):
        self._check()
        text = self._contents()
        return text[:self._at] if use_pos else text

    def truncate(self, size=None):
        self._check()
        if size is None:
            size = self._at
        if size < 0:
            raise IOError(22, 'negative size not allowed')
        self._text = self._contents()[:size]
        self._at = len(self._text)


class StringO(StringI):
    """What is written, which can be read too."""

    def __init__(self):
        StringI.__init__(self, '')
        self._parts = []
        self._length = 0
        self.softspace = 0

    def _size(self):
        return self._length

    def _contents(self):
        if self._parts:
            self._text += ''.join(self._parts)
            self._parts = []
        return self._text

    def truncate(self, size=None):
        StringI.truncate(self, size)
        self._length = len(self._text)

    def write(self, text):
        self._check()
        text = _str(text)
        if self._at == self._length:
            self._parts.append(text)
        else:
            before = self._contents()
            gap = '\0' * (self._at - len(before))
            self._text = before[:self._at] + gap + text + before[self._at + len(text):]
        self._at += len(text)
        self._length = max(self._length, self._at)

    def writelines(self, lines):
        for line in lines:
            self.write(line)


InputType = StringI
OutputType = StringO


def StringIO(s=None):
    """A file to read the text, or without one a file to write."""
    return StringO() if s is None else StringI(s)
