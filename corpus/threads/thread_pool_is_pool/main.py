# pymp: python=3
"""A pool of threads is a Pool."""
import pickle
from multiprocessing.pool import Pool, ThreadPool


class Counted(ThreadPool):
    def __init__(self, n):
        super().__init__(n)
        self.calls = 0

    def go(self, values):
        self.calls += 1
        return self.map(abs, values)


if __name__ == "__main__":
    print(ThreadPool.__mro__, issubclass(ThreadPool, Pool), ThreadPool.__module__)
    with ThreadPool(2) as pool:
        print(isinstance(pool, Pool), pool, pool._state, len(pool._pool))
        print(pool.apply(pow, (2, 3)), list(pool.imap(abs, [-1, 2])))
    print(pool, sorted(vars(pool))[:4])
    try:
        pool.map(abs, [1])
    except ValueError as e:
        print(e)
    counted = Counted(1)
    print(counted.go([-1, -2]), counted.calls, counted)
    counted.close()
    counted.join()
    print(counted._state, [c.__name__ for c in type(counted).__mro__])
    try:
        pickle.dumps(counted)
    except NotImplementedError as e:
        print(e)
    try:
        ThreadPool(0)
    except ValueError as e:
        print(e)
    with Pool(1) as processes:
        print(processes._state, processes._processes, isinstance(processes, ThreadPool))
        processes.own = 3
        print(processes.own, sorted(vars(processes))[:0])
