# pymp: python=2,3
"""What waits in a file at a fork is written by each process that flushes it; a child of multiprocessing ends without that."""
from __future__ import print_function
import multiprocessing
import os
import sys

log = open('log.txt', 'w')
log.write('header\n')


def lines(path):
    with open(path) as f:
        print(path, f.read().split('\n'))


def child(n):
    log.write('child %d\n' % n)
    if n == 1:
        log.flush()
    elif n == 2:
        log.close()
    elif n == 3:
        sys.exit(3)


def own_file(path):
    global kept
    kept = open(path, 'w')
    kept.write('kept')
    forgotten = open('forgotten_' + path, 'w')
    forgotten.write('forgotten')


class Writer(object):
    def __init__(self, path):
        self.file = open(path, 'wb')

    def write(self, text):
        self.file.write(text.encode())


def in_worker(n):
    writers.append(Writer('worker.txt'))
    writers[-1].write('%d' % n)
    open('task.txt', 'w').write('%d' % n)
    return n


writers = []

if __name__ == '__main__':
    for n in range(4):
        p = multiprocessing.Process(target=child, args=(n,))
        p.start()
        p.join()
        print(n, p.exitcode, os.path.getsize('log.txt'))
    log.close()
    lines('log.txt')

    p = multiprocessing.Process(target=own_file, args=('own.txt',))
    p.start()
    p.join()
    lines('own.txt')
    lines('forgotten_own.txt')

    pool = multiprocessing.Pool(1)
    print(pool.map(in_worker, range(3)))
    lines('task.txt')
    pool.close()
    pool.join()
    lines('worker.txt')

    # A child of os.fork ends as the program does.
    both = open('both.txt', 'wb')
    both.write(b'before\n')
    unused = Writer('unused.txt')
    unused.write('once each\n')
    pid = os.fork()
    if pid == 0:
        both.write(b'child\n')
        sys.exit(0)
    os.waitpid(pid, 0)
    both.write(b'parent\n')
    both.close()
    unused.file.close()
    lines('both.txt')
    lines('unused.txt')

    # The program still has the file: nobody else sees what waits.
    late = open('late.txt', 'w')
    late.write('late')
    lines('late.txt')
    keep = {'deep': [late]}
    late = None
    lines('late.txt')
    keep.clear()
    lines('late.txt')
