# pymp: python=2,3 mask=pid stderr=none
"""Process objects do not travel but to their own process: their keys refuse. Without `super().__init__()` they have no state."""
from __future__ import print_function
import multiprocessing
import pickle


def show(name, f, *args):
    try:
        print(name, f(*args))
    except Exception as error:
        print(name, type(error).__name__, error)


class Worker(multiprocessing.Process):
    def __init__(self):
        multiprocessing.Process.__init__(self)
        self.factor = 3

    def times(self, x):
        return x * self.factor

    def run(self):
        print('in its own process', self.times(2))


class Unready(multiprocessing.Process):
    def __init__(self, x):
        self.x = x


class Rebuilt(multiprocessing.Process):
    def __reduce__(self):
        return Rebuilt, ()


def name_of(process):
    return type(process).__name__


if __name__ == '__main__':
    worker = Worker()
    worker.start()
    worker.join()
    pool = multiprocessing.Pool(1)
    show('pickle', pickle.dumps, worker)
    show('pickle 2', pickle.dumps, worker, 2)
    show('key', pickle.dumps, worker.authkey)
    if hasattr(pool, 'starmap'):
        show('method', pool.map, worker.times, [1, 2])
    show('argument', pool.apply, name_of, (worker,))
    show('key as argument', pool.apply, len, (multiprocessing.current_process().authkey,))
    show('rebuilt', pool.apply, name_of, (Rebuilt(),))
    one, other = multiprocessing.Pipe()
    show('pipe', one.send, worker)
    print(other.poll(0.1))
    pool.terminate()

    unready = Unready(1)
    show('repr', repr, unready)
    for name in 'name', 'daemon', 'pid', 'exitcode', 'authkey':
        show(name, getattr, unready, name)
    show('start', unready.start)
    show('join', unready.join)
    show('is_alive', unready.is_alive)
    show('terminate', unready.terminate)
