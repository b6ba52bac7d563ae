# pymp: python=2
"""What only Python 3's multiprocessing has is not there, before and after its pools and managers were used."""
import multiprocessing
from multiprocessing.pool import ThreadPool


def double(x):
    return x * 2


def tell():
    print hasattr(multiprocessing, 'get_context'), hasattr(multiprocessing, 'set_start_method')
    try:
        from multiprocessing import get_context
    except ImportError as e:
        print e
    for name in 'shared_memory', 'spawn', 'forkserver', 'popen_fork', 'resource_tracker', 'resource_sharer':
        try:
            __import__('multiprocessing.' + name)
        except ImportError as e:
            print type(e).__name__, e


if __name__ == '__main__':
    tell()
    threads = ThreadPool(2)
    print threads.map(double, range(4)), isinstance(threads, multiprocessing.pool.Pool)
    pool = multiprocessing.Pool(2)
    print pool.map(double, range(4))
    manager = multiprocessing.Manager()
    print manager.dict(a=1), manager.list([1, 2])
    tell()
    for one in threads, pool:
        print object.__repr__(one) == repr(one), [n for n in ('starmap', 'starmap_async', '__enter__', '__exit__') if hasattr(one, n)]
        try:
            with one as entered:
                print entered
        except AttributeError as e:
            print e
