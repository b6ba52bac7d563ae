# pymp: mask=address
"""close, join, terminate, the context manager, and misuse."""
import multiprocessing
import time


def nap(seconds):
    time.sleep(seconds)
    return seconds


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


if __name__ == '__main__':
    pool = multiprocessing.Pool(2)
    attempt(pool.join)
    pool.close()
    for action in (lambda: pool.apply(nap, (0,)), lambda: pool.map(nap, [0]), lambda: pool.apply_async(nap, (0,)), lambda: pool.imap(nap, [0]), pool.close, pool.__enter__):
        attempt(action)
    pool.join()
    pool.join()
    for bad in (0, -1, 'x'):
        attempt(lambda: multiprocessing.Pool(bad))
    attempt(lambda: multiprocessing.Pool(1, initializer=5))
    attempt(lambda: multiprocessing.Pool(1, maxtasksperchild=0))
    started = time.time()
    with multiprocessing.Pool(2) as pool:
        slow = pool.apply_async(nap, (30,))
        attempt(lambda: slow.get(timeout=0.1))
        print(slow.ready())
        attempt(slow.successful)
        print(slow.wait(0.05))
    print('left by terminate:', time.time() - started < 10)
    attempt(lambda: pool.map(nap, [1]))
    pool = multiprocessing.Pool(2)
    pool.terminate()
    pool.join()
    attempt(lambda: pool.apply(nap, (0,)))
    with multiprocessing.Pool(1) as pool:
        attempt(lambda: pool.map(5, [1]))
        attempt(lambda: pool.map(nap, 5))
        attempt(lambda: pool.imap(nap, [1], chunksize=0))
        attempt(lambda: pool.apply(nap))
        attempt(lambda: pool.apply(nap, (1, 2, 3)))
    print(repr(pool).split(' ', 1)[1])
