# What the objects of the package say about attributes that they do not have.
import concurrent.futures
import multiprocessing
import threading
from multiprocessing.pool import ThreadPool


def complain(o):
    try:
        o.nonsense
    except AttributeError as e:
        print(e)


if __name__ == '__main__':
    names = ['Queue', 'JoinableQueue', 'SimpleQueue', 'Process', 'Lock', 'RLock', 'Semaphore', 'Event', 'Condition']
    for name in names:
        complain(getattr(multiprocessing, name)())
    complain(multiprocessing.Barrier(2))
    complain(multiprocessing.Pipe()[0])
    complain(multiprocessing.Value('i', 1))
    complain(multiprocessing.Array('i', 2))
    complain(multiprocessing.RawValue('i'))
    complain(multiprocessing.get_context())
    complain(multiprocessing)
    complain(multiprocessing.Process)
    complain(ThreadPool(1))
    complain(concurrent.futures.ThreadPoolExecutor(1))
    complain(concurrent.futures.Future())
    complain(threading.Thread())
    complain(threading.Lock())
    with multiprocessing.Pool(1) as pool:
        complain(pool)
        for result in (pool.apply_async(abs, (1,)), pool.map_async(abs, [1]), pool.imap(abs, [1])):
            complain(result)
