# pymp: python=2,3
"""Generators that a thread has made wait when the thread forks; in the child they belong to its main thread."""
from __future__ import print_function

import multiprocessing
import sys
import threading
import time


def over(items):
    for a in items:
        for b in range(2):
            yield a, b


def slow(n):
    for i in range(n):
        time.sleep(0.01)
        yield i


def child(*generators):
    for generator in generators:
        print('child', list(generator))


def work():
    a, b, c, d, e = over('pqr'), slow(4), (x * 2 for x in range(5)), over('new'), over('q')
    for generator in (a, a, b, c):
        next(generator)
    list(e)
    sys.stdout.flush()
    p = multiprocessing.Process(target=child, args=(a, b, c, d, e))
    p.start()
    p.join()
    print(p.exitcode, [list(generator) for generator in (a, b, c, d, e)])


if __name__ == '__main__':
    outer = over('main')
    next(outer)
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

    def other():
        sys.stdout.flush()
        p = multiprocessing.Process(target=child, args=(outer,))
        p.start()
        p.join()
        print(p.exitcode, next(outer))

    thread = threading.Thread(target=other)
    thread.start()
    thread.join()
