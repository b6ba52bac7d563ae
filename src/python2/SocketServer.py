"""Servers on sockets: Python 3's loop, in the classes and with the habits of Python 2."""

import socket
import sys
import threading
from cStringIO import StringIO as _Buffer
from types import ClassType as _ClassType

from _library3 import classic as _classic, library as _library

__version__ = '0.4'

_STREAM_AND_DATAGRAM = 'TCPServer UDPServer ForkingUDPServer ForkingTCPServer ThreadingUDPServer ThreadingTCPServer'
_FOR_USERS = 'BaseRequestHandler StreamRequestHandler DatagramRequestHandler ThreadingMixIn ForkingMixIn'
_UNIX = 'UnixStreamServer UnixDatagramServer ThreadingUnixStreamServer ThreadingUnixDatagramServer'
__all__ = (_STREAM_AND_DATAGRAM + ' ' + _FOR_USERS + ' ' + _UNIX).split()

_modern = _library('socketserver')


def _attend(server, pair, step):
    """Takes a step with a request and its address; whatever it raises is shown, and ends the request."""
    try:
        step(*pair)
    except:
        server.handle_error(*pair)
        server.shutdown_request(pair[0])
        return False
    return True


# ---------------------------------------------------------------- servers


class BaseServer:
    """What all servers have: the loop, and the steps of a request, which subclasses override."""

    __metaclass__ = _classic(_modern.BaseServer)

    def _handle_request_noblock(self):
        try:
            pair = self.get_request()
        except socket.error:
            # It is gone again.
            return
        if self.verify_request(*pair):
            _attend(self, pair, self.process_request)
        else:
            self.shutdown_request(pair[0])

    def handle_error(self, request, client_address):
        """Shows the exception; the server goes on."""
        from traceback import print_exc
        rule = '-' * 40
        print '%s\nException happened during processing of request from %s' % (rule, client_address)
        print_exc()
        print rule


class TCPServer(BaseServer):
    """Listens at an address for connections."""

    __metaclass__ = _classic(_modern.TCPServer)

    def __init__(self, server_address, RequestHandlerClass, bind_and_activate=True):
        _init_server(self, server_address, RequestHandlerClass)
        self.socket = socket.socket(self.address_family, self.socket_type)
        if not bind_and_activate:
            return
        try:
            for step in (self.server_bind, self.server_activate):
                step()
        except:
            self.server_close()
            raise


class UDPServer(TCPServer):
    """A server whose requests are datagrams: what was sent, and the socket to answer on."""

    __metaclass__ = _classic(_modern.UDPServer)


_init_server = BaseServer.__init__

# ---------------------------------------------------------------- requests beside the loop


class ForkingMixIn:
    """Each request in a process of its own."""

    __metaclass__ = _classic(_modern.ForkingMixIn, 'server_close', 'service_actions', 'block_on_close')
    _in_child = vars(_modern.ForkingMixIn)['process_request']

    def process_request(self, request, client_address):
        self.collect_children()
        self._in_child(request, client_address)


class ThreadingMixIn:
    """Each request in a thread of its own."""

    __metaclass__ = _classic(_modern.ThreadingMixIn, 'server_close')
    block_on_close = False

    def process_request_thread(self, request, client_address):
        """What the thread does."""
        if _attend(self, (request, client_address), self.finish_request):
            self.shutdown_request(request)


# ---------------------------------------------------------------- kinds of servers by name


def _kinds():
    """All combinations: streams or datagrams, of the network or of the system, one after the other or beside each other."""
    for kind, (server, unix) in {'TCP': (TCPServer, 'UnixStream'), 'UDP': (UDPServer, 'UnixDatagram')}.items():
        local = _class(unix, server, address_family=socket.AF_UNIX)
        yield _class('Forking' + kind, ForkingMixIn, server)
        for name, base in (kind, server), (unix, local):
            yield _class('Threading' + name, ThreadingMixIn, base)
        yield local


def _class(name, *bases, **members):
    return _ClassType(name + 'Server', bases, dict(members, __module__=__name__))


globals().update((cls.__name__, cls) for cls in _kinds())

# ---------------------------------------------------------------- handlers


class BaseRequestHandler:
    """One request: an instance is made for it, and has served it when it is made."""

    __metaclass__ = _classic(_modern.BaseRequestHandler)


class StreamRequestHandler(BaseRequestHandler):
    """Reads the request from `rfile` and writes the answer to `wfile`."""

    timeout, disable_nagle_algorithm = None, False
    rbufsize, wbufsize = -1, 0

    def setup(self):
        self.connection = connection = self.request
        if self.timeout is not None:
            connection.settimeout(self.timeout)
        if self.disable_nagle_algorithm:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True)
        self.rfile, self.wfile = (connection.makefile(mode, size)
                                  for mode, size in (('rb', self.rbufsize), ('wb', self.wbufsize)))

    def finish(self):
        streams = self.wfile, self.rfile
        try:
            if not streams[0].closed:
                streams[0].flush()
        except socket.error:
            # The other end is closed.
            pass
        for stream in streams:
            stream.close()


class DatagramRequestHandler(BaseRequestHandler):
    """Reads a datagram from `rfile`; what is in `wfile` at the end is sent back as one."""

    def setup(self):
        self.packet, answer_on = self.request
        self.socket = answer_on
        self.rfile, self.wfile = _Buffer(self.packet), _Buffer()

    def finish(self):
        answer = self.wfile.getvalue()
        self.socket.sendto(answer, self.client_address)
