# pymp: python=2,3
from __future__ import print_function
import multiprocessing
import sys

collected = []


def add(a, b=0, **extra):
    return a + b + sum(extra.values())


def on_result(value):
    collected.append(value)


if __name__ == '__main__':
    pool = multiprocessing.Pool(processes=2)
    print(pool.apply(add, (1, 2)), pool.apply(add, [5], {'b': 6, 'c': 7}), pool.apply(add, args=(3,)))
    pending = [pool.apply_async(add, (n, n)) for n in range(5)]
    print([p.get() for p in pending])
    for n in range(4):
        pool.apply_async(add, args=(n,), kwds={'b': 10}, callback=on_result)
    done = pool.map_async(add, [100, 200], callback=collected.extend)
    done.wait()
    pool.close()
    pool.join()
    print(sorted(collected), done.ready())
