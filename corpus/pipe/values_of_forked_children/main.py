"""A child makes values of modules that the parent imported, and sends them, without importing anything itself."""
import pickle
from array import array
from collections import Counter, deque
from datetime import timedelta, timezone
from decimal import Decimal
from functools import partial
from multiprocessing import Pipe, Pool, Process, Queue
from operator import attrgetter
from re import compile as pattern
from struct import pack
from uuid import UUID

MAKERS = [
    lambda: array('i', [1, -2]),
    lambda: [array('d', [0.5]), array('u', 'hé')],
    lambda: deque([1], 3),
    lambda: Counter('aab'),
    lambda: timezone(timedelta(hours=1)),
    lambda: Decimal('1.50'),
    lambda: partial(pack, '<i'),
    lambda: attrgetter('real.imag'),
    lambda: pattern('a+', 2),
    lambda: UUID(int=3),
]


def through_pipe(end, make):
    end.send(make())


def through_queue(queue, make):
    queue.put(make())


def in_pool(place):
    return MAKERS[place]()


def in_bytes(place):
    return pickle.dumps(MAKERS[place]())


if __name__ == '__main__':
    for make in MAKERS:
        here, there = Pipe()
        queue = Queue()
        for target, channel in (through_pipe, there), (through_queue, queue):
            process = Process(target=target, args=(channel, make))
            process.start()
            print(here.recv() if channel is there else queue.get())
            process.join()
    places = range(len(MAKERS))
    with Pool(2) as pool:
        print(pool.map(in_pool, places, 1))
        print([pickle.loads(data) for data in pool.map(in_bytes, places, 1)])
