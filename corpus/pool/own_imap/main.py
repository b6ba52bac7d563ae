# pymp: python=3
"""A program adds to Pool what it lacks, out of what Pool is made of."""
import multiprocessing.pool as mpp
from multiprocessing import Pool, Process


def istarmap(self, func, iterable, chunksize=1):
    self._check_running()
    batches = mpp.Pool._get_tasks(func, iterable, chunksize)
    result = mpp.IMapIterator(self)
    self._taskqueue.put((self._guarded_task_generation(result._job, mpp.starmapstar, batches), result._set_length))
    return (item for chunk in result for item in chunk)


mpp.Pool.istarmap = istarmap


def times(a, b):
    return a * b


def pairs():
    yield 1, 2
    yield 3, 4
    raise KeyError("no more")


if __name__ == "__main__":
    with Pool(3) as pool:
        data = [(i, "x") for i in range(7)]
        for each in pool.istarmap(times, data):
            print(each)
        print(list(pool.istarmap(times, data, chunksize=3)), list(pool.istarmap(times, [])))
        try:
            print(list(pool.istarmap(times, [(1, 2), (3,)])))
        except TypeError as error:
            print(error)
        results = pool.istarmap(times, pairs())
        print(next(results), next(results))
        try:
            next(results)
        except KeyError as error:
            print(repr(error))
        print(pool.starmap(times, [(1, 2)]))
    with mpp.ThreadPool(2) as threads:
        print(list(threads.istarmap(times, [(1, 2), (3, 4)])))
    try:
        Process(kwargs=3)
    except TypeError as error:
        print(error)
    print(Process(kwargs=[("a", 1)])._kwargs)
