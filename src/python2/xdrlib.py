"""Numbers, texts and lists in the external data representation.

Spec: https://docs.python.org/2.7/library/xdrlib.html, https://www.rfc-editor.org/rfc/rfc1832
"""

import struct

__all__ = ['Error', 'Packer', 'Unpacker', 'ConversionError']


class Error(Exception):
    """Has its reason in `msg`."""

    def __str__(self):
        return str(self.msg)

    def __repr__(self):
        return repr(self.msg)

    def __init__(self, msg):
        self.msg = msg


class ConversionError(Error):
    """A value that does not fit."""


def _packing(format):
    """A method that appends one number."""
    def pack(self, x):
        try:
            self._parts.append(struct.pack(format, x))
        except struct.error as error:
            raise ConversionError(error.args[0])
    return pack


def _padding(size):
    return -size % 4


class Packer:
    """Collects data; `get_buffer` gives it."""

    def __init__(self):
        self.reset()

    def reset(self):
        self._parts = []

    def get_buffer(self):
        return ''.join(self._parts)

    get_buf = get_buffer

    pack_uint = _packing('>L')
    pack_int = pack_enum = _packing('>l')
    pack_float = _packing('>f')
    pack_double = _packing('>d')

    def pack_bool(self, x):
        self._parts.append('\0\0\0\1' if x else '\0\0\0\0')

    def pack_uhyper(self, x):
        for shift in 32, 0:
            try:
                word = x >> shift & 0xffffffffL
            except TypeError as refusal:
                raise ConversionError(refusal.args[0])
            self.pack_uint(word)

    pack_hyper = pack_uhyper

    def pack_fstring(self, n, s):
        """`n` characters of `s`, filled up to words."""
        if n < 0:
            raise ValueError('fstring size must be nonnegative')
        data = s[:n]
        self._parts.append(data.ljust(n + _padding(n), '\0'))

    pack_fopaque = pack_fstring

    def pack_string(self, s):
        self.pack_uint(len(s))
        self.pack_fstring(len(s), s)

    pack_opaque = pack_bytes = pack_string

    def pack_array(self, list, pack_item):
        size = len(list)
        self.pack_uint(size)
        self.pack_farray(size, list, pack_item)

    def pack_farray(self, n, list, pack_item):
        if n != len(list):
            raise ValueError('wrong array size')
        for each in list:
            pack_item(each)

    def pack_list(self, list, pack_item):
        """Each item behind a 1, and a 0."""
        for each in list:
            self.pack_uint(1)
            pack_item(each)
        self.pack_uint(0)


def _unpacking(format):
    size = struct.calcsize(format)

    def unpack(self):
        return struct.unpack(format, self._take(size))[0]
    return unpack


class Unpacker:
    """Takes data apart; EOFError where there is too little."""

    def __init__(self, data):
        self.reset(data)

    def reset(self, data):
        self._data = data
        self._position = 0

    def get_position(self):
        return self._position

    def set_position(self, position):
        self._position = position

    def get_buffer(self):
        return self._data

    def done(self):
        if self._position < len(self._data):
            raise Error('unextracted data remains')

    def _take(self, size):
        begin = self._position
        self._position = begin + size
        data = self._data[begin:self._position]
        if len(data) < size:
            raise EOFError
        return data

    def unpack_uint(self):
        value = struct.unpack('>L', self._take(4))[0]
        try:
            return int(value)
        except OverflowError:
            return value

    unpack_int = unpack_enum = _unpacking('>l')
    unpack_float = _unpacking('>f')
    unpack_double = _unpacking('>d')

    def unpack_bool(self):
        return bool(self.unpack_int())

    def unpack_uhyper(self):
        high = self.unpack_uint()
        return long(high) << 32 | self.unpack_uint()

    def unpack_hyper(self):
        value = self.unpack_uhyper()
        return value - 0x10000000000000000L if value >= 0x8000000000000000L else value

    def unpack_fstring(self, n):
        if n < 0:
            raise ValueError('fstring size must be nonnegative')
        begin = self._position
        end = begin + n + _padding(n)
        if end > len(self._data):
            raise EOFError
        self._position = end
        return self._data[begin:begin + n]

    unpack_fopaque = unpack_fstring

    def unpack_string(self):
        return self.unpack_fstring(self.unpack_uint())

    unpack_opaque = unpack_bytes = unpack_string

    def unpack_list(self, unpack_item):
        items = []
        while True:
            more = self.unpack_uint()
            if more == 0:
                return items
            if more != 1:
                raise ConversionError('0 or 1 expected, got %r' % (more,))
            items.append(unpack_item())

    def unpack_farray(self, n, unpack_item):
        return [unpack_item() for _ in range(n)]

    def unpack_array(self, unpack_item):
        return self.unpack_farray(self.unpack_uint(), unpack_item)
