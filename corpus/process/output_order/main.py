# pymp: python=2,3
"""What is printed before a fork comes out once, and in order, although stdout is a pipe."""
from __future__ import print_function
import multiprocessing
import os
import sys


def child(n):
    print('child', n)
    sys.stdout.write('written by %d\n' % n)


def hard_exit():
    print('lost: never flushed')
    os._exit(0)


def flushed_hard_exit():
    print('kept: flushed')
    sys.stdout.flush()
    os._exit(0)


if __name__ == '__main__':
    print('before the first fork')
    for n in range(2):
        p = multiprocessing.Process(target=child, args=(n,))
        p.start()
        p.join()
        print('after child', n)
    sys.stdout.write('no newline yet, ')
    for target in (hard_exit, flushed_hard_exit):
        p = multiprocessing.Process(target=target)
        p.start()
        p.join()
    print('then the end')
