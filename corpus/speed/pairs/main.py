# pymp: python=2,3
"""Loops that take pairs apart: over items, zip and enumerate as values, in sums, and what else gives pairs."""
from __future__ import print_function
import sys


def total(pairs):
    n = 0
    for a, b in pairs:
        n += a * b
    return n


def dot(xs, ys):
    return sum(x * y for x, y in zip(xs, ys))


class Doubling(enumerate):
    def __next__(self):
        return (10, 10)

    next = __next__


class Pairs(object):
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return [self.n, 2]

    next = __next__


def hot():
    d = dict((i, i + 1) for i in range(50))
    for _ in range(300):
        a = total(d.items()), total(zip(range(50), range(50))), total(enumerate(range(50))), dot([1.5] * 9, range(9))
    print(a, total([(1, 2), [3, 4]]), total(Pairs(4)), total({(1, 2): 3}), total(iter({"a": 1, "b": 2}) and [("a", 2)] and []))
    print(total(enumerate([2.5, 3])), dot("ab", [2, 3]) if False else dot([1, 2, 3], [4, 5]), dot([], [1]))


def by_hand():
    pairs = zip([1, 2, 3, 4, 5], "abcde") if sys.version_info[0] == 3 else iter(zip([1, 2, 3, 4, 5], "abcde"))
    for n, c in pairs:
        print(n, c, next(pairs, None), end="; ")
    print(next(pairs, "over"))
    numbers = enumerate("abc", 7)
    for n, c in numbers:
        break
    print(n, c, list(numbers))
    items = {"x": 1, "y": 2, "z": 3}.items()
    it = iter(sorted(items))
    for k, v in it:
        if k == "y":
            break
    print(k, v, list(it))


def refused():
    for values in ([(1, 2, 3)], [1], ["abc"], {5: 6}, Pairs(2), zip([1], [2], [3]), enumerate([1])):
        try:
            print(total(values))
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    d = {"a": 1}
    try:
        for k, v in (d.items() if sys.version_info[0] == 3 else d.iteritems()):
            d[k * 2] = v
    except RuntimeError as error:
        print(error)
    nested = [(k, n, c) for k, v in sorted({"p": "xy", "q": "z"}.items()) for n, c in enumerate(v)]
    print(nested, dict((v, k) for k, v in {"m": 1}.items()), sorted((v, k) for k, v in {"m": 1, "n": 0}.items()))


hot()
by_hand()
refused()
n = 0
for a, b in Doubling("abc"):
    n += 1
    if n > 3:
        break
print(a, b, n)
