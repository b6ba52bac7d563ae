# pymp: python=2,3
"""JoinableQueue: join waits until each item is done."""
from __future__ import print_function
import multiprocessing


def worker(tasks, results):
    while True:
        n = tasks.get()
        try:
            if n is None:
                break
            results.put(n * n)
        finally:
            tasks.task_done()


if __name__ == '__main__':
    tasks, results = multiprocessing.JoinableQueue(), multiprocessing.Queue()
    workers = [multiprocessing.Process(target=worker, args=(tasks, results)) for _ in range(2)]
    for w in workers:
        w.start()
    for n in range(10):
        tasks.put(n)
    tasks.join()
    print('all tasks done')
    for _ in workers:
        tasks.put(None)
    tasks.join()
    print(sorted(results.get() for _ in range(10)))
    for w in workers:
        w.join()
    try:
        tasks.task_done()
    except ValueError as error:
        print(error)
