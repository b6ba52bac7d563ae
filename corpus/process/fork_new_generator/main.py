"""Generators that have not begun, or have ended, are handed to forked processes and go on in both."""
import multiprocessing


def squares(n, *rest, start=1, **options):
    for i in range(start, n):
        yield i * i, rest, options


def scaled(items, by):
    def scale(x):
        return x * by

    return (scale(item) for item in items)


class Source:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        while self.n > 0:
            self.n -= 1
            yield self.n

    def doubled(self, limit=None):
        yield from (2 * x for x in self if limit is None or x < limit)


def show(name, items):
    print(name, list(items), flush=True)


def run(target, *args):
    process = multiprocessing.Process(target=target, args=args)
    process.start()
    process.join()


if __name__ == '__main__':
    new = squares(4, 'a', 'b', key=[1])
    for _ in range(2):
        run(show, 'arguments:', new)
    show('and here:', new)
    run(show, 'ended:', new)
    run(show, 'defaults:', squares(3))
    run(show, 'captured:', scaled([1, 2, 3], 10))
    source = Source(4)
    run(show, 'methods:', source.doubled(limit=3))
    run(show, 'a chain:', (x + 1 for x in (x * x for x in iter(source))))
    print(source.n)

    shared = (letter.upper() for letter in 'abc')
    run(lambda: print('a global:', next(shared), shared.__name__, flush=True))
    print(next(shared))

    given = squares(2)
    given.__name__ = 'renamed'
    run(lambda: print(given.__name__, given.__qualname__, given.gi_frame is not None, flush=True))
