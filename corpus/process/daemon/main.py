# pymp: python=2,3
"""A daemonic process ends with its parent, and may not have children."""
from __future__ import print_function
import multiprocessing
import sys
import time


def endless():
    print('daemon starts')
    sys.stdout.flush()
    time.sleep(60)
    print('never printed')


def patient():
    time.sleep(0.1)
    print('the other one finishes')
    sys.stdout.flush()


def parent_of_none():
    try:
        multiprocessing.Process(target=patient).start()
    except AssertionError as error:
        print(error)
    sys.stdout.flush()


if __name__ == '__main__':
    d = multiprocessing.Process(target=endless)
    d.daemon = True
    d.start()
    time.sleep(0.3)
    n = multiprocessing.Process(target=parent_of_none)
    n.daemon = True
    n.start()
    n.join()
    print('daemon?', d.daemon, n.daemon, multiprocessing.Process().daemon)
    try:
        d.daemon = False
    except AssertionError as error:
        print('AssertionError', error)
    multiprocessing.Process(target=patient).start()
    print('main ends')
    sys.stdout.flush()
