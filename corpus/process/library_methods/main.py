# pymp: python=3
"""Methods of the package's classes are functions: inspect and mock find what they find in CPython."""
import inspect
import multiprocessing.pool
import multiprocessing.queues
import types
import unittest.mock
from multiprocessing import Process


def shown(f):
    return f.__name__, f.__qualname__, f.__module__, f.__defaults__, f.__kwdefaults__


def traced(cls):
    for name, f in list(vars(cls).items()):
        if isinstance(f, types.FunctionType) and name in ('start', 'run'):
            setattr(cls, name, announced(name, f))


def announced(name, f):
    def call(*args, **kwargs):
        print('call of', name)
        return f(*args, **kwargs)

    return call


if __name__ == '__main__':
    pools = multiprocessing.pool.Pool
    for f in (Process.start, Process.__init__, pools.map, pools.apply_async, multiprocessing.queues.Queue.put):
        print(type(f).__name__, inspect.isfunction(f), *shown(f))
        print(inspect.signature(f), f.__code__.co_varnames[: f.__code__.co_argcount])
    p = Process()
    print(inspect.ismethod(p.start), p.start.__func__ is Process.start, inspect.signature(p.join))
    print(str(Process.run).split(' at ')[0])

    spec = unittest.mock.create_autospec(pools)
    pool = spec(2)
    pool.map.return_value = [1]
    print(pool.map(str, [1]))
    try:
        pool.map()
    except TypeError as e:
        print('TypeError:', e)
    queue = multiprocessing.Queue()
    with unittest.mock.patch.object(multiprocessing.queues.Queue, 'put', autospec=True) as put:
        queue.put(3)
        put.assert_called_once_with(queue, 3)
    queue.put(4)
    print(queue.get())

    traced(multiprocessing.process.BaseProcess)
    p = Process(target=print, args=('in the child',))
    p.start()
    p.join()
