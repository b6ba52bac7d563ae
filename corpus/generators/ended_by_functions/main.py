# pymp: python=2,3
"""StopIteration that a function raises ends the iterator that called it; where no iterator stands between, it is an error."""
from __future__ import print_function
import itertools


def stop(x):
    if x == 2:
        raise StopIteration
    return x


def show(name, f):
    try:
        print(name, f())
    except (StopIteration, RuntimeError) as error:
        print(name, type(error).__name__, error)


if hasattr(itertools, 'imap'):
    map, filter, filterfalse = itertools.imap, itertools.ifilter, itertools.ifilterfalse
else:
    filterfalse = itertools.filterfalse
show('map', lambda: list(map(stop, [1, 2, 3])))
show('map of two', lambda: list(map(lambda a, b: stop(a), [1, 2, 3], 'abc')))
show('map of three', lambda: list(map(lambda a, b, c: stop(a), [1, 2, 3], 'abc', 'abc')))
show('filter', lambda: list(filter(stop, [1, 2, 3])))
show('filterfalse', lambda: list(filterfalse(lambda x: not stop(x), [1, 2, 3])))
show('starmap', lambda: list(itertools.starmap(stop, [(1,), (2,)])))
show('takewhile', lambda: list(itertools.takewhile(stop, [1, 2])))
show('dropwhile', lambda: list(itertools.dropwhile(stop, [1, 2, 3])))
show('groupby', lambda: [(k, list(g)) for k, g in itertools.groupby([1, 1, 2, 3], stop)])
show('sentinel', lambda: list(iter(lambda: stop(2), None)))
show('sum', lambda: sum(map(stop, [1, 2, 3])))
show('tuple', lambda: tuple(map(stop, [1, 2])))
show('dict', lambda: dict(map(lambda x: (stop(x), 1), [1, 2])))
show('chain', lambda: list(itertools.chain([0], map(stop, [1, 2]), [4])))
show('zip', lambda: list(zip(map(stop, [1, 2, 3]), 'abc')))
show('join', lambda: ','.join(map(str, map(stop, [1, 2]))))
show('loop', lambda: [x for x in map(stop, [1, 2, 3])])
show('next', lambda: next(map(stop, [2])))
show('next with default', lambda: next(map(stop, [2]), 'default'))
show('comprehension', lambda: [stop(x) for x in [1, 2]])
show('generator', lambda: list(stop(x) for x in [1, 2]))
show('sort', lambda: sorted([1, 2, 3], key=stop))


def roundrobin(*iterables):
    iterators = [iter(i) for i in iterables]
    return [tuple(map(next, iterators)) for _ in range(3)]


show('roundrobin', lambda: roundrobin('ab', 'xyz'))
