"""More dispatchers of `asyncore`: with a buffer, for pipes and files; and its short tracebacks."""

import asyncore
import os
import socket
import sys


def compact_traceback():
    """((file, function, line) of the last frame, type, value, all frames as one text) of the exception in hand."""
    kind, value, tb = sys.exc_info()
    if not tb:
        raise AssertionError('traceback does not exist')
    frames = []
    while tb:
        code = tb.tb_frame.f_code
        frames.append((code.co_filename, code.co_name, str(tb.tb_lineno)))
        tb = tb.tb_next
    return frames[-1], kind, value, ' '.join('[%s|%s|%s]' % frame for frame in frames)


class dispatcher_with_send(asyncore.dispatcher):
    """Keeps what the socket does not take yet, and sends it when it does."""

    __module__ = 'asyncore'

    def __init__(self, sock=None, map=None):
        asyncore.dispatcher.__init__(self, sock, map)
        self.out_buffer = ''

    def initiate_send(self):
        sent = asyncore.dispatcher.send(self, self.out_buffer[:512])
        self.out_buffer = self.out_buffer[sent:]

    def send(self, data):
        if self.debug:
            self.log_info('sending ' + repr(data))
        waiting = self.out_buffer
        self.out_buffer = waiting + data
        self.initiate_send()

    def writable(self):
        return len(self.out_buffer) if self.connected else True

    def handle_write(self):
        self.initiate_send()


class file_wrapper:
    """A file descriptor with the methods of a socket that a dispatcher calls."""

    __module__ = 'asyncore'

    def __init__(self, fd):
        self.fd = os.dup(fd)

    def fileno(self):
        return self.fd

    def close(self):
        os.close(self.fd)

    def getsockopt(self, level, optname, buflen=None):
        if buflen or (level, optname) != (socket.SOL_SOCKET, socket.SO_ERROR):
            raise NotImplementedError('Only asyncore specific behaviour implemented.')
        # A file has no errors that wait to be asked for.
        return 0

    def send(self, *args):
        return os.write(self.fd, *args)

    def recv(self, *args):
        return os.read(self.fd, *args)

    write, read = send, recv


class file_dispatcher(asyncore.dispatcher):
    """A pipe or another file descriptor in the loop."""

    __module__ = 'asyncore'

    def __init__(self, fd, map=None):
        asyncore.dispatcher.__init__(self, None, map)
        self.connected = True
        self.set_file(fd.fileno() if hasattr(fd, 'fileno') else fd)

    def set_file(self, fd):
        wrapper = file_wrapper(fd)
        self.socket, self._fileno = wrapper, wrapper.fileno()
        self.add_channel()
