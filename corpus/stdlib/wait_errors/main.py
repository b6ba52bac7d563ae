# pymp: python=3
"""Errors and edges of select, poll, sockets, locks and thread pools: arguments that cannot be, and nothing to be read."""
import _thread
import os
import select
import socket
import threading
from multiprocessing.connection import wait
from multiprocessing.pool import ThreadPool


def tell(call, *args):
    try:
        print(call(*args))
    except (OSError, OverflowError, TypeError, ValueError) as error:
        print(type(error).__name__, error)


def descriptors():
    r, w = os.pipe()
    tell(select.select, [99999], [], [])
    poll = select.poll()
    poll.register(r)
    poll.register(w, select.POLLIN)
    os.close(w)
    print([(fd == r, event) for fd, event in poll.poll(10)])
    poll.modify(r, select.POLLIN)
    print([(fd == r, event) for fd, event in poll.poll(10)])
    tell(poll.poll, 'x')
    os.close(r)


def sockets():
    a, b = socket.socketpair()
    print(wait([a], 0), a.recv(0), a.recv_into(bytearray(0)))
    b.send(b'x')
    print(wait([a], 0) == [a])
    tell(a.settimeout, 'x')
    tell(socket.socket, socket.AF_INET, 99)
    tell(socket.socketpair, socket.AF_UNIX, 99)


def locks():
    tell(threading.Lock, 5)
    tell(threading.Lock().acquire, True, 'x')
    tell(_thread.start_new_thread, print, (), 5)
    print(hasattr(threading.RLock(), 'locked'))


def pools():
    with ThreadPool(1) as pool:
        result = pool.apply_async(abs, (-1,))
        print(result.get(), type(result), type(pool.imap(abs, [])))


descriptors()
sockets()
locks()
pools()
