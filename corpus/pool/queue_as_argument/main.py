# pymp: python=2,3
"""A queue or a lock cannot be sent to a pool; a manager's queue can."""
from __future__ import print_function
import multiprocessing


def put(queue, value):
    queue.put(value)
    return value


if __name__ == '__main__':
    pool = multiprocessing.Pool(2)
    queue = multiprocessing.Queue()
    for shared in (queue, multiprocessing.Lock(), multiprocessing.Value('i', 0)):
        try:
            pool.apply_async(put, (shared, 1)).get(timeout=5)
        except RuntimeError as error:
            print(error)
    manager = multiprocessing.Manager()
    proxy = manager.Queue()
    print(pool.apply(put, (proxy, 5)), proxy.get())
    pool.terminate()
    pool.join()
