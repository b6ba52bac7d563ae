# pymp: python=2,3
"""Numbers of all kinds and sizes that a forked child finds, as arguments and as attributes: it computes with them and sends them back."""
from __future__ import print_function
import itertools
import random
import sys
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from multiprocessing import Process, Queue

long = int if sys.version_info[0] == 3 else long
SIZES = 0, 5, -3, 2 ** 31, 2 ** 53, -2 ** 53, 2 ** 62, 2 ** 63 - 1, 2 ** 63, -2 ** 70


class Own(long):
    pass


class Counting(Process):
    def __init__(self, queue):
        Process.__init__(self)
        self.queue = queue
        self.hits = long(0)
        self.least = long(-1)

    def run(self):
        self.queue.put((self.hits, self.least, self.hits + 1, [self.hits], {self.least: self.hits}))


def back(queue, value, items):
    queue.put((value, value + 1, -value, value * 3, items, sum(items), value == items[0], str(value), repr(value), hash(value) == hash(items[0])))


def counted(queue, counter, generator):
    queue.put([next(counter), next(counter), generator.random(), list(itertools.islice(counter, 2))])


if __name__ == '__main__':
    queue = Queue()
    kinds = int, long, Own, float, complex, Decimal, Fraction, timedelta
    for kind in kinds:
        for size in SIZES[:4] if kind is timedelta else SIZES:
            value = kind(0, size) if kind is timedelta else kind(size)
            child = Process(target=back, args=(queue, value, [value]))
            if kind is timedelta:
                child = Process(target=queue.put, args=((value, [value, -value]),))
            child.start()
            print(kind.__name__, queue.get())
            child.join()
    counting = Counting(queue)
    counting.start()
    print(queue.get())
    counting.join()
    for start in 0, 2 ** 53 - 2, 2 ** 63 - 1, long(7):
        child = Process(target=counted, args=(queue, itertools.count(start), random.Random(start)))
        child.start()
        print(queue.get())
        child.join()
