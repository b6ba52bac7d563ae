# pymp: python=2,3
"""Python 2: a call that sleeps fails with EINTR once the handler of a signal has run, and time.sleep is over; in Python 3 they go on."""
from __future__ import print_function

import os
import select
import signal
import socket
import sys
import time


def handler(number, frame):
    print('handler', end=' ')


def attempt(name, call):
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        result = call()
    except EnvironmentError as error:
        result = type(error).__name__, error.errno
    except select.error as error:
        result = 'select.error', error.args
    print(name, result)
    sys.stdout.flush()


def later(call):
    """Calls in a child, after the signal."""
    pid = os.fork()
    if pid == 0:
        time.sleep(0.2)
        call()
        os._exit(7)
    return pid


def wait_again(pid):
    try:
        os.waitpid(pid, 0)
    except OSError:
        pass


def main():
    signal.signal(signal.SIGALRM, handler)
    began = time.time()
    attempt('sleep', lambda: time.sleep(0.5))
    print('over at once' if time.time() - began < 0.4 else 'over in the end')
    here, there = socket.socketpair()
    for name, call in (('waitpid', lambda: os.waitpid(pid, 0)[1]), ('wait', lambda: os.wait()[1])):
        pid = later(lambda: None)
        attempt(name, call)
        wait_again(pid)
    for name, call in (('select', lambda: len(select.select([here], [], [])[0])), ('recv', lambda: here.recv(1))):
        pid = later(lambda: there.send(b'x'))
        attempt(name, lambda: repr(call()).strip('b'))
        wait_again(pid)
    reader, writer = os.pipe()
    pid = later(lambda: os.write(writer, b'y'))
    attempt('read', lambda: repr(os.read(reader, 1)).strip('b'))
    wait_again(pid)


if __name__ == '__main__':
    main()
