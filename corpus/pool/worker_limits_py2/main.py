# pymp: python=2
"""Each of the ways in which a pool is told when its workers are to be replaced."""
import multiprocessing
import multiprocessing.pool

calls = 0


def count(n):
    global calls
    calls += 1
    return calls


def set_out(start=10):
    global calls
    calls = start


def show(pool):
    print pool.map(count, range(5), chunksize=1)
    pool.close()
    pool.join()


if __name__ == '__main__':
    show(multiprocessing.Pool(processes=1))
    show(multiprocessing.Pool(processes=1, maxtasksperchild=2))
    show(multiprocessing.Pool(1, set_out, maxtasksperchild=1))
    show(multiprocessing.Pool(1, set_out, (20,), 3))
    show(multiprocessing.Pool(1, initializer=set_out, initargs=[30], maxtasksperchild=4))
    show(multiprocessing.pool.Pool(1, maxtasksperchild=1))
    for bad in (0, -1):
        try:
            multiprocessing.Pool(bad)
        except Exception as error:
            print type(error).__name__, error
