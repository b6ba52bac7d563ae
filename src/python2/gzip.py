"""Compressed files as gzip writes them."""

import __builtin__
import io
import os
import struct
import time
import zlib

__all__ = ['GzipFile', 'open']

READ, WRITE = range(1, 3)
FTEXT, FHCRC, FEXTRA, FNAME, FCOMMENT = [1 << bit for bit in range(5)]
_MAGIC = '\x1f\x8b'
_BLOCK = 1 << 16


def open(filename, mode='rb', compresslevel=9):
    """A compressed file by its name."""
    return GzipFile(filename=filename, mode=mode, compresslevel=compresslevel)


class _Writer(object):
    """Packs what is written into one member of a file."""

    def __init__(self, target, name, level, when):
        self._target, self._packer = target, zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
        self._check, self.length = zlib.crc32('') & 0xffffffff, 0
        base = os.path.basename(name)
        if isinstance(base, unicode):
            # The head has no other characters.
            base = base.encode('latin-1') if all(char < u'\u0100' for char in base) else ''
        if base.endswith('.gz'):
            base = base[:-3]
        seconds = long(time.time() if when is None else when)
        target.write(_MAGIC + struct.pack('<BBLBB', 8, FNAME if base else 0, seconds, 2, 255) + (base and base + '\0'))

    def write(self, text):
        self._check = zlib.crc32(text, self._check) & 0xffffffff
        self.length += len(text)
        self._target.write(self._packer.compress(text))

    def flush(self, kind):
        self._target.write(self._packer.flush(kind))

    def end(self):
        """Writes what is left, and what the whole can be checked by."""
        tail = struct.pack('<LL', self._check, self.length & 0xffffffff)
        self._target.write(self._packer.flush() + tail)


class _Reader(object):
    """Unpacks the members of a file, one behind the other."""

    def __init__(self, source):
        self._source, self._member = source, None
        self._packed = self._text = ''
        self.place, self._is_end, self.when = 0, False, None

    def _more(self):
        """Unpacks some; whether there was any."""
        while not self._is_end:
            block, self._packed = self._packed or self._source.read(_BLOCK), ''
            if self._member is None:
                block = block.lstrip('\0')
                self._is_end = block == ''
                if self._is_end:
                    break
                if not block.startswith(_MAGIC):
                    raise IOError('Not a gzipped file')
                self._member = zlib.decompressobj(16 + zlib.MAX_WBITS)
                self.when = struct.unpack('<L', block[4:8])[0] if len(block) > 7 else None
            text = self._unpacked(block)
            self._text += text
            if text:
                return True
        return False

    def _unpacked(self, block):
        member = self._member
        try:
            text = member.decompress(block)
        except zlib.error as problem:
            raise IOError(str(problem))
        if block == '':
            # It has not come to what it is checked by.
            raise IOError('CRC check failed')
        if member.unused_data or getattr(member, 'eof', False):
            self._packed, self._member = member.unused_data, None
        return text

    def _take(self, size):
        found, self._text = self._text[:size], self._text[size:]
        self.place += len(found)
        return found

    def read(self, size):
        while len(self._text) < size and self._more():
            pass
        return self._take(int(min(size, len(self._text))))

    def line(self, most):
        seen = 0
        while '\n' not in self._text[seen:] and len(self._text) < most:
            seen = len(self._text)
            if not self._more():
                break
        end = self._text.find('\n') + 1 or len(self._text)
        return self._take(int(min(end, most)))


class GzipFile(io.BufferedIOBase):
    """A compressed file; `fileobj` is what it is read from or written to, if not the file of that name."""

    fileobj = myfileobj = _stream = None

    def __init__(self, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
        given = (mode or getattr(fileobj, 'mode', 'rb')).replace('U', '')
        target = fileobj
        if target is None:
            target = self.myfileobj = __builtin__.open(filename, given if 'b' in given else given + 'b')
        elif filename is None:
            named = getattr(target, 'name', '')
            filename = named if isinstance(named, basestring) and named != '<fdopen>' else ''
        if given[:1] not in tuple('rwa'):
            raise IOError('Mode ' + given + ' not supported')
        self.fileobj, self.name, self._mtime = target, filename, mtime
        self.mode = READ if given[0] == 'r' else WRITE
        self._stream = _Reader(target) if self.mode == READ else _Writer(target, filename, compresslevel, mtime)

    def __repr__(self):
        return '<gzip %r %s>' % (self.fileobj, hex(id(self)))

    filename = property(lambda self: self.name)
    mtime = property(lambda self: self._stream.when if self.mode == READ else self._mtime)
    closed = property(lambda self: self.fileobj is None)

    def _need_open(self):
        if self.fileobj is None:
            raise ValueError('I/O operation on closed file.')

    def _for(self, mode, what):
        """What reads or writes; not if the file is for the other, or closed."""
        self._need_open()
        if self.mode == mode:
            return self._stream
        raise IOError(9, what % ('write-only' if mode == READ else 'read-only'))

    # ------------------------------------------------------------ reading and writing

    def read(self, size=-1):
        stream = self._for(READ, 'read() on %s GzipFile object')
        return stream.read(float('inf') if size is None or size < 0 else size)

    def readline(self, size=-1):
        stream = self._for(READ, 'readline() on %s GzipFile object')
        return stream.line(size if size >= 0 else float('inf'))

    def write(self, data):
        stream = self._for(WRITE, 'write() on %s GzipFile object')
        plain = data.tobytes() if isinstance(data, memoryview) else data
        text = str(plain if isinstance(plain, unicode) else buffer(plain))
        stream.write(text)
        return len(text)

    def flush(self, zlib_mode=zlib.Z_SYNC_FLUSH):
        if self.mode == WRITE and not self.closed:
            self._stream.flush(zlib_mode)
            getattr(self.fileobj, 'flush', lambda: None)()

    def close(self):
        is_open, own = not self.closed, self.myfileobj
        self.fileobj = self.myfileobj = None
        try:
            if is_open and self.mode == WRITE:
                self._stream.end()
        finally:
            if own is not None:
                own.close()

    # ------------------------------------------------------------ places

    def tell(self):
        """How much has been read or written."""
        self._need_open()
        stream = self._stream
        return stream.place if self.mode == READ else stream.length

    offset = property(tell)

    def rewind(self):
        """Goes back to the beginning."""
        if self.mode == WRITE:
            raise IOError('Can\'t rewind in write mode')
        source = self.fileobj
        source.seek(0)
        self._stream = _Reader(source)

    def seek(self, offset, whence=0):
        """Goes to a place from the beginning (0) or from here (1); back only by reading again."""
        if whence == 2:
            raise ValueError('Seek from end not supported')
        self._need_open()
        distance = offset if whence == 1 else offset - self.tell()
        if distance < 0 and self.mode == READ:
            distance += self.tell()
            self.rewind()
        elif distance < 0:
            raise IOError('Negative seek in write' + ' mode')
        if self.mode == READ:
            self._stream.read(distance)
        else:
            self._stream.write('\0' * distance)
        return self.tell()

    def fileno(self):
        """The number of the compressed file."""
        source = self.fileobj
        return source.fileno()

    readable = lambda self: self.mode == READ
    writable = lambda self: self.mode == WRITE
    seekable = lambda self: True
