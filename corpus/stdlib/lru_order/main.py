# pymp: python=3
"""What a bounded cache forgets: what was asked for longest ago, whatever the keys are; and fields of struct sequences that are no items."""
import copy
import os
import pickle
import sys
import time
from functools import lru_cache


def trial(keys, size, typed=False):
    made = []

    @lru_cache(maxsize=size, typed=typed)
    def f(*args, **kwargs):
        made.append((args, kwargs))
        return len(made)

    for args, kwargs in keys:
        f(*args, **kwargs)
    print(made, f.cache_info()[:3])


def pattern(make):
    return [(make(i), {}) for i in (0, 1, 2, 0, 3, 0, 4, 1, 0, 0, 2, 3, 3, 1, 4, 0)]


class Key:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n

    def __hash__(self):
        return hash(self.n) % 2

    def __repr__(self):
        return 'Key(%d)' % self.n


kinds = (lambda i: (i,), lambda i: ('text%d' % i,), lambda i: (i, 'a'), lambda i: (None if i == 2 else i,), lambda i: (Key(i),), lambda i: (Key(i), i),
         lambda i: (float(i),), lambda i: ((i, (i, None)),), lambda i: (frozenset([i]),), lambda i: ())
for kind in kinds:
    for size in (1, 2, 3, 4, 5, None, 0):
        trial(pattern(kind), size)
trial([((1,), {}), ((1.0,), {}), ((True,), {}), ((1, 2), {}), ((1.0, 2), {}), ((), {'a': 1}), ((), {'a': 1.0}), ((1,), {})], 3)
trial([((1,), {}), ((1.0,), {}), ((True,), {}), ((1,), {}), ((), {'a': 1}), ((), {'a': 1.0}), ((1.0,), {})], 3, True)
trial([((), {'a': i % 3, 'b': i % 2}) for i in range(20)], 4)
trial([(('k%d' % (i * i % 13),), {}) for i in range(60)], 9)
trial([((i * i % 31, i % 2), {}) for i in range(200)], 20)


@lru_cache(maxsize=3)
def recursive(n):
    return n if n < 2 else recursive(n - 1) + recursive(n - 2)


print(recursive(30), recursive.cache_info()[:2])
recursive.cache_clear()
print(recursive(10), recursive.cache_info())
try:
    recursive([])
except TypeError as error:
    print(error)

status = os.stat(__file__)
print(len(status), status.st_size == status[6], status.st_mtime_ns // 10 ** 9 == status[8] == int(status.st_mtime), status.st_blksize > 0)
for other in (pickle.loads(pickle.dumps(status)), copy.copy(status), copy.deepcopy(status), os.stat_result(tuple(status), {'st_blksize': 7})):
    print(other == status, other.st_mtime_ns == status.st_mtime_ns, other.st_blksize == status.st_blksize, other.st_rdev == status.st_rdev, type(other).__name__)
moment = time.gmtime(0)
print(moment, moment.tm_gmtoff, time.struct_time(range(9)).tm_zone, time.struct_time(range(11)).tm_gmtoff)
print(os.stat_result(range(10)).st_blksize, sys.version_info[:1] == (sys.version_info.major,), os.stat_result(range(19)).st_rdev)


# Keywords, positions, and what looks like the other kind.
@lru_cache(maxsize=3)
def shown(*args, **kwargs):
    calls.append((args, kwargs))
    return len(calls)


calls = []
for args, kwargs in (((1,), {'b': 2}), ((1, 'b', 2), {}), ((1,), {'b': 2}), ((1,), {'b': 2.0}), ((True,), {'b': 2}), ((), {'a': 1, 'b': 2}), ((), {'b': 2, 'a': 1}),
                     ((1, 2), {'b': 2}), ((1,), {'a': 2, 'b': 2}), ((1, 'a', 2), {'b': 2}), (('\0keywords', 1, 1, 'b', 2), {}), ((1,), {'b': 2}),
                     (('\0keywords', 1, 1, 'b', 2), {}), (('\0keywords',), {}), (('\0keywords',), {'x': (1, 2)}), (('\0keywords',), {'x': (1, 2)}), ((), {'x': [1]})):
    try:
        print(shown(*args, **kwargs), end=' ')
    except TypeError as error:
        print(error, end=' ')
print(shown.cache_info(), calls)
