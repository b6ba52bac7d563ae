# pymp: python=2,3
"""initializer runs once in each worker and can leave things in globals."""
from __future__ import print_function
import multiprocessing

prefix = None
counter = None


def init(text, shared):
    global prefix, counter
    prefix = text
    counter = shared
    with counter.get_lock():
        counter.value += 1


def label(n):
    return '%s%d' % (prefix, n)


if __name__ == '__main__':
    started = multiprocessing.Value('i', 0)
    pool = multiprocessing.Pool(3, init, ('item-', started))
    print(pool.map(label, range(5)))
    pool.close()
    pool.join()
    print('initialized', started.value, 'here', prefix)
