# pymp: python=2,3
"""Proxies as arguments of pool tasks."""
from __future__ import print_function
import multiprocessing


def record(arguments):
    log, table, lock, n = arguments
    with lock:
        log.append(n)
        table[n % 2] = table.get(n % 2, 0) + n
    return n


if __name__ == '__main__':
    manager = multiprocessing.Manager()
    log, table, lock = manager.list(), manager.dict(), manager.Lock()
    pool = multiprocessing.Pool(3)
    print(sum(pool.map(record, [(log, table, lock, n) for n in range(10)])))
    pool.close()
    pool.join()
    print(sorted(log), sorted(table.items()))
