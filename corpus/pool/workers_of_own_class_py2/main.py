# pymp: python=2
"""Pools whose workers are of a program's own class, and pools within them."""
import multiprocessing
import multiprocessing.pool


class NoDaemonProcess(multiprocessing.Process):
    def _get_daemon(self):
        return False

    def _set_daemon(self, value):
        pass

    daemon = property(_get_daemon, _set_daemon)


class MyPool(multiprocessing.pool.Pool):
    Process = NoDaemonProcess


def add(x):
    return x + 1


def inner(n):
    try:
        pool = multiprocessing.Pool(2)
    except AssertionError, error:
        return str(error)
    result = pool.map(add, range(n))
    pool.close()
    pool.join()
    return sum(result)


if __name__ == '__main__':
    for make in (MyPool, multiprocessing.Pool):
        pool = make(2)
        print pool.map(inner, [2, 3]), [p.daemon for p in pool._pool]
        pool.close()
        pool.join()
