# pymp: python=2,3
from __future__ import print_function
from multiprocessing import Pool


def square(x):
    return x * x


def length_and_first(word):
    return len(word), word[:1]


if __name__ == '__main__':
    pool = Pool(3)
    print(pool.map(square, range(10)))
    print(pool.map(square, [5, 6, 7], 2), pool.map(square, []), pool.map(length_and_first, ['abc', '', 'de']))
    result = pool.map_async(square, range(5))
    print(result.get(timeout=10), result.ready(), result.successful())
    print(list(pool.imap(square, iter([3, 1, 2]))), list(pool.imap(square, range(7), chunksize=3)))
    print(sorted(pool.imap_unordered(square, range(8), 2)))
    it = pool.imap(square, [4, 5])
    print(next(it), next(it))
    try:
        next(it)
    except StopIteration:
        print('exhausted')
    print(pool.map(len, ['builtin', 'works']), pool.map(str.upper, ['a', 'b']) if str is not bytes else ['A', 'B'])
    pool.close()
    pool.join()
    print('closed')
    pool = Pool(2)
    print(pool.map(square, [1, 2, 3], chunksize=0), pool.map_async(square, [1, 2], 0).get(), pool.map(square, [1, 2, 3]))
    pool.close()
    pool.join()
