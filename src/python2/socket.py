"""Sockets with the classes that they have in Python 2: a socket object stands for the system's, and files share it."""

import _socket
import errno as _errno
from _socket import *

EBADF = getattr(_errno, 'EBADF', 9)
EINTR = getattr(_errno, 'EINTR', 4)
_GLOBAL_DEFAULT_TIMEOUT = object()

try:
    import ssl as _ssl
except ImportError:
    _ssl = None

__all__ = ['getfqdn', 'create_connection'] + [name for name in dir(_socket) if name[:1] != '_' and name != 'CAPI']
_delegate_methods = ('recv', 'recvfrom', 'recv_into', 'recvfrom_into', 'send', 'sendto')


class _Shared(_socket.socket):
    """The system's socket, closed when the last of the objects that use it is."""

    def __init__(self, *args):
        _socket.socket.__init__(self, *args)
        self._uses = 0

    def __repr__(self):
        return '<socket object, fd=%d, family=%d, type=%d, protocol=%d>' % (
            self.fileno(), self.family, self.type, self.proto)

    def _drop(self):
        self._uses -= 1
        if self._uses <= 0:
            self.close()

    def accept(self):
        fd, address = self._accept()
        made = _Shared(self.family, self.type, self.proto, fd)
        if getdefaulttimeout() is None and self.gettimeout():
            made.setblocking(True)
        return made, address

    def dup(self):
        made = _Shared(self.family, self.type, self.proto, _socket.dup(self.fileno()))
        made.settimeout(self.gettimeout())
        return made


_Shared.__name__ = 'socket'
_Shared.__module__ = '_socket'


class _closedsocket(object):
    """What a socket object has for a socket once it is closed."""

    __slots__ = []

    def _dummy(*args):
        raise error(EBADF, 'Bad file descriptor')

    send = recv = recv_into = sendto = recvfrom = recvfrom_into = _dummy
    __getattr__ = _dummy

    def _drop(self):
        pass


class _socketobject(object):
    """socket([family[, type[, proto]]]): one end of a connection, or what connections come in by."""

    __slots__ = ['_sock', '__weakref__']

    def __init__(self, family=AF_INET, type=SOCK_STREAM, proto=0, _sock=None):
        if _sock is None:
            _sock = _Shared(family, type, proto)
        self._sock = _sock
        if isinstance(_sock, _Shared):
            _sock._uses += 1

    def __reduce_ex__(self, protocol):
        if protocol < 2:
            raise TypeError('a class that defines __slots__ without defining __getstate__ cannot be pickled')
        raise TypeError('expected string or Unicode object, NoneType found')

    def close(self):
        old, self._sock = self._sock, _closedsocket()
        if isinstance(old, (_Shared, _closedsocket)):
            old._drop()

    def accept(self):
        sock, address = self._sock.accept()
        return _socketobject(_sock=sock), address

    def dup(self):
        """Another object for the same socket."""
        return _socketobject(_sock=self._sock)

    def makefile(self, mode='r', bufsize=-1):
        """A file that reads from and writes to the socket, and keeps it open."""
        return _fileobject(self._sock, mode, bufsize)

    family = property(lambda self: self._sock.family, doc='the socket family')
    type = property(lambda self: self._sock.type, doc='the socket type')
    proto = property(lambda self: self._sock.proto, doc='the socket protocol')


def _delegate(name):
    def method(self, *args):
        return getattr(self._sock, name)(*args)
    method.__name__ = name
    return method


_socketmethods = ('bind', 'connect', 'connect_ex', 'fileno', 'listen', 'getpeername', 'getsockname', 'getsockopt',
                  'setsockopt', 'sendall', 'setblocking', 'settimeout', 'gettimeout', 'shutdown')
for _name in _socketmethods + _delegate_methods:
    setattr(_socketobject, _name, _delegate(_name))

socket = SocketType = _socketobject


def fromfd(fd, family, type, proto=0):
    """A socket object for a copy of a file descriptor."""
    return _socketobject(_sock=_Shared(family, type, proto, _socket.dup(fd)))


def socketpair(family=AF_UNIX, type=SOCK_STREAM, proto=0):
    """Two sockets that are connected with each other."""
    def own(raw):
        return _socketobject(_sock=_Shared(family, type, proto, raw.detach()))
    first, second = _socket.socketpair(family, type, proto)
    return own(first), own(second)


class _fileobject(object):
    """A file on a socket, or on anything that has recv and sendall."""

    default_bufsize = 8192
    name = '<socket>'

    def __init__(self, sock, mode='rb', bufsize=-1, close=False):
        self._sock = sock
        self.mode = mode
        if bufsize < 0:
            bufsize = self.default_bufsize
        self.bufsize = bufsize
        self.softspace = False
        self._rbufsize = bufsize if bufsize > 1 else (1 if bufsize == 0 else self.default_bufsize)
        self._wbufsize = bufsize
        self._rbuf = ''
        self._wbuf = []
        self._wbuf_len = 0
        self._close = close
        if isinstance(sock, _Shared):
            sock._uses += 1

    def _getclosed(self):
        return self._sock is None

    closed = property(_getclosed, doc='True if the file is closed')

    def close(self):
        try:
            if self._sock:
                self.flush()
        finally:
            sock, self._sock = self._sock, None
            if isinstance(sock, _Shared):
                sock._drop()
            if self._close and sock is not None:
                sock.close()

    def flush(self):
        if self._wbuf:
            data = ''.join(self._wbuf)
            self._wbuf = []
            self._wbuf_len = 0
            self._sock.sendall(data)

    def fileno(self):
        return self._sock.fileno()

    def write(self, data):
        data = str(data)
        if not data:
            return
        self._wbuf.append(data)
        self._wbuf_len += len(data)
        if self._wbufsize == 0 or self._wbufsize == 1 and '\n' in data or 1 < self._wbufsize <= self._wbuf_len:
            self.flush()

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def _receive(self, size):
        """At most so many bytes; '' at the end."""
        while True:
            try:
                return self._sock.recv(size)
            except error as e:
                if e.args[0] != EINTR:
                    raise

    def read(self, size=-1):
        if size < 0:
            parts = [self._rbuf]
            self._rbuf = ''
            while True:
                part = self._receive(max(self._rbufsize, self.default_bufsize))
                if not part:
                    return ''.join(parts)
                parts.append(part)
        parts = [self._rbuf]
        have = len(self._rbuf)
        while have < size:
            part = self._receive(size - have)
            if not part:
                break
            parts.append(part)
            have += len(part)
        text = ''.join(parts)
        self._rbuf = text[size:]
        return text[:size]

    def readline(self, size=-1):
        parts = []
        buffered = self._rbuf
        have = 0
        while True:
            end = buffered.find('\n') + 1
            if size >= 0 and (end == 0 or have + end > size) and have + len(buffered) >= size:
                end = size - have
            elif not end:
                parts.append(buffered)
                have += len(buffered)
                buffered = self._rbuf = ''
                # Without a buffer nothing may be taken from the socket that belongs behind the line.
                buffered = self._receive(self._rbufsize)
                if buffered:
                    continue
                return ''.join(parts)
            self._rbuf = buffered[end:]
            parts.append(buffered[:end])
            return ''.join(parts)

    def readlines(self, sizehint=0):
        total = 0
        lines = []
        for line in self:
            lines.append(line)
            total += len(line)
            if sizehint and total >= sizehint:
                break
        return lines

    def __iter__(self):
        return self

    def next(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


def getfqdn(name=''):
    """The full name of a host; of this one if there is no name."""
    name = name.strip()
    if not name or name == '0.0.0.0':
        name = gethostname()
    try:
        hostname, aliases, addresses = gethostbyaddr(name)
    except error:
        return name
    for full in [hostname] + aliases:
        if '.' in full:
            return full
    return hostname


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None):
    """A socket that is connected to an address (host, port)."""
    host, port = address
    problem = None
    for family, kind, proto, _, where in getaddrinfo(host, port, 0, SOCK_STREAM):
        sock = None
        try:
            sock = socket(family, kind, proto)
            if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                sock.settimeout(timeout)
            if source_address:
                sock.bind(source_address)
            sock.connect(where)
            return sock
        except error as e:
            problem = e
            if sock is not None:
                sock.close()
    if problem is None:
        raise error('getaddrinfo returns an empty list')
    raise problem
