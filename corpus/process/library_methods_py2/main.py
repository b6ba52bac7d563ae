# pymp: python=2
"""Methods of the package's classes have names as functions have them, so what wraps them can tell whether it has done so."""
from multiprocessing import Pool, pool


def once(f):
    if f.func_name == 'patient':
        return f

    def patient(self, timeout=None):
        return f(self, timeout=timeout or 1e6)

    return patient


def twice(x):
    return 2 * x


if __name__ == '__main__':
    for i in range(2):
        pool.IMapIterator.next = once(pool.IMapIterator.next)
        print pool.IMapIterator.next.__name__, pool.Pool.map.func_name, pool.Pool.map.func_defaults
    p = Pool(2)
    results = p.imap(twice, range(3))
    print results.next(), list(results)
    p.close()
    p.join()
