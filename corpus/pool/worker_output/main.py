# pymp: compare=unordered
"""Prints of the workers arrive when the pool is closed and joined."""
import multiprocessing


def work(n):
    print('working on', n)
    return n * 2


if __name__ == '__main__':
    pool = multiprocessing.Pool(3)
    results = pool.map(work, range(6))
    pool.close()
    pool.join()
    print(results)
