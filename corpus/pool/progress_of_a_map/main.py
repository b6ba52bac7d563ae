# pymp: python=2,3
"""What programs that show the progress of a pool look at."""
import multiprocessing
import time


def work(x):
    time.sleep(0.01)
    return x * 2


if __name__ == '__main__':
    pool = multiprocessing.Pool(2)
    result = pool.map_async(work, range(10), chunksize=3)
    print((result._chunksize, 0 < result._number_left <= 4, len(result._value)))
    while not result.ready():
        assert 0 <= result._number_left <= 4
        time.sleep(0.005)
    print((result._number_left, result._value, result._success, result._job >= 0))
    slow = pool.map_async(work, range(40), chunksize=1)
    print((pool._cache[slow._job] is slow, len(pool._cache)))
    slow.wait()
    print(len(pool._cache))
    for results in (pool.imap_unordered(work, range(6)), pool.imap(work, iter(range(6)))):
        print((results._job > slow._job, 0 <= results._index <= 6))
        while results._index != 6:
            time.sleep(0.005)
        print((results._length, sorted(results), results._index))
    late = pool.apply_async(time.sleep, (0.2,))
    for name in ('_value', '_success'):
        try:
            getattr(late, name)
        except AttributeError as e:
            print(e)
    print((late.get(), late._value, late._success))
    pool.close()
    pool.join()
