# pymp: mask=address
"""Tasks and results must be picklable; the text says what was not."""
import multiprocessing
import multiprocessing.pool
import threading


def make_lambda():
    return lambda: 0


def identity(x):
    return x


def raise_local(*args):
    class LocalError(Exception):
        pass

    raise LocalError('local')


class Holder:
    def __init__(self):
        self.lock = threading.Lock()

    def method(self, n):
        return n + 1


def local():
    def inner(x):
        return x

    return inner


if __name__ == '__main__':
    with multiprocessing.Pool(2) as pool:
        for action in (
            lambda: pool.map(lambda x: x, [1, 2]),
            lambda: pool.apply(local(), (1,)),
            lambda: pool.apply(make_lambda),
            lambda: pool.apply(identity, (Holder(),)),
            lambda: pool.map(Holder().method, [1]),
            lambda: pool.apply(identity, (open('main.py'),)),
            lambda: pool.apply(identity, ((n for n in 'ab'),)),
        ):
            try:
                print(action())
            except Exception as error:
                print(type(error).__name__, error)
        print(pool.apply(identity, ('still working',)))
        for name in 'own_error', 'own_error_in_map':
            try:
                pool.apply(raise_local) if name == 'own_error' else list(pool.imap(raise_local, [1]))
            except multiprocessing.pool.MaybeEncodingError as error:
                print(name, error)
                print(error.exc, error.value)
