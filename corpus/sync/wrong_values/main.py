# pymp: python=2,3
# Values of a wrong kind where a start value, a time limit or nothing at all is expected, and attributes that cannot be set.
from __future__ import print_function
import multiprocessing


def told(label, what, *args, **keywords):
    try:
        print(label, what(*args, **keywords))
    except Exception as error:
        print(label, type(error).__name__, error)


def main():
    for maker in (multiprocessing.Semaphore, multiprocessing.BoundedSemaphore):
        for value in (None, 'x', 1.5, -1, 2 ** 40):
            told(value, maker, value)
    lock, nested = multiprocessing.Lock(), multiprocessing.RLock()
    told('a text as the limit', lock.acquire, True, 'x')
    told('also where it is not waited for', lock.acquire, False, 'x')
    told('None', lock.acquire, False, None)
    lock.release()
    nested.acquire()
    told('whose lock it is does not wait', nested.acquire, True, 'x')
    nested.release()
    nested.release()
    told('twice', nested.release)
    pool = multiprocessing.Pool(1)
    told('apply', pool.apply, abs, None)
    told('later', pool.apply_async(abs, None).get)
    told('number', pool.apply, abs, 1)
    pool.close()
    pool.join()
    if hasattr(multiprocessing, 'Barrier'):
        barrier = multiprocessing.Barrier(1)
        told('set', setattr, barrier, 'parties', 3)
        told('set', setattr, barrier, 'broken', True)
        told('delete', delattr, barrier, 'n_waiting')


if __name__ == '__main__':
    main()
