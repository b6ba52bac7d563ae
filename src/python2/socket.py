"""Sockets with the classes that they have in Python 2: an object stands for the system's socket, and others share it."""

import _socket
import errno as _errno
from _socket import *

from _sockfile import _fileobject, _GLOBAL_DEFAULT_TIMEOUT, hold as _hold, let_go as _let_go, Shared as _Shared

EBADF, EINTR = _errno.EBADF, _errno.EINTR

__all__ = ['getfqdn', 'create_connection'] + [name for name in dir(_socket) if name[:1] != '_' and name != 'CAPI']

# The methods that an object passes on to the system's socket; the first also work on what is no socket.
_delegate_methods = tuple('recv recvfrom recv_into recvfrom_into send sendto'.split())
_socketmethods = tuple('bind connect connect_ex fileno listen getpeername getsockname getsockopt setsockopt sendall '
                       'setblocking settimeout gettimeout shutdown'.split())


class _closedsocket(object):
    """What an object has instead of the system's socket once it is closed."""

    __slots__ = ()

    def __getattr__(self, name):
        return self._refuse

    @staticmethod
    def _refuse(*args):
        raise error(_errno.EBADF, 'Bad file descriptor')


class _socketobject(object):
    """socket([family[, type[, proto]]]): one end of a connection, or what connections come in by."""

    __slots__ = '_sock', '__weakref__'

    def __init__(self, family=AF_INET, type=SOCK_STREAM, proto=0, _sock=None):
        self._sock = _hold(_Shared(family, type, proto) if _sock is None else _sock)

    def close(self):
        """Lets go of the system's socket: files on it stay open."""
        sock, self._sock = self._sock, _closedsocket()
        _let_go(sock)

    def dup(self):
        """Another object for the same socket."""
        return self.__class__(_sock=self._sock)

    def accept(self):
        """The next connection that comes in, and from where."""
        found = self._sock.accept()
        return _socketobject(_sock=found[0]), found[1]

    def makefile(self, mode='r', bufsize=-1):
        """A file that reads from and writes to the socket, and keeps it open."""
        return _fileobject(self._sock, mode=mode, bufsize=bufsize)

    def __reduce_ex__(self, protocol):
        raise TypeError('expected string or Unicode object, NoneType found' if protocol >= 2 else
                        'a class that defines __slots__ without defining __getstate__ cannot be pickled')

    def _told(name):
        return property(lambda self: getattr(self._sock, name), doc='the socket ' + name.replace('proto', 'protocol'))

    def _passed_on(name):
        def method(self, *args):
            return getattr(self._sock, name)(*args)
        method.__name__ = name
        return method

    family, type, proto = map(_told, ('family', 'type', 'proto'))
    for _name in _delegate_methods + _socketmethods:
        locals()[_name] = _passed_on(_name)
    del _name, _told, _passed_on


socket = _socketobject
SocketType = socket


def fromfd(fd, family, type, proto=0):
    """A socket object for a copy of a file descriptor."""
    copy = _socket.dup(fd)
    return _socketobject(_sock=_Shared(family, type, proto, copy))


def socketpair(family=AF_UNIX, type=SOCK_STREAM, proto=0):
    """Two sockets that are connected with each other."""
    both = _socket.socketpair(family, type, proto)
    return tuple(_socketobject(_sock=_Shared(family, type, proto, one.detach())) for one in both)


def getfqdn(name=''):
    """The full name of a host; of this one if there is no name."""
    asked = name.strip()
    if asked in ('', '0.0.0.0'):
        asked = gethostname()
    try:
        known = gethostbyaddr(asked)
    except _socket.error:
        return asked
    names = [known[0]] + known[1]
    return ([full for full in names if '.' in full] or names)[0]


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None):
    """A socket that is connected to an address (host, port): the first place of that name where there is an answer."""
    problem = error('getaddrinfo returns an empty list')
    for place in getaddrinfo(address[0], address[1], 0, SOCK_STREAM):
        try:
            return _connected(place, timeout, source_address)
        except _socket.error as problem:
            pass
    raise problem


def _connected(place, timeout, source_address):
    """A socket connected to one of the places that `getaddrinfo` gives."""
    made = _socketobject(*place[:3])
    try:
        if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
            made.settimeout(timeout)
        for own in [source_address] if source_address else []:
            made.bind(own)
        made.connect(place[4])
    except _socket.error:
        made.close()
        raise
    return made
