# pymp: python=2,3
"""A pool of threads, and pools of processes and of a manager after it."""
from __future__ import print_function
import multiprocessing
import multiprocessing.dummy


def square(n):
    return n * n


if __name__ == '__main__':
    threads = multiprocessing.dummy.Pool(2)
    print(threads.map(square, range(4)))
    manager = multiprocessing.Manager()
    remote = manager.Pool(2)
    print(remote.map(square, [4, 5]), remote.apply(square, (6,)))
    pool = multiprocessing.Pool(1)
    print(pool.map(square, [7]))
    for each in (threads, remote, pool):
        each.close()
        each.join()
    manager.shutdown()
    print(hasattr(multiprocessing, 'get_context') == hasattr(multiprocessing, 'set_start_method'))
