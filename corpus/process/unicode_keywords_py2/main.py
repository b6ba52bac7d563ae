# pymp: python=2
# Names of keyword arguments that are unicode stay so on their way to a child.
import multiprocessing
import sys


def show(a=None, **rest):
    print a, sorted(rest.items())
    sys.stdout.flush()


if __name__ == '__main__':
    given = {u'a': 1, u'b': 2, 'c': 3}
    process = multiprocessing.Process(target=show, kwargs=given)
    process.start()
    process.join()
    process = multiprocessing.Process(target=show, kwargs={1: 2})
    print process.run.__name__
    pool = multiprocessing.Pool(1)
    pool.apply(show, (), given)
    pool.close()
    pool.join()
