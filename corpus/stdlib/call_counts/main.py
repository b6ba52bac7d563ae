# pymp: python=2,3
"""cProfile: how often which function was called, by whom; times are not looked at."""
from __future__ import print_function
import cProfile
import multiprocessing
import os
import pstats
import sys
import tempfile
import time
from functools import reduce

import counted


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


class Item(object):
    def __init__(self, size):
        self.size = size

    def __lt__(self, other):
        return self.size < other.size

    @property
    def absolute(self):
        return abs(self.size)

    @staticmethod
    def total(first, *rest, **named):
        return first + sum(rest) + len(named)


def decorated(function):
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)
    return wrapper


@decorated
def work(n):
    items = [Item(n - i) for i in range(n)]
    items.sort()
    total = sum(item.absolute for item in items)
    for number in counted.numbers(3):
        total += counted.is_odd(number)
    total += Item.total(1, 2, 3, name=4)
    found = {}
    found.setdefault('x', []).append(total)
    reduce(lambda a, b: a + b, [1, 2, 3])
    'a,b'.split(',')
    time.sleep(0)
    try:
        fail()
    except ValueError:
        pass
    try:
        next(iter([]))
    except StopIteration:
        pass
    return sorted(range(4), key=descending)


def descending(x):
    return -x


def fail():
    raise ValueError(max(1, 2))


def recursive_even(n):
    return n == 0 or recursive_odd(n - 1)


def recursive_odd(n):
    return n != 0 and recursive_even(n - 1)


def rows(stats):
    """Name, all calls and those that were not recursive, with the callers."""
    for (path, line, name), (primitive, calls, _, _, callers) in sorted(stats.stats.items()):
        # Python 2's range is a function that loops may do without.
        if 'cProfile' in path or 'exec' in name or 'disable' in name or name == '<range>':
            continue
        by = sorted((caller[2], counts[0] if sys.version_info[0] == 3 else counts[1]) for caller, counts in callers.items())
        print(os.path.basename(path), line, name, calls, primitive, [caller for caller, _ in by])


def in_a_worker(n):
    profile = cProfile.Profile()
    profile.enable()
    fib(n)
    profile.disable()
    path = os.path.join(tempfile.gettempdir(), 'call_counts_%d_%d' % (os.getpid(), n))
    profile.dump_stats(path)
    return path


def main():
    profile = cProfile.Profile()
    profile.enable()
    fib(5)
    work(3)
    recursive_even(4)
    profile.disable()
    rows(pstats.Stats(profile))

    print('runcall', profile.runcall(fib, 3))
    profile = cProfile.Profile(builtins=False, subcalls=False)
    profile.enable()
    work(1)
    profile.disable()
    rows(pstats.Stats(profile))
    profile.clear()
    print(profile.getstats())

    names = {'fib': fib}
    profile = cProfile.Profile()
    profile.runctx('r = fib(4)', names, names)
    print(names['r'])
    rows(pstats.Stats(profile))

    pool = multiprocessing.Pool(2)
    paths = pool.map(in_a_worker, [4, 6])
    pool.close()
    pool.join()
    stats = pstats.Stats(*paths)
    for path in paths:
        os.remove(path)
    rows(stats)
    print(stats.total_calls, stats.prim_calls)

    profile = cProfile.Profile()
    profile.enable()
    if sys.version_info[0] == 3:
        try:
            cProfile.Profile().enable()
        except ValueError as error:
            print(error)
    profile.disable()


if __name__ == '__main__':
    main()
