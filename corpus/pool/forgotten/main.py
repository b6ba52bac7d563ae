"""Pools that nobody closes: their workers end with them, and a warning says so where it is asked for."""
import gc
import multiprocessing as mp
import warnings
from multiprocessing import pool as pools


def double(n):
    return 2 * n


def used(n):
    pool = mp.Pool(4)
    return sum(pool.map(double, range(n)))


def dropped(how):
    pool = mp.Pool(2)
    if how == "after its end":
        pool.terminate()
        pool.join()
        pool._state = pools.RUN
    elif how == "closed":
        pool.close()
    pool = None
    gc.collect()


def workers_of_forgotten():
    pool = mp.Pool(2)
    pool.map(double, range(4))
    workers = list(pool._pool)
    del pool
    gc.collect()
    return workers


def held():
    pool = mp.Pool(2)
    result = pool.apply_async(double, (21,))
    del pool
    gc.collect()
    return result.get()


def main():
    print([used(n) for n in range(30)])
    left = workers_of_forgotten()
    for how in "running", "after its end", "closed":
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            dropped(how)
            print(how, [str(w.message) for w in caught if w.category is ResourceWarning])
    print(held())
    for process in left:
        process.join()
    print([process.is_alive() for process in left])


if __name__ == "__main__":
    main()
