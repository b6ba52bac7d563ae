# pymp: python=2,3
"""Classes over those of the library in forked children: abstract containers, whose mixed-in methods name others of their module, and named
tuples that have been made before the fork by a __new__ that calls super()."""
from __future__ import print_function
import multiprocessing
import pickle
from collections import namedtuple

try:
    from collections.abc import Mapping, MutableMapping, MutableSet, Sequence
except ImportError:
    from collections import Mapping, MutableMapping, MutableSet, Sequence


class Caseless(MutableMapping):
    def __init__(self, given=()):
        self.store = {}
        self.update(given)

    def __getitem__(self, key):
        return self.store[key.lower()][1]

    def __setitem__(self, key, value):
        self.store[key.lower()] = (key, value)

    def __delitem__(self, key):
        del self.store[key.lower()]

    def __iter__(self):
        return iter(sorted(key for key, _ in self.store.values()))

    def __len__(self):
        return len(self.store)


class Low(Sequence):
    def __len__(self):
        return 3

    def __getitem__(self, i):
        return range(3)[i]


class Bag(MutableSet):
    def __init__(self, given=()):
        self.items = list(given)

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def add(self, item):
        self.items.append(item)

    def discard(self, item):
        if item in self.items:
            self.items.remove(item)


class Address(namedtuple('Address', 'host port')):
    def __new__(cls, host=None, port=80):
        return super(Address, cls).__new__(cls, host, port)


def work(n):
    d = Caseless({'Aa': n, 'B': 2})
    low, bag = Low(), Bag([1, 2])
    bag |= Bag([3])
    print(list(d.keys()), list(d.items()), list(d.values()), 'AA' in d, d.pop('b'), dict(d))
    print(isinstance(d, Mapping), Caseless.__mro__[1] is MutableMapping, d == {'Aa': n})
    print(list(low), list(reversed(low)), low.index(2), isinstance(low, Sequence), sorted(bag), bag <= Bag([1, 2, 3, 4]))
    return Address('h', n), Address(), Address('x')._replace(port=5)


def main():
    print(Address('before'), list(Caseless({'K': 1})))
    pool = multiprocessing.Pool(1)
    print(pool.map(work, [7]))
    pool.close()
    pool.join()
    child = multiprocessing.Process(target=work, args=(8,))
    child.start()
    child.join()


if __name__ == '__main__':
    main()
    print(pickle.loads(b'cos.path\nbasename\n.')('a/b'))
