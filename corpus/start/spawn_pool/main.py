# pymp: start-method=spawn compare=unordered
"""A pool of spawned workers with an initializer; module level runs in each."""
import multiprocessing
import os

table = {'main': 1}


def init(extra):
    table['extra'] = extra


def look(key):
    return key, table.get(key)


if __name__ == '__main__':
    table['late'] = 2
    with multiprocessing.Pool(2, initializer=init, initargs=(9,)) as pool:
        print(sorted(pool.map(look, ['main', 'late', 'extra'], chunksize=1)))
        print(pool.apply(os.path.join, ('a', 'b')))
