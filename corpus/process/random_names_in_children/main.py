# pymp: python=2,3
"""Functions of random that the program has imported by name, in its children and as what a pool runs."""
from __future__ import print_function

import multiprocessing
import pickle
import random
import sys
from random import choice, gauss, randint, randrange, sample, seed, shuffle, uniform
from random import random as draw

throw = random.randint
draws = {'draw': draw, 'uniform': uniform}


def use(label):
    items = [4]
    shuffle(items)
    print(label, randint(7, 7), choice('x'), randrange(2, 3), sample([5], 1), items, throw(1, 1))
    print(label, 0 <= draw() < 1, uniform(2, 2), gauss(3, 0), sorted(draws), 0 <= draws['draw']() < 1)
    seed(5)
    first = draw()
    random.seed(5)
    print(label, first == random.random(), draw() != first)


class Named(random.Random):
    def __new__(cls, name):
        return random.Random.__new__(cls)

    def __init__(self, name):
        random.Random.__init__(self, 7)
        self.name = name


from_system = random.SystemRandom()
named = Named('named')
named_draw = named.random
seeded = random.Random(3)
seeded.gauss(0, 1)


def use_generators(label):
    print(label, 0 <= from_system.random() < 1, from_system.choice('s'), named.name, named.random(), named_draw())
    print(label, seeded.gauss(0, 1), seeded.random())


class Dice(multiprocessing.Process):
    roll = staticmethod(randint)

    def run(self):
        print('dice', self.roll(6, 6))


if __name__ == '__main__':
    use('parent')
    child = multiprocessing.Process(target=use, args=('child',))
    child.start()
    child.join()
    child = multiprocessing.Process(target=use_generators, args=('child',))
    child.start()
    child.join()
    use_generators('parent')
    dice = Dice()
    dice.start()
    dice.join()
    # Python 2 pickles no methods.
    if sys.version_info[0] > 2:
        again = pickle.loads(pickle.dumps(randint))
        print(again(2, 2), randint == random.randint, randint.__name__, randint.__self__ is not None)
        pool = multiprocessing.Pool(2)
        print(pool.apply(randint, (3, 3)), pool.map(choice, ['a', 'b']), pool.apply(uniform, (1, 1)))
        pool.close()
        pool.join()
