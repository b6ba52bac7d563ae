"""Bound methods, class methods, partials, callable instances and classes as tasks."""
import functools
import multiprocessing
import operator


class Scaler:
    def __init__(self, factor):
        self.factor = factor
        self.calls = 0

    def scale(self, n):
        self.calls += 1
        return n * self.factor, self.calls

    def __call__(self, n):
        return n + self.factor

    @classmethod
    def make(cls, n):
        return cls(n)

    @staticmethod
    def negate(n):
        return -n

    def __repr__(self):
        return f'Scaler({self.factor})'


def power(base, exponent):
    return base ** exponent


if __name__ == '__main__':
    s = Scaler(3)
    with multiprocessing.Pool(2) as pool:
        print(pool.map(s.scale, [1, 2], chunksize=1), s.calls)
        print(pool.map(s, [1, 2]), pool.map(Scaler.make, [4]), pool.map(Scaler.negate, [5]), pool.map(Scaler, [6, 7]))
        print(pool.map(functools.partial(power, exponent=3), [1, 2, 3]), pool.map(functools.partial(power, 2), [1, 2, 3]))
        print(pool.map(operator.itemgetter('k'), [{'k': 1}]), pool.map(abs, [-1]), pool.starmap(max, [(1, 2)]), pool.map(int, ['7']))
