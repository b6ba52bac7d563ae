"""What the modules of encodings with several bytes a character are made of: coders that keep what is incomplete, readers and writers."""


from _codecs import _text_decode, _text_encode


class MultibyteCodec:
    def __init__(self, name):
        self._name = name

    def encode(self, input, errors=None):
        """The bytes of a text, and its length."""
        return _text_encode(input, self._name, errors or 'strict'), len(input)

    def decode(self, input, errors=None):
        """The text of bytes, and their number."""
        return _text_decode(bytes(input), self._name, errors or 'strict'), len(input)

    def complete(self, data):
        """How many of the bytes are whole characters, or no characters at all."""
        start = 0
        while True:
            try:
                _text_decode(data[start:], self._name, 'strict')
                return len(data)
            except UnicodeDecodeError as problem:
                if problem.reason.startswith('incomplete'):
                    return start + problem.start
                start += problem.end


def coders(*names):
    """The function `getcodec` of a module that has these."""

    def getcodec(name, /):
        if name not in names:
            raise ImportError('no codec for %s is here' % name)
        return MultibyteCodec(name)

    return getcodec


class MultibyteIncrementalEncoder:
    def __init__(self, errors='strict'):
        self.errors = errors

    def encode(self, input, final=False):
        return self.codec.encode(input, self.errors)[0]

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class _Decoding:
    """Keeps the bytes of a character that is not complete."""

    _pending = b''

    def _decode(self, data, final):
        data = self._pending + data
        end = len(data) if final else self.codec.complete(data)
        self._pending = data[end:]
        return self.codec.decode(data[:end], self.errors)[0]

    def reset(self):
        self._pending = b''


class MultibyteIncrementalDecoder(_Decoding):
    def __init__(self, errors='strict'):
        self.errors = errors

    def decode(self, input, final=False):
        return self._decode(bytes(input), final)

    def getstate(self):
        return self._pending, 0

    def setstate(self, state):
        self._pending = state[0]


class MultibyteStreamReader(_Decoding):
    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors

    def _take(self, method, size):
        if size is None or size < 0:
            return self._decode(method(), method == self.stream.read)
        while True:
            data = method(size)
            text = self._decode(data, not data)
            if text or not data:
                return text
            # A part of a character: the rest of it.
            size = 1

    def read(self, sizeobj=None, /):
        return self._take(self.stream.read, sizeobj)

    def readline(self, sizeobj=None, /):
        return self._take(self.stream.readline, sizeobj)

    def readlines(self, sizehintobj=None, /):
        return self._take(self.stream.read, sizehintobj).splitlines(True)


class MultibyteStreamWriter:
    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors

    def write(self, strobj, /):
        self.stream.write(self.codec.encode(strobj, self.errors)[0])

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def reset(self):
        pass
