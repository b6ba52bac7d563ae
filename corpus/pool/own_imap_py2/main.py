# pymp: python=2
"""A program adds to Pool what it lacks, out of what Pool is made of."""
import multiprocessing.pool as mpp
from multiprocessing import Pool
def istarmap(self, func, iterable, chunksize=1):
    assert self._state == mpp.RUN
    task_batches = mpp.Pool._get_tasks(func, iterable, chunksize)
    result = mpp.IMapIterator(self._cache)
    self._taskqueue.put((((result._job, i, mpp.mapstar, (x,), {}) for i, x in enumerate(task_batches)), result._set_length))
    return (item for chunk in result for item in chunk)
mpp.Pool.istarmap = istarmap
def foo(a):
    return a * 2
if __name__ == "__main__":
    pool = Pool(4)
    print list(pool.istarmap(foo, range(10)))
    print list(pool.istarmap(foo, range(10), 3)), pool.map(foo, [1])
    pool.close(); pool.join()
