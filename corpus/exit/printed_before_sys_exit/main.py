# pymp: python=2,3
"""sys.exit comes out of the program's text when all that it has printed has been written."""
from __future__ import print_function

import atexit
import multiprocessing
import os
import sys

go_on = multiprocessing.Event()


def child():
    go_on.wait()
    print('child')


def at_end():
    os.write(1, b'at the end\n')
    go_on.set()


def main():
    atexit.register(at_end)
    multiprocessing.Process(target=child).start()
    print('main is done')
    return 3


if __name__ == '__main__':
    sys.exit(main())
