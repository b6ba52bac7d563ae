"""Random numbers: integers, choices from sequences, and floats of many distributions.

The distributions are Python 3's where they give the same numbers; what draws integers is Python 2's own.
"""

from __future__ import division

import math as _math
import os as _os
import warnings as _warnings

import _random

__all__ = ('Random SystemRandom WichmannHill betavariate choice expovariate gammavariate gauss getrandbits getstate '
           'jumpahead lognormvariate normalvariate paretovariate randint random randrange sample seed setstate shuffle '
           'triangular uniform vonmisesvariate weibullvariate').split()

_library = __import__('@random')
_theirs = vars(_library.Random)

NV_MAGICCONST, TWOPI, LOG4 = _library.NV_MAGICCONST, _library.TWOPI, _library.LOG4
SG_MAGICCONST, BPF, RECIP_BPF = _library.SG_MAGICCONST, _library.BPF, _library.RECIP_BPF

# A random float has this many different values: more need random bits.
_FLOATS = 1L << BPF


def _system_bits(size):
    """A long of so many random bytes."""
    return long(_os.urandom(size).encode('hex'), 16)


def _system_seed(size):
    try:
        return _system_bits(size)
    except NotImplementedError:
        return _clock()


def _clock():
    import time
    return long(256 * time.time())


def _integer(value, what):
    """An argument of randrange as an int."""
    found = int(value)
    if found != value:
        raise ValueError('non-integer %s for randrange()' % what)
    return found


def _normal(name):
    """A distribution of the library's, whose parameters have to be given."""
    function = _theirs[name]

    def draw(self, mu, sigma):
        return function(self, mu, sigma)

    draw.__name__ = name
    return draw


class Random(_random.Random):
    """A generator with a state of its own."""

    VERSION = 3
    uniform, betavariate, vonmisesvariate, weibullvariate = [
        _theirs[_name] for _name in ('uniform', 'betavariate', 'vonmisesvariate', 'weibullvariate')]
    gauss, normalvariate, lognormvariate = map(_normal, ('gauss', 'normalvariate', 'lognormvariate'))

    # The state.

    def __init__(self, x=None):
        self.seed(x)
        self.gauss_next = None

    def seed(self, a=None):
        """Begins anew from a hashable object, or from the system's own randomness."""
        _random.Random.seed(self, _system_seed(2500) if a is None else a)
        self.gauss_next = None

    def jumpahead(self, n):
        """Goes to a state that is far away, and another one for each n."""
        from hashlib import sha512
        steps = sha512('%r%r' % (n, self.getstate())).hexdigest()
        _random.Random.jumpahead(self, int(steps, 16))

    def getstate(self):
        """The state, for setstate."""
        return self.VERSION, _random.Random.getstate(self), self.gauss_next

    def setstate(self, state):
        """Goes back to a state; those of Python 2.3 have signed numbers in them."""
        version, words = state[0], state[1]
        if version not in (2, 3):
            raise ValueError('state with version %s passed to Random.setstate() of version %s'
                             % (version, self.VERSION))
        _, words, self.gauss_next = state
        if version == 2:
            try:
                words = tuple([long(word) & 0xffffffff for word in words])
            except ValueError, refusal:
                raise TypeError(refusal)
        _random.Random.setstate(self, words)

    def __reduce__(self):
        return self.__class__, (), self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    # Integers.

    def _below(self, n):
        """An integer from 0 to n - 1: from a float if that has enough different values."""
        return int(self.random() * n) if n < _FLOATS else self._randbelow(n)

    def _is_replaced(self, name):
        return name in vars(self) or getattr(type(self), name) != getattr(_random.Random, name)

    def _randbelow(self, n):
        # A class that replaces random() alone gets its integers from that.
        if not self._is_replaced('random') or self._is_replaced('getrandbits'):
            size = int(1.00001 + _math.log(n - 1, 2.0))
            found = n
            while found >= n:
                found = self.getrandbits(size)
            return found
        if n >= _FLOATS:
            _warnings.warn('Underlying random() generator does not supply \n'
                           'enough bits to choose from a population range this large')
        return int(n * self.random())

    def randrange(self, start, stop=None, step=1):
        """One of range(start, stop, step)."""
        low = _integer(start, 'arg 1')
        if stop is None:
            if low <= 0:
                raise ValueError('empty range for randrange()')
            return self._below(low)
        high = _integer(stop, 'stop')
        width = high - low
        if step == 1:
            if width <= 0:
                raise ValueError('empty range for randrange() (%d,%d, %d)' % (low, high, width))
            return int(low + self._below(width))
        by = _integer(step, 'step')
        if by == 0:
            raise ValueError('zero step for randrange()')
        # Rounded up, whatever the sign.
        count = -(-width // by)
        if count <= 0:
            raise ValueError('empty range for randrange()')
        return low + by * self._below(count)

    def randint(self, a, b):
        """An integer from a to b, both included."""
        return self.randrange(a, 1 + b)

    # Sequences.

    def choice(self, seq):
        """One of the elements."""
        place = int(len(seq) * self.random())
        return seq[place]

    def shuffle(self, x, random=None):
        """Puts the list into another order, in place."""
        draw = random or self.random
        last = len(x) - 1
        while last > 0:
            place = int(draw() * (last + 1))
            x[place], x[last] = x[last], x[place]
            last -= 1

    def sample(self, population, k):
        """A list of k of the elements, each at most once."""
        size = len(population)
        if k < 0 or k > size:
            raise ValueError('sample larger than population')
        # How big a list of all may be before a set of those taken is smaller.
        limit = 21 + (4 ** _math.ceil(_math.log(3 * k, 4)) if k > 5 else 0)
        if size <= limit or hasattr(population, 'keys'):
            return self._drawn(list(population), k)
        try:
            return [population[place] for place in self._places(size, k)]
        except (KeyError, TypeError):
            if isinstance(population, list):
                raise
            return self.sample(tuple(population), k)

    def _drawn(self, pool, k):
        """k elements that are taken out of the list."""
        found = []
        for left in range(len(pool), len(pool) - k, -1):
            place = int(self.random() * left)
            found.append(pool[place])
            pool[place] = pool[left - 1]
        return found

    def _places(self, size, k):
        """k different numbers below size, one after the other."""
        taken = set()
        while len(taken) < k:
            place = int(self.random() * size)
            if place not in taken:
                taken.add(place)
                yield place

    # Distributions whose numbers differ from Python 3's.

    def triangular(self, low=0.0, high=1.0, mode=None):
        """A float from low to high, most often near the mode."""
        drawn = self.random()
        try:
            middle = (mode - low) / (high - low) if mode is not None else 0.5
        except ZeroDivisionError:
            return low
        if drawn > middle:
            return high + (low - high) * ((1.0 - drawn) * (1.0 - middle)) ** 0.5
        return low + (high - low) * (drawn * middle) ** 0.5

    def expovariate(self, lambd):
        """Times between events that come lambd times per unit."""
        return _math.log(1.0 - self.random()) / -lambd

    def paretovariate(self, alpha):
        """Pareto's distribution."""
        return 1.0 / (1.0 - self.random()) ** (1.0 / alpha)

    def gammavariate(self, alpha, beta):
        """The gamma distribution: its mean is alpha * beta."""
        if not (alpha > 0.0 and beta > 0.0):
            raise ValueError('gammavariate: alpha and beta must be > 0.0')
        if alpha == 1.0:
            drawn = 0.0
            while drawn <= 1e-7:
                drawn = self.random()
            return -_math.log(drawn) * beta
        return (self._gamma_above_1 if alpha > 1.0 else self._gamma_below_1)(alpha) * beta

    def _gamma_above_1(self, alpha):
        # R. C. H. Cheng, "The generation of Gamma variables with non-integral shape parameters", 1977.
        scale = _math.sqrt(2.0 * alpha - 1.0)
        shift, sum_ = alpha - LOG4, alpha + scale
        while True:
            u1 = self.random()
            if not 1e-7 < u1 < 0.9999999:
                continue
            u2 = 1.0 - self.random()
            v = _math.log(u1 / (1.0 - u1)) / scale
            x = alpha * _math.exp(v)
            z = u1 * u1 * u2
            r = shift + sum_ * v - x
            if r + SG_MAGICCONST - 4.5 * z >= 0.0 or r >= _math.log(z):
                return x

    def _gamma_below_1(self, alpha):
        # J. H. Ahrens and U. Dieter, "Computer methods for sampling from gamma, beta, ...", 1974.
        b = (_math.e + alpha) / _math.e
        while True:
            p = b * self.random()
            if p <= 1.0:
                x = p ** (1.0 / alpha)
            else:
                x = -_math.log((b - p) / alpha)
            u = self.random()
            if u <= (x ** (alpha - 1.0) if p > 1.0 else _math.exp(-x)):
                return x


class WichmannHill(Random):
    """The generator of Wichmann and Hill (1982), which was the only one once: three small ones added up."""

    VERSION = 1

    # Modulus and factor of each of the three.
    _PARTS = (30269, 171), (30307, 172), (30323, 170)

    def seed(self, a=None):
        """Begins anew: integers give different states as long as they are below 27814431486576."""
        if a is None:
            a = _system_seed(16)
        left, found = (a if isinstance(a, (int, long)) else hash(a)), []
        for modulus, _ in self._PARTS:
            left, part = divmod(left, modulus - 1)
            found.append(int(part) + 1)
        self._seed, self.gauss_next = tuple(found), None

    def random(self):
        """A float from 0.0 to 1.0, that not included."""
        self._seed = x, y, z = tuple(
            [factor * part % modulus for (modulus, factor), part in zip(self._PARTS, self._seed)])
        return (x / 30269.0 + y / 30307.0 + z / 30323.0) % 1.0

    def setstate(self, state):
        """Goes back to a state."""
        if state[0] == self.VERSION:
            _, self._seed, self.gauss_next = state
            return
        raise ValueError('state with version %s passed to Random.setstate() of version %s' % (state[0], self.VERSION))

    def getstate(self):
        """The state, for setstate."""
        return self.VERSION, self._seed, self.gauss_next

    def jumpahead(self, n):
        """Goes to the state that n calls of random() lead to."""
        if n < 0:
            raise ValueError('n must be >= 0')
        self._seed = tuple([int(part * pow(factor, n, modulus)) % modulus
                            for (modulus, factor), part in zip(self._PARTS, self._seed)])

    def whseed(self, a=None):
        """Begins anew as in Python 2.0: different objects may give the same state."""
        if a is None:
            self._whseed()
            return
        left, found = hash(a), []
        for _ in self._PARTS:
            left, part = divmod(left, 256)
            found.append(part)
        self._whseed(*[(part + left) % 256 or 1 for part in found])

    def _whseed(self, *parts):
        parts = parts or (0, 0, 0)
        if [part for part in parts if type(part) is not int]:
            raise TypeError('seeds must be integers')
        if [part for part in parts if not 0 <= part < 256]:
            raise ValueError('seeds must be in range(0, 256)')
        if not any(parts):
            now = _clock()
            now = int(now & 0xffffff ^ now >> 24)
            parts = [now >> shift & 255 for shift in (0, 8, 16)]
        self._seed, self.gauss_next = tuple([part or 1 for part in parts]), None


class SystemRandom(Random):
    """The operating system's own randomness, which has no state."""

    def random(self):
        """A float from 0.0 to 1.0, that not included."""
        return RECIP_BPF * (_system_bits(7) >> 3)

    def getrandbits(self, k):
        """A long of k random bits."""
        if int(k) != k:
            raise TypeError('number of bits should be an integer')
        if k <= 0:
            raise ValueError('number of bits must be greater than zero')
        unused = -k % 8
        return _system_bits((k + unused) // 8) >> unused

    def seed(self, *args, **kwds):
        """Does nothing."""

    jumpahead = seed

    def getstate(self, *args, **kwds):
        """There is none."""
        raise NotImplementedError('System entropy source does not have state.')

    setstate = getstate


_inst = Random()
for _name in __all__:
    if _name[0].islower():
        globals()[_name] = getattr(_inst, _name)
del _name, _normal, _theirs
