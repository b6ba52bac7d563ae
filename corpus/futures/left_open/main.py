# Executors that nobody shuts down: the end of the program waits for their work and ends their workers.
import atexit
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import Process


def late(n):
    time.sleep(0.1)
    print('late', n, flush=True)


def threads():
    executor = ThreadPoolExecutor(2)
    print('in the child', executor.submit(pow, 2, 3).result(), flush=True)
    executor.submit(late, 1)


def processes():
    executor = ProcessPoolExecutor(2)
    print('in the child', executor.submit(pow, 3, 3).result())


def fails():
    raise ValueError('never asked for')


if __name__ == '__main__':
    atexit.register(print, 'atexit')
    for target in (threads, processes):
        p = Process(target=target)
        p.start()
        p.join()
        print('exit code', p.exitcode, flush=True)
    pool = ThreadPoolExecutor(2)
    failed = pool.submit(fails)
    print(repr(failed.exception()))
    pool.submit(late, 2)
    print('end of the program', flush=True)
