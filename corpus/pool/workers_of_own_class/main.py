"""Pools whose workers are of a program's own class: by a context, by `Pool.Process`; pools within pools."""
import multiprocessing
import multiprocessing.pool


class NoDaemonProcess(multiprocessing.Process):
    @property
    def daemon(self):
        return False

    @daemon.setter
    def daemon(self, value):
        pass


class NoDaemonContext(type(multiprocessing.get_context())):
    Process = NoDaemonProcess


class NestablePool(multiprocessing.pool.Pool):
    def __init__(self, *args, **kwargs):
        kwargs['context'] = NoDaemonContext()
        super().__init__(*args, **kwargs)


class StaticPool(multiprocessing.pool.Pool):
    @staticmethod
    def Process(ctx, *args, **kwds):
        return NoDaemonProcess(*args, **kwds)


class ChangedPool(multiprocessing.pool.Pool):
    def Process(self, *args, **kwds):
        process = super().Process(*args, **kwds)
        process.__class__ = NoDaemonProcess
        return process


class Reversed(multiprocessing.pool.Pool):
    def map(self, f, items):
        return super().map(f, list(items)[::-1])


def add(x):
    return x + 1


def inner(n):
    try:
        with multiprocessing.Pool(2) as pool:
            return sum(pool.map(add, range(n)))
    except AssertionError as error:
        return str(error)


if __name__ == '__main__':
    for make in (NestablePool, StaticPool, ChangedPool, multiprocessing.Pool):
        pool = make(2)
        print(pool.map(inner, [2, 3]), [type(p).__name__ for p in pool._pool], [p.daemon for p in pool._pool])
        pool.close()
        pool.join()
    print(type(NoDaemonContext().Queue()), NoDaemonContext().get_start_method(), NoDaemonContext().Process is NoDaemonProcess)
    p = NoDaemonContext().Process(target=print, args=('started', 1))
    p.start()
    p.join()
    with Reversed(1) as pool:
        print(pool.map(add, range(3)))
    spawned = type('Spawned', (type(multiprocessing.get_context('spawn')),), {})()
    print(spawned.get_start_method(), type(spawned.Process()).__name__)

    print([repr(make(1)) for make in (NestablePool, Reversed, multiprocessing.pool.ThreadPool)])
