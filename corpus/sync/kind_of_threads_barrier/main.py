"""The barrier of processes is a kind of that of threads, and counts in memory that they share."""
import multiprocessing as mp
import multiprocessing.synchronize
import threading


def attempt(label, call):
    try:
        print(label, '->', call())
    except Exception as error:
        print(label, '->', type(error).__name__, error)


def look(barrier, results):
    results.put((isinstance(barrier, threading.Barrier), barrier.parties, barrier._state, barrier._timeout))
    results.put(barrier.wait() in (0, 1))


class Named(mp.synchronize.Barrier):
    def __init__(self, parties, name):
        super().__init__(parties, ctx=mp.get_context())
        self.name = name


def name_of(barrier, results):
    results.put((barrier.name, barrier.parties, type(barrier).__mro__[1].__name__))


def main():
    one = mp.Barrier(1)
    print(isinstance(one, threading.Barrier), type(one) is mp.synchronize.Barrier)
    print([f'{c.__module__}.{c.__name__}' for c in type(one).__mro__])
    attempt('the last looks at no limit', lambda: one.wait('soon'))
    attempt('limit of its own', lambda: mp.Barrier(1, timeout='soon').wait())
    print(one._state, one._count, one._parties, one._action, one._timeout, one._cond)
    one.abort()
    print(one.broken, one.n_waiting, one.parties, one._state)
    attempt('broken', one.wait)
    one.reset()
    attempt('reset', one.wait)
    two = mp.Barrier(2)
    attempt('no number', lambda: two.wait('soon'))
    print(two.broken, two.n_waiting, two._state, two._count)
    attempt('too late', lambda: two.wait(0.02))
    print(two.broken, two._state)
    attempt('parties of no number', lambda: mp.Barrier('x').parties)
    attempt('action', lambda: mp.Barrier(1, lambda: 1 / 0).wait())
    for method in ('fork', 'spawn'):
        context = mp.get_context(method)
        results = context.SimpleQueue()
        barrier = context.Barrier(2, timeout=30)
        child = context.Process(target=look, args=(barrier, results))
        child.start()
        print(results.get(), barrier.wait() in (0, 1), results.get())
        child.join()
    results = mp.SimpleQueue()
    child = mp.Process(target=name_of, args=(Named(3, 'three'), results))
    child.start()
    print(results.get())
    child.join()


if __name__ == '__main__':
    main()
