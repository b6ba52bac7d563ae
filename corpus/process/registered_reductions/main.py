# pymp: python=2,3
# What the program has registered with copyreg is registered in forked children too.
from __future__ import print_function
import multiprocessing
import os
import pickle
import sys
import types
try:
    import copyreg
except ImportError:
    import copy_reg as copyreg


class Locked(object):
    def __init__(self, n):
        self.n = n

    def __getstate__(self):
        raise RuntimeError('not by its state')

    def double(self, n):
        return 2 * n + self.n

    def nested(self, n):
        pool = multiprocessing.Pool(2)
        try:
            return pool.map(self.double, range(n))
        finally:
            pool.close()
            pool.join()


class Reducer(object):
    def __init__(self, name):
        self.name = name

    def __call__(self, number):
        return complex, (number.real, number.imag + 1)

    def method(self, value):
        return Reduced, (value.x,)


class Reduced(object):
    def __init__(self, x):
        self.x = x


def reduce_locked(o):
    return Locked, (o.n,)


if sys.version_info[0] == 2:
    copyreg.pickle(types.MethodType, lambda m: (getattr, (m.im_self, m.im_func.__name__)))
copyreg.pickle(Locked, reduce_locked)
copyreg.pickle(complex, Reducer('complex'))
copyreg.pickle(Reduced, Reducer('reduced').method)
copyreg.add_extension(__name__, 'Locked', 77)


def child(o, queue):
    queue.put(o.nested(3))
    queue.put(str(pickle.loads(pickle.dumps(1 + 2j, 2))))
    queue.put(Reduced('x'))
    queue.put(Locked in copyreg.dispatch_table)
    queue.put(b'\x82M' in pickle.dumps(Locked(3), 2))


def main():
    o = Locked(5)
    queue = multiprocessing.Queue()
    process = multiprocessing.Process(target=child, args=(o, queue))
    process.start()
    print(queue.get(), queue.get(), queue.get().x, queue.get(), queue.get())
    process.join()
    second = multiprocessing.Process(target=o.nested, args=(2,))
    second.start()
    second.join()
    print(second.exitcode)
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        print(pickle.loads(pickle.dumps(o)).n)
        sys.stdout.flush()
        os._exit(0)
    os.waitpid(pid, 0)


if __name__ == '__main__':
    main()
