# pymp: python=2,3
"""Handlers that a child has from its parent: of functions, of methods of objects, ignored ones; asked for, called, replaced, handed on."""
from __future__ import print_function

import functools
import multiprocessing
import os
import signal
import sys


class Counter(object):
    def __init__(self):
        self.seen = []

    def on_signal(self, number, frame):
        self.seen.append(number)


def handler(name, number, frame):
    print(name, number == signal.SIGTERM)


def show(who):
    print(who, counter.seen, signal.getsignal(signal.SIGUSR1) == counter.on_signal)
    print(who, signal.getsignal(signal.SIGTERM) is on_term, signal.getsignal(signal.SIGUSR2) == signal.SIG_IGN)
    sys.stdout.flush()


def grandchild():
    os.kill(os.getpid(), signal.SIGUSR1)
    os.kill(os.getpid(), signal.SIGUSR2)
    show('grandchild')


def child():
    os.kill(os.getpid(), signal.SIGTERM)
    process = multiprocessing.Process(target=grandchild)
    process.start()
    process.join()
    os.kill(os.getpid(), signal.SIGUSR1)
    show('child')
    before = signal.signal(signal.SIGTERM, signal.SIG_DFL)
    print('before', before is on_term, process.exitcode)


def untouched():
    pass


if __name__ == '__main__':
    counter = Counter()
    on_term = functools.partial(handler, 'term')
    signal.signal(signal.SIGUSR1, counter.on_signal)
    signal.signal(signal.SIGTERM, on_term)
    signal.signal(signal.SIGUSR2, signal.SIG_IGN)
    for target in (untouched, child):
        process = multiprocessing.Process(target=target)
        process.start()
        process.join()
        print(process.exitcode)
        sys.stdout.flush()
    print(counter.seen)
