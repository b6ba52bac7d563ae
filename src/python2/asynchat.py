"""Dialogues over a socket of `asyncore`: what comes in is cut at a terminator, what goes out waits in a queue.

Spec: https://docs.python.org/2.7/library/asynchat.html
"""

import asyncore
import errno
import socket
from collections import deque


class async_chat(asyncore.dispatcher):
    """Calls `found_terminator` whenever the terminator has come; before it, `collect_incoming_data` with what came."""

    ac_in_buffer_size = ac_out_buffer_size = 4096

    def __init__(self, sock=None, map=None):
        self.incoming, self.producer_fifo, self.ac_in_buffer = [], deque(), ''
        asyncore.dispatcher.__init__(self, sock, map)

    def _get_data(self):
        data = ''.join(self.incoming)
        del self.incoming[:]
        return data

    def _collect_incoming_data(self, data):
        self.incoming.append(data)

    def get_terminator(self):
        return self.terminator

    def set_terminator(self, term):
        """A text, a number of bytes, or None (and other false values) for no end at all."""
        self.terminator = term

    def found_terminator(self):
        raise NotImplementedError('must be implemented in subclass')

    def collect_incoming_data(self, data):
        raise NotImplementedError('must be implemented in subclass')

    def handle_close(self):
        self.close()

    def handle_read(self):
        try:
            data = self.recv(self.ac_in_buffer_size)
        except socket.error, e:
            if e.args[0] in (errno.EAGAIN, errno.EWOULDBLOCK):
                return
            self.handle_error()
            return
        self.ac_in_buffer = self.ac_in_buffer + data
        while self.ac_in_buffer and self._take():
            pass

    def _take(self):
        """Hands on some of what has come. Returns whether there may be more to hand on."""
        buffered, terminator = self.ac_in_buffer, self.get_terminator()
        if not terminator:
            self.ac_in_buffer = ''
            self.collect_incoming_data(buffered)
        elif isinstance(terminator, (int, long)):
            self._take_count(buffered, terminator)
        else:
            return self._take_text(buffered, terminator)
        return True

    def _take_count(self, buffered, count):
        if len(buffered) < count:
            self.ac_in_buffer = ''
            self.terminator = count - len(buffered)
            self.collect_incoming_data(buffered)
            return
        self.ac_in_buffer = buffered[count:]
        self.terminator = 0
        self.collect_incoming_data(buffered[:count])
        self.found_terminator()

    def _take_text(self, buffered, terminator):
        at = buffered.find(terminator)
        if at >= 0:
            self.ac_in_buffer = buffered[at + len(terminator):]
            if at > 0:
                self.collect_incoming_data(buffered[:at])
            self.found_terminator()
            return True
        # The end of what has come may be the beginning of the terminator.
        kept = find_prefix_at_end(buffered, terminator)
        cut = len(buffered) - kept
        self.ac_in_buffer = buffered[cut:]
        if cut > 0:
            self.collect_incoming_data(buffered[:cut])
        return kept == 0

    def readable(self):
        return 1

    def writable(self):
        return self.producer_fifo or not self.connected

    def push_with_producer(self, producer):
        self.producer_fifo.append(producer)
        self.initiate_send()

    def push(self, data):
        size = self.ac_out_buffer_size
        for start in xrange(0, len(data), size):
            self.producer_fifo.append(data[start:start + size])
        self.initiate_send()

    def close_when_done(self):
        """Closes the channel when all that was pushed before has gone out."""
        self.producer_fifo.append(None)

    def handle_write(self):
        self.initiate_send()

    def initiate_send(self):
        goes_on = True
        while goes_on and self.producer_fifo and self.connected:
            goes_on = self._send_first(self.producer_fifo[0])

    def _send_first(self, first):
        """Sends of the first in the queue. Returns whether to go on with the next."""
        if not first:
            del self.producer_fifo[0]
        if first is None:
            self.handle_close()
            return False
        size = self.ac_out_buffer_size
        try:
            data = buffer(first, 0, size)
        except TypeError:
            self._ask(first)
            return True
        try:
            sent = self.send(data)
        except socket.error:
            self.handle_error()
            return False
        is_all = sent >= len(data) and len(first) <= size
        if sent and is_all:
            del self.producer_fifo[0]
        elif sent:
            self.producer_fifo[0] = first[sent:]
        return False

    def _ask(self, producer):
        """Puts what a producer gives before it in the queue, or takes it out when it has no more."""
        text = producer.more()
        if text:
            self.producer_fifo.appendleft(text)
        else:
            del self.producer_fifo[0]

    def discard_buffers(self):
        del self.incoming[:]
        self.producer_fifo.clear()
        self.ac_in_buffer = ''


class simple_producer:
    """Gives a text in pieces."""

    def __init__(self, data, buffer_size=512):
        self.data = data
        self.buffer_size = buffer_size

    def more(self):
        data, self.data = self.data[:self.buffer_size], self.data[self.buffer_size:]
        return data


class fifo:
    """A queue; `pop` says whether there was anything."""

    def __init__(self, list=None):
        self.list = deque(list or ())

    def push(self, data):
        self.list.append(data)

    def pop(self):
        return (1, self.list.popleft()) if self.list else (0, None)

    def first(self):
        return self.list[0]

    def is_empty(self):
        return not self.list

    def __len__(self):
        return len(self.list)


def find_prefix_at_end(haystack, needle):
    """How many characters at the end of `haystack` are the beginning of `needle`, short of all of it."""
    for length in xrange(min(len(needle) - 1, len(haystack)), 0, -1):
        if haystack.endswith(needle[:length]):
            return length
    return 0
