# pymp: python=2,3
"""Automatic names count per parent; children of children get two numbers."""
from __future__ import print_function
import multiprocessing
import sys


def grandchild():
    print('  grandchild', multiprocessing.current_process().name)
    sys.stdout.flush()


def child():
    print(' child', multiprocessing.current_process().name)
    sys.stdout.flush()
    for _ in range(2):
        p = multiprocessing.Process(target=grandchild)
        p.start()
        p.join()


if __name__ == '__main__':
    print('main', multiprocessing.current_process().name)
    sys.stdout.flush()
    never_started = multiprocessing.Process(target=child)
    for n in range(2):
        p = multiprocessing.Process(target=child)
        p.start()
        p.join()
        print('ended', p.name, p._identity)
        sys.stdout.flush()
    print(never_started.name)
