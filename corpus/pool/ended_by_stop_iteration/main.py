"""Python 3's pools make a list of what maps a chunk: StopIteration ends the chunk, and an imap."""
import itertools
import multiprocessing


def stop(x):
    if x % 4 == 2:
        raise StopIteration(x)
    return x


def pair(a, b):
    return stop(a) + b


def show(name, f):
    try:
        print(name, f())
    except BaseException as error:
        print(name, type(error).__name__, error)


if __name__ == '__main__':
    with multiprocessing.Pool(1) as pool:
        show('one', lambda: pool.map(stop, [2]))
        show('whole chunks', lambda: pool.map(stop, range(8), 8))
        show('two chunks', lambda: pool.map(stop, range(4), 2))
        show('ones', lambda: pool.map(stop, [1, 2, 3], 1))
        show('starmap', lambda: pool.starmap(pair, [(1, 1), (2, 2), (3, 3)], 3))
        show('apply', lambda: pool.apply(stop, (2,)))
        show('imap', lambda: list(pool.imap(stop, range(4))))
        show('imap_unordered', lambda: list(pool.imap_unordered(stop, range(4))))
        show('imap in chunks', lambda: list(pool.imap(stop, range(8), 4)))
