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


def _methods_for(flags):
    """The names of what is called for that which `select.poll` said, in order."""
    masks = select.POLLIN, select.POLLOUT, select.POLLPRI, select.POLLHUP | select.POLLERR | select.POLLNVAL
    names = 'handle_read_event', 'handle_write_event', 'handle_expt_event', 'handle_close'
    return [name for mask, name in zip(masks, names) if flags & mask]


def readwrite(obj, flags):
    """Tells a dispatcher what `select.poll` said of its socket."""
    try:
        for name in _methods_for(flags):
            getattr(obj, name)()
    except socket.error, e:
        (obj.handle_close if e.args[0] in _DISCONNECTED else obj.handle_error)()
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
    one_round = poll2 if use_poll and hasattr(select, 'poll') else poll
    channels, left = socket_map if map is None else map, count
    while channels and (left is None or left > 0):
        one_round(timeout, channels)
        left = left if left is None else left - 1


class dispatcher:
    """A socket that does not block, with a method for each thing that may happen to it."""

    debug = connected = accepting = connecting = closing = False
    ignore_log_types = frozenset(['warning'])
    addr = None

    def __init__(self, sock=None, map=None):
        self._map, self._fileno = socket_map if map is None else map, None
        if sock:
            _adopt(self, sock, map)
        else:
            self.socket = None

    def __getattr__(self, attr):
        mine = self.__class__.__name__
        try:
            found = getattr(self.socket, attr)
        except AttributeError:
            raise AttributeError("%s instance has no attribute '%s'" % (mine, attr))
        warnings.warn('%s.%s is deprecated. Use %s.socket.%s instead.' % (mine, attr, mine, attr), DeprecationWarning,
                      stacklevel=2)
        return found

    # ---------------------------------------------------------------- what a subclass may define

    def readable(self):
        return True

    def handle_read(self):
        _ignore(self, 'read')

    def writable(self):
        return True

    def handle_write(self):
        _ignore(self, 'write')

    def handle_accept(self):
        _ignore(self, 'accept')

    def handle_connect(self):
        _ignore(self, 'connect')

    def handle_expt(self):
        _ignore(self, 'incoming priority')

    def handle_close(self):
        _ignore(self, 'close')
        self.close()

    def handle_error(self):
        _, kind, value, where = compact_traceback()
        try:
            name = repr(self)
        except:
            name = '<__repr__(self) failed for object at %0x>' % id(self)
        told = 'uncaptured python exception, closing channel %s (%s:%s %s)' % (name, kind, value, where)
        self.log_info(told, 'error')
        self.handle_close()

    def log_info(self, message, type='info'):
        if type in self.ignore_log_types:
            return
        print '%s: %s' % (type, message)

    def log(self, message):
        sys.stderr.write('log: ' + str(message) + '\n')

    def __repr__(self):
        kind = self.__class__
        words = ['.'.join((kind.__module__, kind.__name__))]
        words += ['listening'] if self.accepting and self.addr else ['connected'] if self.connected else []
        words += [] if self.addr is None else [_shown(self.addr)]
        return '<%s at %#x>' % (' '.join(words), id(self))

    __str__ = __repr__

    # ---------------------------------------------------------------- the socket and its place in the loop

    def set_socket(self, sock, map=None):
        self.socket = sock
        self._fileno = sock.fileno()
        self.add_channel(map)

    def create_socket(self, family, type):
        self.family_and_type = (family, type)
        made = socket.socket(*self.family_and_type)
        made.setblocking(0)
        self.set_socket(made)

    def del_channel(self, map=None):
        channels = self._map if map is None else map
        fd, self._fileno = self._fileno, None
        if fd in channels:
            del channels[fd]

    def add_channel(self, map=None):
        (self._map if map is None else map)[self._fileno] = self

    def set_reuse_addr(self):
        option = socket.SOL_SOCKET, socket.SO_REUSEADDR
        try:
            self.socket.setsockopt(*option + (1 | self.socket.getsockopt(*option),))
        except socket.error:
            return

    def bind(self, addr):
        self.addr = addr
        return self.socket.bind(addr)

    def listen(self, num):
        self.accepting = True
        return self.socket.listen(num)

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

    def connect(self, address):
        self.connected, self.connecting = False, True
        problem = self.socket.connect_ex(address)
        if problem in _WOULD_BLOCK:
            self.addr = address
        elif problem in (0, errno.EISCONN):
            self.addr = address
            self.handle_connect_event()
        else:
            raise socket.error(problem, errno.errorcode[problem])

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
        self.connected = self.accepting = self.connecting = False
        self.del_channel()
        try:
            self.socket.close()
        except socket.error, e:
            if e.args[0] not in (errno.ENOTCONN, errno.EBADF):
                raise

    # ---------------------------------------------------------------- what the loop calls

    def handle_connect_event(self):
        problem = _pending_error(self.socket)
        if problem != 0:
            raise socket.error(problem, os.strerror(problem))
        self.handle_connect()
        self.connected, self.connecting = True, False

    def handle_read_event(self):
        if self.accepting:
            self.handle_accept()
        else:
            _end_connecting(self)
            self.handle_read()

    def handle_write_event(self):
        if not self.accepting:
            _end_connecting(self)
            self.handle_write()

    def handle_expt_event(self):
        if _pending_error(self.socket) == 0:
            self.handle_expt()
        else:
            self.handle_close()


def _adopt(channel, sock, map):
    """Gives a dispatcher a socket that was made elsewhere."""
    sock.setblocking(0)
    channel.set_socket(sock, map)
    try:
        peer = sock.getpeername()
    except socket.error as refusal:
        channel.connected = refusal.args[0] not in (errno.ENOTCONN, errno.EINVAL)
        if channel.connected:
            # Not a matter of its having no other end yet.
            channel.del_channel(map)
            raise
    else:
        channel.connected, channel.addr = True, peer


def _end_connecting(channel):
    """What is ready for the first time has been connected."""
    if channel.connecting and not channel.connected:
        channel.handle_connect_event()


def _pending_error(sock):
    return sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)


def _ignore(channel, event):
    channel.log_info('unhandled %s event' % event, 'warning')


def _shown(addr):
    try:
        return '%s:%d' % addr
    except TypeError:
        return repr(addr)


def close_all(map=None, ignore_all=False):
    """Closes every dispatcher."""
    channels = socket_map if map is None else map
    for channel in channels.values():
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
    channels.clear()


from _asyncfiles import compact_traceback, dispatcher_with_send, file_dispatcher, file_wrapper
