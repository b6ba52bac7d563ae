"""Functions of atexit run in forked children when their output has been written: what they print without a flush is lost."""
import atexit
import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor


def told(text):
    print(text, 'not flushed')
    with open('told.txt', 'a') as f:
        print(text, file=f)


def child(n):
    print('child', n)
    atexit.register(told, 'child %d' % n)
    atexit.register(print, 'child', n, 'flushed', flush=True)
    if n == 1:
        sys.exit(5)
    if n == 2:
        raise SystemExit('text')


def task(n):
    atexit.register(told, 'worker')
    return n


if __name__ == '__main__':
    atexit.register(print, 'main')
    for n in range(3):
        p = multiprocessing.Process(target=child, args=(n,))
        p.start()
        p.join()
        print(p.exitcode)
    with ProcessPoolExecutor(1) as executor:
        print(list(executor.map(task, [1])))
    with multiprocessing.get_context('spawn').Pool(1) as pool:
        print(pool.map(task, [1]))
        pool.close()
        pool.join()
    with open('told.txt') as f:
        print(f.read())
