# pymp: python=2,3 mask=address
# Methods and names that few programs ask for.
from __future__ import print_function

import multiprocessing
import os
from multiprocessing import sharedctypes


def attempt(what, *args):
    try:
        print(what.__name__, what(*args))
    except Exception as e:
        print(what.__name__, type(e).__name__, e)


def square(x):
    return x * x


if __name__ == '__main__':
    pool = multiprocessing.Pool(1, maxtasksperchild=1)
    print(len(set(pool.apply(os.getpid) for _ in range(3))))
    for given in ([], [2]):
        results = pool.imap(square, given)
        for _ in range(2):
            attempt(next, results)
    pool.terminate()
    pool.join()

    print(sorted(sharedctypes.typecode_to_type) == sorted(sharedctypes.typecode_to_type, key=str))
    print(sorted(c for c in sharedctypes.typecode_to_type if c in 'bBhHiIlLfdcu'))

    q = multiprocessing.Queue()
    q.put(1)
    q.get()
    q.close()
    q.join_thread()
    attempt(q.get)

    value, (a, b), condition = multiprocessing.Value('i'), multiprocessing.Pipe(), multiprocessing.Condition()
    for each in (value, a):
        print(hasattr(each, '__enter__'), hasattr(each, '__exit__'))
    with condition:
        attempt(condition.notify, 1)
    a.send_bytes(b'abc')
    attempt(b.recv_bytes, -1)
