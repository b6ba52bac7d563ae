"""What proxies of lists and dicts can do, and what they say when they cannot."""
import multiprocessing
from multiprocessing.managers import RemoteError


class Point:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return isinstance(other, Point) and self.x == other.x

    def __hash__(self):
        return hash(self.x)

    def __repr__(self):
        return 'Point(%r)' % self.x


def negative(x):
    return -x


def attempt(f, *args, **kwds):
    try:
        print(f(*args, **kwds))
    except RemoteError as error:
        print('RemoteError', str(error).strip().splitlines()[-2])
    except Exception as error:
        print(type(error).__name__, error)


def lists(m):
    l = m.list([3, 1, 2])
    for name, args in [('append', (5,)), ('extend', ([7, 8],)), ('extend', (range(2),)), ('insert', (1, 'x')), ('insert', (-100, 'first')),
                       ('insert', (100, 'last')), ('pop', ()), ('pop', (0,)), ('pop', (-2,)), ('pop', (99,)), ('remove', ('x',)),
                       ('remove', ('missing',)), ('index', (7,)), ('index', ('no',)), ('count', (1,)), ('reverse', ()),
                       ('__getitem__', (0,)), ('__getitem__', (-1,)), ('__getitem__', (50,)), ('__getitem__', ('a',)),
                       ('__getitem__', (slice(1, 4),)), ('__setitem__', (1, [1, 2])), ('__setitem__', (77, 0)),
                       ('__setitem__', (slice(0, 1), ['p', 'q'])), ('__delitem__', (0,)), ('__delitem__', (33,)),
                       ('__delitem__', (slice(0, 2),)), ('__len__', ()), ('__contains__', (3,)), ('__add__', ([0],)),
                       ('__mul__', (2,)), ('__rmul__', (0,)), ('append', ()), ('append', (1, 2))]:
        attempt(getattr(l, name), *args)
        print('  ', list(l))
    l[:] = [5, 3, 4]
    l.sort()
    print(l[:], l + [1], 3 in l)
    l.sort(key=negative)
    print(l[:])
    l.sort(reverse=True)
    l += [9]
    l *= 2
    print(l[:], type(l).__name__, list(reversed(l)), [x for x in l], sorted(l), sum(l))
    attempt(l.sort, key=lambda x: x)
    attempt(l.append, lambda: 0)
    l[:] = [Point(1), Point(2)]
    print(l.index(Point(2)), Point(1) in l, l.count(Point(3)), l._getvalue(), str(l))
    inner = l[0]
    inner.x = 50
    print(l[0])
    attempt(m.list, 5)
    attempt(lambda: l.missing)
    attempt(l._callmethod, 'missing')
    big = m.list(range(1000))
    while len(big) > 995:
        big.pop(0)
    print(big[0], len(big), big[-1])
    words = m.list(['text' * 3000 for _ in range(3)])
    print([len(word) for word in words])


def dicts(m):
    d = m.dict({'a': 1}, b=2)
    for name, args in [('__getitem__', ('a',)), ('__getitem__', ('z',)), ('__setitem__', (1, 'int')), ('__setitem__', (1.0, 'float')),
                       ('__setitem__', (True, 'bool')), ('__getitem__', (1,)), ('get', ('z',)), ('get', ('z', 0)), ('get', ('a', 0)),
                       ('setdefault', ('c', [])), ('setdefault', ('c', 1)), ('setdefault', ('d',)), ('pop', ('d',)), ('pop', ('d',)),
                       ('pop', ('d', 'default')), ('__delitem__', ('b',)), ('__delitem__', ('b',)), ('__setitem__', ('b', 'again')),
                       ('update', ({'u': 1},)), ('update', ([('v', 2)],)), ('__contains__', ('u',)), ('__contains__', ('w',)),
                       ('popitem', ()), ('__len__', ()), ('copy', ()), ('__setitem__', ([], 1)), ('__getitem__', ([],)), ('get', ()),
                       ('__setitem__', ((1, (2.0, 'x')), 'tuple')), ('__getitem__', ((1.0, (2, 'x')),)), ('__getitem__', (b'u',))]:
        attempt(getattr(d, name), *args)
        print('  ', d.items())
    d.update(k='kw')
    print(d.keys(), d.values(), list(d), 'k' in d, len(d), sorted(map(str, d)))
    d[Point(1)] = 'mine'
    print(d[Point(1)], Point(2) in d, d.get('a'), d.pop('k'), d[Point(1)])
    del d[Point(1)]
    attempt(lambda: d[Point(1)])
    d.clear()
    attempt(d.popitem)
    print(d, d.copy(), d._getvalue())
    for i in range(100):
        d[i] = i * i
    for i in range(0, 100, 3):
        del d[i]
    d[3] = 'new'
    print(len(d), list(d.keys())[-3:], d[3], d.get(6), sum(d.values()[:10]), next(iter(d)))
    keys = iter(d)
    print(next(keys), type(keys).__name__)
    d['nested'] = {'list': [1]}
    attempt(next, keys)
    d['nested']['list'].append(2)
    print(d['nested'])


def work(l, d, lock, n):
    for i in range(n):
        l.append(i)
        with lock:
            d['count'] = d['count'] + 1
            d[str(i)] = d.get(str(i), 0) + 1


if __name__ == '__main__':
    with multiprocessing.Manager() as manager:
        lists(manager)
        dicts(manager)
        l, d, lock = manager.list(), manager.dict(count=0), manager.Lock()
        processes = [multiprocessing.Process(target=work, args=(l, d, lock, 200)) for _ in range(3)]
        for p in processes:
            p.start()
        for p in processes:
            p.join()
        print(len(l), sum(l), d['count'], d['199'], len(d))
        rlock, semaphore = manager.RLock(), manager.Semaphore(1)
        print(rlock.acquire(), rlock.acquire(), rlock.release(), rlock.release(), semaphore.acquire(), semaphore.acquire(timeout=0.05))
        for f in (rlock.release, lock.release, lambda: lock.acquire(False, 1), lambda: semaphore.acquire(False, 1),
                  lambda: manager.Semaphore(-1).acquire()):
            try:
                print(f())
            except Exception as error:
                print(type(error).__name__, str(error).splitlines()[-2:][0])
        print(lock.acquire(False), lock.acquire(True, 0.05), lock.acquire(timeout=0.01), str(lock)[:26], lock.release())
