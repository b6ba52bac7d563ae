"""At exit the program waits for its children; atexit functions run in the main process, not in forked children."""
import atexit
import multiprocessing
import os
import sys
import time

atexit.register(lambda: print('atexit in', multiprocessing.current_process().name, flush=True))


def slow(n):
    time.sleep(0.8 * n)
    print('child', n, 'ends', flush=True)


if __name__ == '__main__':
    for n in (2, 1):
        multiprocessing.Process(target=slow, args=(n,)).start()
    print('main is done', flush=True)
    sys.exit(4)
