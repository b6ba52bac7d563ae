# pymp: python=2,3
"""Locks keep increments whole; RLock nests; what misuse says."""
from __future__ import print_function
import multiprocessing


def add(lock, total, times):
    for _ in range(times):
        with lock:
            total.value += 1


def nested(rlock, total):
    with rlock:
        with rlock:
            total.value += 1


if __name__ == '__main__':
    lock, total = multiprocessing.Lock(), multiprocessing.Value('i', 0, lock=False)
    workers = [multiprocessing.Process(target=add, args=(lock, total, 200)) for _ in range(4)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    print(total.value)
    rlock = multiprocessing.RLock()
    workers = [multiprocessing.Process(target=nested, args=(rlock, total)) for _ in range(3)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    print(total.value)
    print(lock.acquire(), lock.acquire(False), lock.acquire(True, 0.05), lock.release())
    for broken in (lock.release, rlock.release):
        try:
            broken()
        except (ValueError, AssertionError, RuntimeError) as error:
            print(type(error).__name__, error)
    print(rlock.acquire(), rlock.acquire(), rlock.release(), rlock.release())
