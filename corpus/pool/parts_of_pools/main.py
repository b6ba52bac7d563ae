# pymp: python=2,3
"""Programs that wait for the threads of a pool, end its workers by force, or take a child out of the set of children."""
from __future__ import print_function
import multiprocessing as mp
import multiprocessing.pool
import os
import signal
import sys
import time

TERMINATE = mp.pool.TERMINATE


def work(x):
    time.sleep(x)
    return x


def kill(pool):
    pool._state = TERMINATE
    pool._worker_handler._state = TERMINATE
    for p in pool._pool:
        os.kill(p.pid, signal.SIGKILL)
    while any(p.is_alive() for p in pool._pool):
        pass
    try:
        pool._inqueue._rlock.release()
    except ValueError:
        pass
    pool.terminate()


def refused(f, *args):
    try:
        f(*args)
    except Exception as error:
        print(type(error).__name__, error)


if __name__ == '__main__':
    pool = mp.Pool(2)
    slow = pool.map_async(work, [0.01, 60, 60], chunksize=1)
    time.sleep(0.2)
    kill(pool)
    print(pool._worker_handler._state == TERMINATE, slow.ready())

    pool = mp.Pool(3)
    results = [pool.apply_async(work, (0.02 * i,)) for i in range(4)]
    handlers = [pool._worker_handler, pool._task_handler, pool._result_handler]
    print([h.is_alive() for h in handlers], handlers[0] is pool._worker_handler, handlers[0].daemon)
    handlers[0].join(0.01)
    pool.close()
    for h in handlers:
        h.join(sys.maxsize // 10 ** 9)
    workers = pool._pool
    for p in workers:
        p.join()
    print([r.get() for r in results], [p.exitcode for p in workers], [h.is_alive() for h in handlers])
    pool.join()

    threads = mp.pool.ThreadPool(2)
    print(threads.map(abs, [-1, 2]))
    refused(threads.join)
    threads.close()
    refused(threads.apply_async, abs, (1,))
    refused(threads.map, abs, [1])
    threads.join()

    p = mp.Process(target=work, args=(0.3,))
    p.start()
    two = sys.version_info[0] == 2
    children = mp.current_process()._children if two else mp.process._children
    print(p in children, p in mp.active_children(), len(children))
    children.discard(p)
    print(mp.active_children(), len(children))
    p.join()
    print(p.exitcode)
