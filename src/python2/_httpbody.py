"""What comes behind the head of an HTTP response: how its end is known, and reading up to there."""

from _httpnames import _MAXLINE, IncompleteRead, LineTooLong

_MOST_AT_ONCE = 1 << 20


def line_of(stream, what):
    """A line from the server."""
    text = stream.readline(_MAXLINE + 1)
    if len(text) <= _MAXLINE:
        return text
    raise LineTooLong(what)


def _exactly(stream, size):
    """So many bytes and no fewer."""
    parts, left = [], size
    while left > 0:
        part = stream.read(min(left, _MOST_AT_ONCE))
        if part == '':
            raise IncompleteRead(''.join(parts), left)
        parts.append(part)
        left -= len(part)
    return ''.join(parts)


def read_open(response, size):
    """From a body that ends with the connection."""
    block = response.fp.read() if size is None else response.fp.read(size)
    if size is None or size and not block:
        response.close()
    return block


def read_counted(response, size):
    """From a body whose length the head gives; `response.length` is what is left of it."""
    left = response.length
    if size is None:
        response.length = 0
        try:
            return _exactly(response.fp, left)
        finally:
            response.close()
    block = response.fp.read(min(size, left))
    response.length = left - len(block)
    if response.length == 0 or size and not block:
        response.close()
    return block


def read_chunked(response, size):
    """From a body in chunks, each with its length before it; `response.chunk_left` is what is left of one, or None."""
    stream, parts, wanted = response.fp, [], size
    while wanted is None or wanted > 0 or not parts:
        left = response.chunk_left
        if left is None:
            left = _next_chunk(response, parts)
            if left == 0:
                break
        part = _exactly(stream, left if wanted is None else min(wanted, left))
        parts.append(part)
        response.chunk_left = left - len(part) or None
        if response.chunk_left is None:
            # Behind a chunk a line ends.
            _exactly(stream, 2)
        if wanted is not None:
            wanted -= len(part)
    return ''.join(parts)


def _next_chunk(response, parts):
    """How long the next chunk is; after the last the body is over."""
    digits = line_of(response.fp, 'chunk size').partition(';')[0]
    try:
        size = int(digits, 16)
    except ValueError:
        response.close()
        raise IncompleteRead(''.join(parts))
    if size == 0:
        for _ in iter(lambda: line_of(response.fp, 'trailer line').rstrip('\r\n'), ''):
            pass
        response.close()
    return size


class LineAndFileWrapper:
    """A file from which a line has been read already, as if it had not."""

    __module__ = 'httplib'

    def __init__(self, line, file):
        self._pending, self._rest = line, file

    def __getattr__(self, attr):
        return getattr(self.__dict__['_rest'], attr)

    def _take(self, size):
        """So much of the line, all of it without a size."""
        end = len(self._pending) if size is None or size < 0 else size
        taken, self._pending = self._pending[:end], self._pending[end:]
        return taken

    def read(self, amt=None):
        taken = self._take(amt)
        more = () if amt is None else (amt - len(taken),)
        return taken if more == (0,) else taken + self._rest.read(*more)

    def readline(self, *size):
        return self._take(*size or (None,)) or self._rest.readline(*size)

    def readlines(self, size=None):
        first = filter(None, [self._take(None)])
        return first + self._rest.readlines(*(() if size is None else (size,)))
