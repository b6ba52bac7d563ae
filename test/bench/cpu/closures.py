"""Functions that make functions: accumulators, pipelines, decorators, partial application."""
import sys
from functools import partial, reduce
from multiprocessing import Pool


def accumulator(start):
    total = start

    def add(amount, weight=1):
        nonlocal total
        total = (total + amount * weight) % 65521
        return total

    return add


def counted(function):
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return function(*args, **kwargs)

    wrapper.calls = 0
    return wrapper


def work(n):
    @counted
    def mix(a, b, *, by=3):
        return (a * by + b) % 10007

    add = accumulator(7)
    steps = [lambda x, k=k: (x * k + 1) % 9973 for k in (2, 3, 5)]
    double = partial(mix, by=2)
    value = 1
    for i in range(n):
        value = reduce(lambda x, step: step(x), steps, value)
        add(mix(value, i), weight=i & 3)
        value = double(value, i)
    return add(0), value, mix.calls


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 400000
    with Pool(2) as pool:
        print(pool.map(work, [size, size // 2, size // 2, size]))
