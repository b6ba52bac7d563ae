# pymp: python=2,3
"""multiprocessing.dummy and ThreadPool: the same interface on threads, with shared memory."""
from __future__ import print_function
import multiprocessing.dummy
import threading
import time
from multiprocessing.pool import ThreadPool

seen = []


def work(n):
    time.sleep(0.01 * (5 - n))
    seen.append(n)
    return n * 10


pool = ThreadPool(5)
print(pool.map(work, range(5)))
print(sorted(seen), len(seen))
print(pool.apply(lambda x: x + 1, (1,)), [r.get() for r in [pool.apply_async(work, (n,)) for n in (4, 3)]])
try:
    pool.map(lambda n: 1 // n, [1, 0])
except ZeroDivisionError as error:
    print('ZeroDivisionError')
pool.close()
pool.join()
pool = multiprocessing.dummy.Pool(2)
print(list(pool.imap(lambda s: s.upper(), ['a', 'b'])))
pool.terminate()
p = multiprocessing.dummy.Process(target=seen.append, args=('from a dummy process',))
p.start()
p.join()
print(seen[-1], threading.active_count() >= 1)
