# pymp: python=2,3
# Classes of the package take attributes as those of any Python module do: methods are wrapped, instances change their class, children see it
# all, and what a child sets is its own.
from __future__ import print_function

import multiprocessing
import multiprocessing.pool
import multiprocessing.queues
from multiprocessing import Process


def announced(plain):
    def start(self):
        print('about to start', self.name)
        plain(self)

    return start


def colours():
    print('in the child:', Process.colour, hasattr(Process, 'extra'))


def set_extra():
    Process.extra = 5
    print('set:', Process().extra)


class Plain(Process):
    def run(self):
        print('plain', self.colour)


class Loud(Process):
    def run(self):
        print('LOUD', self.colour.upper())


def twice(x):
    return 2 * x


def watched(plain):
    def __init__(self, *args, **kwargs):
        print('a pool of', args[0], 'with', len(args), 'arguments')
        plain(self, *args, **kwargs)

    return __init__


def patient(plain):
    def next(self, timeout=None):
        return plain(self, timeout=1e6 if timeout is None else timeout)

    return next


def run(process):
    process.start()
    process.join()


if __name__ == '__main__':
    plain_start = Process.start
    Process.colour = 'red'
    Process.start = announced(Process.start)
    run(Process(target=colours))
    run(Plain())
    changed = Plain()
    changed.__class__ = Loud
    run(changed)
    changed = Process(target=colours)
    changed.__class__ = Loud
    run(changed)
    Process.start = plain_start

    run(Process(target=set_extra))
    run(Process(target=colours))

    Process.colour = 'blue'
    run(Process(target=colours))
    del Process.colour
    print(hasattr(Process, 'colour'))
    try:
        del Process.colour
    except AttributeError as e:
        print('AttributeError:', e)

    pools = multiprocessing.pool.Pool
    pools.__init__ = watched(pools.__init__)
    pools.size = property(lambda self: self._processes)
    iterators = multiprocessing.pool.IMapIterator
    iterators.next = patient(iterators.next)
    pool = multiprocessing.Pool(2)
    results = pool.imap(twice, range(4))
    print(pool.size, results.next(), results.next(5), list(results))
    pool.close()
    pool.join()

    multiprocessing.queues.Queue.drained = lambda self: [self.get() for _ in range(3)]
    queue = multiprocessing.Queue()
    for i in range(3):
        queue.put(i)
    print(queue.drained())

    try:
        dict.colour = 1
    except TypeError as e:
        print('TypeError:', e)
