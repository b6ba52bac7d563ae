# pymp: python=2,3
"""Attributes that are floats at first and other things later, as a forked process finds them."""
import multiprocessing


class Best(object):
    def __init__(self):
        self.score = float('inf')
        self.name = 'none'


class Below(Best):
    pass


class Copied(object):
    def __init__(self):
        self.score = 1.5

    def __getstate__(self):
        return dict(self.__dict__)

    def __setstate__(self, state):
        self.__dict__.update(state)


class Failure(Exception):
    def __init__(self, text):
        Exception.__init__(self, text)
        self.score = 0.5


class Defaulted(object):
    score = 'of the class'


class Slotted(object):
    __slots__ = ('score',)

    def __init__(self):
        self.score = 6.5

    @property
    def __dict__(self):
        return {}


class Guarded(object):
    def __init__(self):
        self._score = 2.5

    @property
    def score(self):
        return 'property %s' % (self._score,)


class Counter(object):
    def __init__(self):
        self.total = 0.0
        self.last = None

    def add(self, amount):
        self.total += amount
        self.last = amount


def tell(*objects):
    for o in objects:
        print('%s %s %s' % (type(o).__name__, getattr(o, 'score', 'nothing'), sorted(vars(o).items())))


def fork_and_tell():
    child = multiprocessing.Process(target=lambda: tell(*everything))
    child.start()
    child.join()


def improve(best):
    """A loop over different kinds of values."""
    for score in 10, 2.5, 3, None, 'text', 7:
        best.score = score


def go_on(counter, best):
    counter.add(2)
    counter.add(0.5)
    best.score = best.score + 1
    print('%r %r %r' % (counter.total, counter.last, best.score))
    best.score = 0.25
    best.score = [best.score]
    print(best.score)


if __name__ == '__main__':
    everything = [Best(), Below(), Copied(), Failure('failed'), Defaulted(), Guarded(), Slotted()]
    fork_and_tell()
    for each in everything[:4]:
        each.score = min(each.score, 10)
        each.score = 10
    everything[4].score = 4.5
    everything[4].score = 5
    everything[5].__dict__['score'] = 'hidden'
    everything[5]._score = 8
    everything[6].score = 65
    fork_and_tell()
    for each in everything[:5] + everything[6:]:
        each.score = 0.125
    fork_and_tell()
    for each in everything[:5] + everything[6:]:
        improve(each)
    fork_and_tell()
    del everything[0].score
    fork_and_tell()

    best = Best()
    best.score = 41
    counter = Counter()
    counter.add(1)
    counter.add(1.5)
    child = multiprocessing.Process(target=go_on, args=(counter, best))
    child.start()
    child.join()
