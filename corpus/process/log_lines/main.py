# pymp: python=2,3 stderr=exact compare=unordered mask-regex=handle_(\d+)
# What the package's log says at level DEBUG of processes, queues, locks, shared values and a pool.
from __future__ import print_function

import logging
import multiprocessing


class Unpadded(logging.Formatter):
    """Without spaces, for the mask."""

    def format(self, record):
        return logging.Formatter.format(self, record).replace(' ', '_')


def feed(q):
    q.put([1] * 3)


def square(x):
    return x * x


if __name__ == '__main__':
    logger = multiprocessing.log_to_stderr()
    logger.handlers[0].setFormatter(Unpadded('%(levelname)s/%(processName)s %(message)s'))
    logger.setLevel(logging.DEBUG)
    q = multiprocessing.Queue()
    p = multiprocessing.Process(target=feed, args=(q,), name='Feeding')
    p.start()
    print(q.get())
    p.join()
    q.put(3)
    print(q.get())
    q.close()
    q.join_thread()
    del q

    multiprocessing.RLock(), multiprocessing.BoundedSemaphore(2), multiprocessing.Condition(), multiprocessing.Event()
    multiprocessing.Value('i', 3), multiprocessing.Array('d', 4000), multiprocessing.Array('d', 1000)

    pool = multiprocessing.Pool(1)
    print(pool.map(square, range(3)))
    pool.close()
    pool.join()
