"""Sockets served by one loop: a dispatcher for each, told what its socket is ready for.

Spec: https://docs.python.org/2.7/library/asyncore.html
"""

import errno
import os
import select
import socket
import sys
import time
import warnings

#: The dispatchers that the loop serves, by file descriptor.
try:
    socket_map
except NameError:
    socket_map = {}

_WOULD_BLOCK = (errno.EINPROGRESS, errno.EALREADY, errno.EWOULDBLOCK)
_DISCONNECTED = frozenset((errno.ECONNRESET, errno.ENOTCONN, errno.ESHUTDOWN, errno.ECONNABORTED, errno.EPIPE,
                           errno.EBADF))


class ExitNow(Exception):
    """Raised by a handler to end the loop."""


_reraised_exceptions = (ExitNow, KeyboardInterrupt, SystemExit)


def _guarded(channel, act):
    """Calls `act`; what goes wrong is for the dispatcher to handle, unless it is to end the program."""
    try:
        act()
    except _reraised_exceptions:
        raise
    except:
        channel.handle_error()


def read(obj):
    _guarded(obj, obj.handle_read_event)


def write(obj):
    _guarded(obj, obj.handle_write_event)


def _exception(obj):
    _guarded(obj, obj.handle_expt_event)


def readwrite(obj, flags):
    """Tells a dispatcher what `select.poll` said of its socket."""
    def act():
        if flags & select.POLLIN:
            obj.handle_read_event()
        if flags & select.POLLOUT:
            obj.handle_write_event()
        if flags & select.POLLPRI:
            obj.handle_expt_event()
        if flags & (select.POLLHUP | select.POLLERR | select.POLLNVAL):
            obj.handle_close()
    try:
        act()
    except socket.error, e:
        if e.args[0] in _DISCONNECTED:
            obj.handle_close()
        else:
            obj.handle_error()
    except _reraised_exceptions:
        raise
    except:
        obj.handle_error()


def _interested(map):
    """(descriptor, wants to read, wants to write) of each dispatcher."""
    for fd, obj in map.items():
        yield fd, obj.readable(), obj.writable() and not obj.accepting


def poll(timeout=0.0, map=None):
    """One round, by `select`."""
    if map is None:
        map = socket_map
    if not map:
        return
    readers, writers, others = [], [], []
    for fd, reads, writes in _interested(map):
        if reads:
            readers.append(fd)
        if writes:
            writers.append(fd)
        if reads or writes:
            others.append(fd)
    if not others:
        time.sleep(timeout)
        return
    try:
        ready = select.select(readers, writers, others, timeout)
    except select.error, e:
        if e.args[0] != errno.EINTR:
            raise
        return
    for fds, tell in zip(ready, (read, write, _exception)):
        for fd in fds:
            obj = map.get(fd)
            if obj is not None:
                tell(obj)


def poll2(timeout=0.0, map=None):
    """One round, by `select.poll`."""
    if map is None:
        map = socket_map
    if not map:
        return
    poller = select.poll()
    for fd, reads, writes in _interested(map):
        flags = (select.POLLIN | select.POLLPRI if reads else 0) | (select.POLLOUT if writes else 0)
        if flags:
            poller.register(fd, flags)
    try:
        ready = poller.poll(None if timeout is None else int(timeout * 1000))
    except select.error, e:
        if e.args[0] != errno.EINTR:
            raise
        ready = []
    for fd, flags in ready:
        obj = map.get(fd)
        if obj is not None:
            readwrite(obj, flags)


poll3 = poll2


def loop(timeout=30.0, use_poll=False, map=None, count=None):
    """Serves until no dispatcher is left, or for `count` rounds."""
    if map is None:
        map = socket_map
    one_round = poll2 if use_poll and hasattr(select, 'poll') else poll
    while map and (count is None or count > 0):
        one_round(timeout, map)
        if count is not None:
            count -= 1


class dispatcher:
    """A socket that does not block, with a method for each thing that may happen to it."""

    debug = False
    connected = False
    accepting = False
    connecting = False
    closing = False
    addr = None
    ignore_log_types = frozenset(['warning'])

    def __init__(self, sock=None, map=None):
        self._map = socket_map if map is None else map
        self._fileno = None
        if not sock:
            self.socket = None
            return
        sock.setblocking(0)
        self.set_socket(sock, map)
        self.connected = True
        try:
            self.addr = sock.getpeername()
        except socket.error, e:
            if e.args[0] not in (errno.ENOTCONN, errno.EINVAL):
                self.del_channel(map)
                raise
            self.connected = False

    def __repr__(self):
        status = [self.__class__.__module__ + '.' + self.__class__.__name__]
        if self.accepting and self.addr:
            status.append('listening')
        elif self.connected:
            status.append('connected')
        if self.addr is not None:
            try:
                status.append('%s:%d' % self.addr)
            except TypeError:
                status.append(repr(self.addr))
        return '<%s at %#x>' % (' '.join(status), id(self))

    __str__ = __repr__

    def add_channel(self, map=None):
        if map is None:
            map = self._map
        map[self._fileno] = self

    def del_channel(self, map=None):
        if map is None:
            map = self._map
        if self._fileno in map:
            del map[self._fileno]
        self._fileno = None

    def create_socket(self, family, type):
        self.family_and_type = family, type
        sock = socket.socket(family, type)
        sock.setblocking(0)
        self.set_socket(sock)

    def set_socket(self, sock, map=None):
        self.socket = sock
        self._fileno = sock.fileno()
        self.add_channel(map)

    def set_reuse_addr(self):
        try:
            reuse = self.socket.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR)
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, reuse | 1)
        except socket.error:
            pass

    def readable(self):
        return True

    def writable(self):
        return True

    def listen(self, num):
        self.accepting = True
        return self.socket.listen(num)

    def bind(self, addr):
        self.addr = addr
        return self.socket.bind(addr)

    def connect(self, address):
        self.connected = False
        self.connecting = True
        problem = self.socket.connect_ex(address)
        if problem in _WOULD_BLOCK:
            self.addr = address
        elif problem in (0, errno.EISCONN):
            self.addr = address
            self.handle_connect_event()
        else:
            raise socket.error(problem, errno.errorcode[problem])

    def accept(self):
        """(socket, address) of who has come, or None when nobody has."""
        try:
            return self.socket.accept()
        except TypeError:
            return None
        except socket.error, e:
            if e.args[0] in (errno.EWOULDBLOCK, errno.ECONNABORTED, errno.EAGAIN):
                return None
            raise

    def send(self, data):
        try:
            return self.socket.send(data)
        except socket.error, e:
            if e.args[0] == errno.EWOULDBLOCK:
                return 0
            if e.args[0] in _DISCONNECTED:
                self.handle_close()
                return 0
            raise

    def recv(self, buffer_size):
        try:
            data = self.socket.recv(buffer_size)
        except socket.error, e:
            if e.args[0] not in _DISCONNECTED:
                raise
            data = ''
        if not data:
            self.handle_close()
            return ''
        return data

    def close(self):
        self.connected = False
        self.accepting = False
        self.connecting = False
        self.del_channel()
        try:
            self.socket.close()
        except socket.error, e:
            if e.args[0] not in (errno.ENOTCONN, errno.EBADF):
                raise

    def __getattr__(self, attr):
        try:
            found = getattr(self.socket, attr)
        except AttributeError:
            raise AttributeError("%s instance has no attribute '%s'" % (self.__class__.__name__, attr))
        warnings.warn('%s.%s is deprecated. Use %s.socket.%s instead.' % (
            self.__class__.__name__, attr, self.__class__.__name__, attr), DeprecationWarning, stacklevel=2)
        return found

    def log(self, message):
        sys.stderr.write('log: %s\n' % str(message))

    def log_info(self, message, type='info'):
        if type not in self.ignore_log_types:
            print '%s: %s' % (type, message)

    def handle_read_event(self):
        if self.accepting:
            self.handle_accept()
            return
        if not self.connected and self.connecting:
            self.handle_connect_event()
        self.handle_read()

    def handle_connect_event(self):
        problem = self.socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if problem != 0:
            raise socket.error(problem, os.strerror(problem))
        self.handle_connect()
        self.connected = True
        self.connecting = False

    def handle_write_event(self):
        if self.accepting:
            return
        if not self.connected and self.connecting:
            self.handle_connect_event()
        self.handle_write()

    def handle_expt_event(self):
        if self.socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) != 0:
            self.handle_close()
        else:
            self.handle_expt()

    def handle_error(self):
        _, kind, value, where = compact_traceback()
        try:
            name = repr(self)
        except:
            name = '<__repr__(self) failed for object at %0x>' % id(self)
        self.log_info('uncaptured python exception, closing channel %s (%s:%s %s)' % (name, kind, value, where), 'error')
        self.handle_close()

    def handle_expt(self):
        self.log_info('unhandled incoming priority event', 'warning')

    def handle_read(self):
        self.log_info('unhandled read event', 'warning')

    def handle_write(self):
        self.log_info('unhandled write event', 'warning')

    def handle_connect(self):
        self.log_info('unhandled connect event', 'warning')

    def handle_accept(self):
        self.log_info('unhandled accept event', 'warning')

    def handle_close(self):
        self.log_info('unhandled close event', 'warning')
        self.close()


def close_all(map=None, ignore_all=False):
    """Closes every dispatcher."""
    if map is None:
        map = socket_map
    for channel in map.values():
        try:
            channel.close()
        except OSError, e:
            if e.args[0] != errno.EBADF and not ignore_all:
                raise
        except _reraised_exceptions:
            raise
        except:
            if not ignore_all:
                raise
    map.clear()


from _asyncfiles import compact_traceback, dispatcher_with_send, file_dispatcher, file_wrapper
