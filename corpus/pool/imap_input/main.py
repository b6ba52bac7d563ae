# pymp: python=2,3
"""imap takes its tasks from the standard input, and from an iterator that waits."""
from __future__ import print_function
import multiprocessing
import sys
import time


def shout(line):
    return line.strip().upper()


def slowly():
    for word in ('a', 'b', 'c'):
        time.sleep(.02)
        yield word


pool = multiprocessing.Pool(2)
for number, line in enumerate(pool.imap(shout, sys.stdin), 1):
    print(number, line)
print(list(pool.imap(shout, slowly())))
print(sorted(pool.imap_unordered(shout, slowly())))
pool.close()
pool.join()
