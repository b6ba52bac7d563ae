"""Compressed files and texts as bzip2 writes them."""

import __builtin__
from _bz2 import BZ2Compressor as _Compressor, BZ2Decompressor as _Decompressor
from cStringIO import StringIO as _StringIO

__all__ = ['BZ2File', 'BZ2Compressor', 'BZ2Decompressor', 'compress', 'decompress']

_PIECE = 1 << 16


def _level(compresslevel):
    if not 1 <= compresslevel <= 9:
        raise ValueError('compresslevel must be between 1 and 9')
    return compresslevel


def _unpacked(decompressor, data):
    try:
        return decompressor.decompress(data)
    except OSError:
        raise IOError('invalid data stream')


def compress(data, compresslevel=9):
    """The text, compressed at once."""
    packer = _Compressor(_level(compresslevel))
    return packer.compress(data) + packer.flush()


def decompress(data):
    """The text of one stream; what comes after it is left out."""
    if not data:
        return ''
    unpacker = _Decompressor()
    text = _unpacked(unpacker, data)
    if not unpacker.eof:
        raise ValueError("couldn't find end of stream")
    return text


class BZ2Compressor(object):
    """Compresses a text that comes in pieces."""

    def __init__(self, compresslevel=9):
        self._packer = _Compressor(_level(compresslevel))

    def _active(self, what):
        if self._packer is None:
            raise ValueError(what)
        return self._packer

    def compress(self, data):
        """What there is of the compressed text by now."""
        return self._active('this object was already flushed').compress(data)

    def flush(self):
        """The rest of it."""
        packer, self._packer = self._active('object was already flushed'), None
        return packer.flush()


class BZ2Decompressor(object):
    """Takes the compressed text in pieces; `unused_data` is what came after the end of its stream."""

    def __init__(self):
        self._unpacker = _Decompressor()
        self._after = ''

    unused_data = property(lambda self: self._unpacker.unused_data + self._after)

    def decompress(self, data):
        """What there is of the text by now."""
        if self._unpacker.eof:
            self._after += data
            raise EOFError('end of stream was already found')
        return _unpacked(self._unpacker, data)


def _texts(source):
    """The pieces of all streams of a file."""
    unpacker, piece = None, source.read(_PIECE)
    while piece:
        unpacker = unpacker or _Decompressor()
        yield _unpacked(unpacker, piece)
        piece = source.read(_PIECE)
        if unpacker.eof:
            piece, unpacker = unpacker.unused_data + piece, None
    if unpacker is not None:
        raise EOFError('compressed file ended before the logical end-of-stream was detected')


class BZ2File(object):
    """A compressed file, read or written as a plain one."""

    def __init__(self, filename, mode='r', buffering=0, compresslevel=9):
        kinds = [letter for letter in mode if letter in 'rw']
        if not kinds or mode.strip('rwbU'):
            raise ValueError("invalid mode char %s" % (mode.strip('rwbU') or mode)[:1])
        self.name, self.mode, self.softspace = filename, 'wb' if 'w' in kinds else 'rb', 0
        self.newlines, self._universal = None, 'U' in mode
        self._packer = _Compressor(_level(compresslevel)) if 'w' in kinds else None
        self._file = __builtin__.open(filename, self.mode)
        self._plain, self._written = None, 0

    closed = property(lambda self: self._file is None)

    def _open(self):
        if self._file is None:
            raise ValueError('I/O operation on closed file')

    def _text(self):
        """What is read from: the whole text, unpacked when it is first asked for."""
        self._open()
        if self._packer is not None:
            raise IOError('file is not ready for reading')
        if self._plain is None:
            text = ''.join(_texts(self._file))
            if self._universal:
                found = [end for end in ('\r', '\n', '\r\n') if end in self._ends(text)]
                self.newlines = tuple(found) if len(found) > 1 else found[0] if found else None
                text = text.replace('\r\n', '\n').replace('\r', '\n')
            self._plain = _StringIO(text)
        return self._plain

    def _ends(self, text):
        pairs = text.count('\r\n')
        counts = {'\r': text.count('\r') - pairs, '\n': text.count('\n') - pairs, '\r\n': pairs}
        return [end for end in counts if counts[end]]

    def read(self, size=-1):
        return self._text().read(size)

    def readline(self, size=-1):
        return self._text().readline(size)

    def readlines(self, size=0):
        return self._text().readlines(size)

    def __iter__(self):
        self._open()
        return self

    def xreadlines(self):
        return iter(self)

    def next(self):
        line = self._text().readline()
        if not line:
            raise StopIteration
        return line

    def write(self, data):
        self._open()
        if self._packer is None:
            raise IOError('file is not ready for writing')
        self._written += len(data)
        self._file.write(self._packer.compress(data))

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def seek(self, offset, whence=0):
        """Goes to a place of the text."""
        self._text().seek(offset, whence)

    def tell(self):
        self._open()
        return self._written if self._packer is not None else self._text().tell()

    def close(self):
        source, self._file = self._file, None
        if source is None:
            return
        if self._packer is not None:
            source.write(self._packer.flush())
        source.close()

    def __enter__(self):
        self._open()
        return self

    def __exit__(self, *error):
        self.close()

    def __del__(self):
        if getattr(self, '_file', None) is not None:
            self.close()
