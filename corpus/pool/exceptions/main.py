# pymp: mask=frames
"""Exceptions in workers: they come back with the remote traceback, and the pool goes on."""
import multiprocessing
import traceback


class Custom(Exception):
    def __init__(self, code, text):
        super().__init__(code, text)
        self.code = code


def risky(n):
    if n == 2:
        raise ValueError(f'bad number {n}')
    if n == 3:
        raise Custom(42, 'own class')
    if n == 4:
        return {}['missing']
    return n


if __name__ == '__main__':
    with multiprocessing.Pool(2) as pool:
        print(pool.apply(risky, (1,)))
        for n in (2, 3, 4):
            try:
                pool.apply(risky, (n,))
            except Exception as error:
                print(type(error).__name__, error, type(error.__cause__).__name__, getattr(error, 'code', None))
        try:
            pool.map(risky, range(3))
        except ValueError as error:
            traceback.print_exc(file=__import__('sys').stdout)
        it = pool.imap(risky, [1, 2, 5])
        print(next(it))
        try:
            next(it)
        except ValueError as error:
            print('imap:', error)
        print(next(it))
        result = pool.apply_async(risky, (2,))
        result.wait()
        print(result.ready(), result.successful())
        try:
            result.get()
        except ValueError as error:
            print(error, result.successful())
        print(pool.apply(risky, (7,)))
