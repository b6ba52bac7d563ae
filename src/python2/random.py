"""Random numbers: integers, choices from sequences, and floats of many distributions."""

from __future__ import division

from binascii import hexlify as _hexlify
from hashlib import sha512 as _sha512
from math import acos as _acos, ceil as _ceil, cos as _cos, e as _e, exp as _exp, log as _log, pi as _pi
from math import sin as _sin, sqrt as _sqrt
from os import urandom as _urandom
from types import BuiltinMethodType as _BuiltinMethod, MethodType as _Method
from warnings import warn as _warn

import _random

__all__ = ['Random', 'seed', 'random', 'uniform', 'randint', 'choice', 'sample', 'randrange', 'shuffle',
           'normalvariate', 'lognormvariate', 'expovariate', 'vonmisesvariate', 'gammavariate', 'triangular', 'gauss',
           'betavariate', 'paretovariate', 'weibullvariate', 'getstate', 'setstate', 'jumpahead', 'WichmannHill',
           'getrandbits', 'SystemRandom']

NV_MAGICCONST = 4 * _exp(-0.5) / _sqrt(2.0)
TWOPI = 2.0 * _pi
LOG4 = _log(4.0)
SG_MAGICCONST = 1.0 + _log(4.5)
BPF = 53
RECIP_BPF = 2 ** -BPF


class Random(_random.Random):
    """A generator with a state of its own."""

    VERSION = 3

    def __init__(self, x=None):
        self.seed(x)
        self.gauss_next = None

    def seed(self, a=None):
        """Begins anew from a hashable object, or from the system's own randomness."""
        if a is None:
            try:
                a = long(_hexlify(_urandom(2500)), 16)
            except NotImplementedError:
                import time
                a = long(time.time() * 256)
        super(Random, self).seed(a)
        self.gauss_next = None

    def getstate(self):
        return self.VERSION, super(Random, self).getstate(), self.gauss_next

    def setstate(self, state):
        version = state[0]
        if version == 3:
            version, inner, self.gauss_next = state
        elif version == 2:
            version, inner, self.gauss_next = state
            try:
                inner = tuple(long(x) % 2 ** 32 for x in inner)
            except ValueError, e:
                raise TypeError(e)
        else:
            raise ValueError('state with version %s passed to Random.setstate() of version %s'
                             % (version, self.VERSION))
        super(Random, self).setstate(inner)

    def jumpahead(self, n):
        """Goes to a state that nobody would reach soon."""
        text = repr(n) + repr(self.getstate())
        super(Random, self).jumpahead(int(_sha512(text).hexdigest(), 16))

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __reduce__(self):
        return self.__class__, (), self.getstate()

    # Integers.

    def randrange(self, start, stop=None, step=1, _int=int, _maxwidth=1L << BPF):
        """One of range(start, stop, step)."""
        first = _int(start)
        if first != start:
            raise ValueError('non-integer arg 1 for randrange()')
        if stop is None:
            if first <= 0:
                raise ValueError('empty range for randrange()')
            return self._randbelow(first) if first >= _maxwidth else _int(self.random() * first)
        last = _int(stop)
        if last != stop:
            raise ValueError('non-integer stop for randrange()')
        width = last - first
        if step == 1 and width > 0:
            below = self._randbelow(width) if width >= _maxwidth else _int(self.random() * width)
            return _int(first + below)
        if step == 1:
            raise ValueError('empty range for randrange() (%d,%d, %d)' % (first, last, width))
        by = _int(step)
        if by != step:
            raise ValueError('non-integer step for randrange()')
        if by > 0:
            n = (width + by - 1) // by
        elif by < 0:
            n = (width + by + 1) // by
        else:
            raise ValueError('zero step for randrange()')
        if n <= 0:
            raise ValueError('empty range for randrange()')
        return first + by * (self._randbelow(n) if n >= _maxwidth else _int(self.random() * n))

    def randint(self, a, b):
        """An integer from a to b, both included."""
        return self.randrange(a, b + 1)

    def _randbelow(self, n, _log=_log, _int=int, _maxwidth=1L << BPF):
        try:
            getrandbits = self.getrandbits
        except AttributeError:
            pass
        else:
            # A class that replaces random() alone gets its integers from that.
            if type(self.random) is _BuiltinMethod or type(getrandbits) is _Method:
                bits = _int(1.00001 + _log(n - 1, 2.0))
                found = getrandbits(bits)
                while found >= n:
                    found = getrandbits(bits)
                return found
        if n >= _maxwidth:
            _warn('Underlying random() generator does not supply \nenough bits to choose from a population range this '
                  'large')
        return _int(self.random() * n)

    # Sequences.

    def choice(self, seq):
        return seq[int(self.random() * len(seq))]

    def shuffle(self, x, random=None):
        """Puts the list into another order, in place."""
        if random is None:
            random = self.random
        for i in reversed(xrange(1, len(x))):
            j = int(random() * (i + 1))
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k):
        """A list of k of the elements, each at most once."""
        n = len(population)
        if not 0 <= k <= n:
            raise ValueError('sample larger than population')
        random = self.random
        result = [None] * k
        # Above this size a set of what was taken is smaller than a list of all.
        limit = 21
        if k > 5:
            limit += 4 ** _ceil(_log(k * 3, 4))
        if n <= limit or hasattr(population, 'keys'):
            pool = list(population)
            for i in xrange(k):
                j = int(random() * (n - i))
                result[i] = pool[j]
                pool[j] = pool[n - i - 1]
            return result
        try:
            taken = set()
            for i in xrange(k):
                j = int(random() * n)
                while j in taken:
                    j = int(random() * n)
                taken.add(j)
                result[i] = population[j]
        except (TypeError, KeyError):
            if isinstance(population, list):
                raise
            return self.sample(tuple(population), k)
        return result

    # Floats.

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        u = self.random()
        try:
            c = 0.5 if mode is None else (mode - low) / (high - low)
        except ZeroDivisionError:
            return low
        if u > c:
            u, c = 1.0 - u, 1.0 - c
            low, high = high, low
        return low + (high - low) * (u * c) ** 0.5

    def normalvariate(self, mu, sigma):
        random = self.random
        while True:
            u1 = random()
            u2 = 1.0 - random()
            z = NV_MAGICCONST * (u1 - 0.5) / u2
            if z * z / 4.0 <= -_log(u2):
                return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        return _exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd):
        return -_log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):
        random = self.random
        if kappa <= 1e-6:
            return TWOPI * random()
        s = 0.5 / kappa
        r = s + _sqrt(1.0 + s * s)
        while True:
            z = _cos(_pi * random())
            d = z / (r + z)
            u2 = random()
            if u2 < 1.0 - d * d or u2 <= (1.0 - d) * _exp(d):
                break
        q = 1.0 / r
        f = (q + z) / (1.0 + q * z)
        if random() > 0.5:
            return (mu + _acos(f)) % TWOPI
        return (mu - _acos(f)) % TWOPI

    def gammavariate(self, alpha, beta):
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError('gammavariate: alpha and beta must be > 0.0')
        random = self.random
        if alpha > 1.0:
            ainv = _sqrt(2.0 * alpha - 1.0)
            bbb = alpha - LOG4
            ccc = alpha + ainv
            while True:
                u1 = random()
                if not 1e-7 < u1 < .9999999:
                    continue
                u2 = 1.0 - random()
                v = _log(u1 / (1.0 - u1)) / ainv
                x = alpha * _exp(v)
                z = u1 * u1 * u2
                r = bbb + ccc * v - x
                if r + SG_MAGICCONST - 4.5 * z >= 0.0 or r >= _log(z):
                    return x * beta
        if alpha == 1.0:
            u = random()
            while u <= 1e-7:
                u = random()
            return -_log(u) * beta
        while True:
            b = (_e + alpha) / _e
            p = b * random()
            x = p ** (1.0 / alpha) if p <= 1.0 else -_log((b - p) / alpha)
            u1 = random()
            if p > 1.0:
                if u1 <= x ** (alpha - 1.0):
                    break
            elif u1 <= _exp(-x):
                break
        return x * beta

    def gauss(self, mu, sigma):
        """As normalvariate, faster: the values come in pairs, and the second one is kept."""
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = self.random() * TWOPI
            radius = _sqrt(-2.0 * _log(1.0 - self.random()))
            z = _cos(angle) * radius
            self.gauss_next = _sin(angle) * radius
        return mu + z * sigma

    def betavariate(self, alpha, beta):
        y = self.gammavariate(alpha, 1.)
        return 0.0 if y == 0 else y / (y + self.gammavariate(beta, 1.))

    def paretovariate(self, alpha):
        return 1.0 / pow(1.0 - self.random(), 1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        return alpha * pow(-_log(1.0 - self.random()), 1.0 / beta)


class WichmannHill(Random):
    """The generator of Wichmann and Hill, which was the only one once."""

    VERSION = 1

    def seed(self, a=None):
        if a is None:
            try:
                a = long(_hexlify(_urandom(16)), 16)
            except NotImplementedError:
                import time
                a = long(time.time() * 256)
        if not isinstance(a, (int, long)):
            a = hash(a)
        a, x = divmod(a, 30268)
        a, y = divmod(a, 30306)
        a, z = divmod(a, 30322)
        self._seed = int(x) + 1, int(y) + 1, int(z) + 1
        self.gauss_next = None

    def random(self):
        x, y, z = self._seed
        x = 171 * x % 30269
        y = 172 * y % 30307
        z = 170 * z % 30323
        self._seed = x, y, z
        return (x / 30269.0 + y / 30307.0 + z / 30323.0) % 1.0

    def getstate(self):
        return self.VERSION, self._seed, self.gauss_next

    def setstate(self, state):
        if state[0] != 1:
            raise ValueError('state with version %s passed to Random.setstate() of version %s'
                             % (state[0], self.VERSION))
        version, self._seed, self.gauss_next = state

    def jumpahead(self, n):
        if n < 0:
            raise ValueError('n must be >= 0')
        x, y, z = self._seed
        self._seed = (int(x * pow(171, n, 30269)) % 30269, int(y * pow(172, n, 30307)) % 30307,
                      int(z * pow(170, n, 30323)) % 30323)

    def whseed(self, a=None):
        if a is None:
            self._whseed()
            return
        a, x = divmod(hash(a), 256)
        a, y = divmod(a, 256)
        a, z = divmod(a, 256)
        self._whseed((x + a) % 256 or 1, (y + a) % 256 or 1, (z + a) % 256 or 1)

    def _whseed(self, x=0, y=0, z=0):
        if not type(x) == type(y) == type(z) == int:
            raise TypeError('seeds must be integers')
        if not (0 <= x < 256 and 0 <= y < 256 and 0 <= z < 256):
            raise ValueError('seeds must be in range(0, 256)')
        if 0 == x == y == z:
            import time
            t = long(time.time() * 256)
            t = int((t & 0xffffff) ^ (t >> 24))
            t, x = divmod(t, 256)
            t, y = divmod(t, 256)
            t, z = divmod(t, 256)
        self._seed = x or 1, y or 1, z or 1
        self.gauss_next = None


class SystemRandom(Random):
    """The operating system's own randomness."""

    def random(self):
        return (long(_hexlify(_urandom(7)), 16) >> 3) * RECIP_BPF

    def getrandbits(self, k):
        if k <= 0:
            raise ValueError('number of bits must be greater than zero')
        if k != int(k):
            raise TypeError('number of bits should be an integer')
        size = (k + 7) // 8
        return long(_hexlify(_urandom(size)), 16) >> (size * 8 - k)

    def _stub(self, *args, **kwds):
        return None

    seed = jumpahead = _stub

    def _notimplemented(self, *args, **kwds):
        raise NotImplementedError('System entropy source does not have state.')

    getstate = setstate = _notimplemented


_inst = Random()
seed = _inst.seed
random = _inst.random
uniform = _inst.uniform
triangular = _inst.triangular
randint = _inst.randint
choice = _inst.choice
randrange = _inst.randrange
sample = _inst.sample
shuffle = _inst.shuffle
normalvariate = _inst.normalvariate
lognormvariate = _inst.lognormvariate
expovariate = _inst.expovariate
vonmisesvariate = _inst.vonmisesvariate
gammavariate = _inst.gammavariate
gauss = _inst.gauss
betavariate = _inst.betavariate
paretovariate = _inst.paretovariate
weibullvariate = _inst.weibullvariate
getstate = _inst.getstate
setstate = _inst.setstate
jumpahead = _inst.jumpahead
getrandbits = _inst.getrandbits
