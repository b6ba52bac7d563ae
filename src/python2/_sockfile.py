"""Files on sockets, as `socket` has them in Python 2, and who may use a system's socket for how long."""

import _socket
import errno

#: What stands for no time limit being given; that there is none is None.
_GLOBAL_DEFAULT_TIMEOUT = object()


class Shared(_socket.socket):
    """The system's socket, closed when the last of the objects that hold it lets go."""

    def __init__(self, *args):
        _socket.socket.__init__(self, *args)
        self._holders = 0

    def __repr__(self):
        about = self.fileno(), self.family, self.type, self.proto
        return '<socket object, fd=%d, family=%d, type=%d, protocol=%d>' % about

    def hold(self):
        self._holders += 1

    def let_go(self):
        self._holders -= 1
        if self._holders < 1:
            self.close()

    def accept(self):
        number, address = self._accept()
        made = Shared(self.family, self.type, self.proto, number)
        if self.gettimeout() and _socket.getdefaulttimeout() is None:
            made.setblocking(True)
        return made, address

    def dup(self):
        copy = Shared(self.family, self.type, self.proto, _socket.dup(self.fileno()))
        copy.settimeout(self.gettimeout())
        return copy


Shared.__name__, Shared.__module__ = 'socket', '_socket'


def hold(sock):
    """Keeps a socket open; anything else that can be read from takes care of itself."""
    if isinstance(sock, Shared):
        sock.hold()
    return sock


def let_go(sock):
    """The end of what `hold` began."""
    if isinstance(sock, Shared):
        sock.let_go()


class _fileobject(object):
    """A file on a socket, or on anything that has `recv` and `sendall`."""

    __module__ = 'socket'
    name, default_bufsize = '<socket>', 1 << 13

    def __init__(self, sock, mode='rb', bufsize=-1, close=False):
        size = bufsize if bufsize >= 0 else self.default_bufsize
        self._sock, self._close = hold(sock), close
        self.mode, self.bufsize, self.softspace = mode, size, False
        # Without a buffer nothing may be taken from the socket that belongs behind what is asked for.
        self._at_once = {0: 1, 1: self.default_bufsize}.get(size, size)
        self._unread, self._unsent = '', []

    # ------------------------------------------------------------ the end

    closed = property(lambda self: self._sock is None, doc='True if the file is closed')

    def close(self):
        sock = self._sock
        try:
            if sock is not None:
                self.flush()
        finally:
            self._sock = None
            let_go(sock)
            if sock is not None and self._close:
                sock.close()

    def fileno(self):
        sock = self._sock
        return sock.fileno()

    # ------------------------------------------------------------ writing

    def flush(self):
        """Sends what has been kept."""
        if self._unsent:
            text = ''.join(self._unsent)
            del self._unsent[:]
            self._sock.sendall(text)

    def write(self, data):
        """Keeps a text for as long as the buffer's size tells: until it is full, until a line is (1), or not at all (0)."""
        text = str(data)
        if text == '':
            return
        self._unsent += [text]
        size = self.bufsize
        if size == 0 or '\n' in text and size == 1 or 1 < size <= sum(map(len, self._unsent)):
            self.flush()

    def writelines(self, list):
        for text in list:
            self.write(text)

    # ------------------------------------------------------------ reading

    def _receive(self, size):
        """At most so many bytes; none at the end."""
        while True:
            try:
                return self._sock.recv(size)
            except _socket.error as problem:
                if problem.args[0] != errno.EINTR:
                    raise

    def _gather(self, is_enough, next_size):
        """Takes from the socket until there is enough; all of that, with what had been there. Keeps nothing."""
        parts, self._unread = [self._unread], ''
        have = len(parts[0])
        while not is_enough(parts[-1], have):
            part = self._receive(next_size(have))
            if not part:
                break
            parts.append(part)
            have += len(part)
        return ''.join(parts)

    def _keep(self, text, size):
        """So much of a text; the rest is for later."""
        self._unread = text[size:]
        return text[:size]

    def read(self, size=-1):
        if size < 0:
            return self._gather(lambda part, have: False, lambda have: max(self._at_once, self.default_bufsize))
        text = self._gather(lambda part, have: have >= size, lambda have: size - have)
        return self._keep(text, size)

    def readline(self, size=-1):
        most = size if size >= 0 else float('inf')
        text = self._unread
        if '\n' not in text and len(text) < most:
            text = self._gather(lambda part, have: '\n' in part or have >= most, lambda have: self._at_once)
        return self._keep(text, int(min(text.find('\n') + 1 or len(text), most)))

    def readlines(self, sizehint=0):
        lines, left = [], sizehint or float('inf')
        while left > 0:
            line = self.readline()
            if line == '':
                break
            lines.append(line)
            left -= len(line)
        return lines

    def __iter__(self):
        return self

    def next(self):
        line = self.readline()
        if line == '':
            raise StopIteration()
        return line
