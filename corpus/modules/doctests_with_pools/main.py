# pymp: python=2,3
"""
What doctest puts into other modules of the library goes to children, whichever of them they load first.

>>> pool = multiprocessing.Pool(2)
>>> pool.map(cube, [1, 2, 3])
[1, 8, 27]
>>> pool.map(check, [2])
[TestResults(failed=0, attempted=1)]
>>> pool.terminate()
>>> cube(2)
9
"""
import doctest
import multiprocessing
import sys


def cube(x):
    """
    >>> cube(3)
    27
    """
    return x * x * x


def check(x):
    test = doctest.DocTestFinder().find(cube, 'cube', globs=globals())[0]
    return doctest.DocTestRunner(verbose=False).run(test)


if __name__ == '__main__':
    print(doctest.testmod())
    sys.exit(0)
