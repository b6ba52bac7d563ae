# Processes that are forked by the threads of a pool of threads.
import multiprocessing
import multiprocessing.pool
import sys


def square(x):
    return x * x


def by_processes(n):
    pool = multiprocessing.Pool(n)
    result = pool.map(square, range(n))
    pool.close()
    pool.join()
    return sum(result)


if __name__ == '__main__':
    pool = multiprocessing.pool.ThreadPool(2)
    print(pool.map(by_processes, [2, 3]))
    print(isinstance(pool, multiprocessing.pool.Pool), multiprocessing.pool.ThreadPool.__module__)
    pool.close()
    pool.join()
