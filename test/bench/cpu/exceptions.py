"""Errors as control flow: classes of one's own, chains, cleanup, and a way back through many frames."""
import sys
from contextlib import contextmanager
from multiprocessing import Pool


class Rejected(Exception):
    def __init__(self, reason, value):
        super().__init__(reason, value)
        self.value = value


class Odd(Rejected):
    pass


@contextmanager
def noted(log):
    log.append(1)
    try:
        yield log
    finally:
        log.pop()


def check(n):
    if n % 7 == 0:
        raise Odd("seven", n)
    if n % 5 == 0:
        raise ValueError(n)
    return n


def deep(n, depth):
    if depth == 0:
        return check(n)
    try:
        return deep(n, depth - 1)
    finally:
        n += 1


def work(n):
    total, log = 0, []
    for i in range(n):
        try:
            with noted(log):
                total += deep(i, 12) if i % 3 == 0 else check(i)
        except Odd as error:
            total -= error.value
        except ValueError as error:
            total += len(str(error))
        else:
            total += len(log)
    return total


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 500000
    with Pool(2) as pool:
        print(pool.map(work, [size, size + 1]))
