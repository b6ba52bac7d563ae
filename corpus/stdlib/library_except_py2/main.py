# pymp: python=2
"""What the library's modules catch by Python 3's classes: files that are missing, and texts that they write themselves."""
import doctest
import os
import pstats
import shutil
import sys
import unittest


def square(x):
    """
    >>> square(3)
    9
    >>> square('a')
    Traceback (most recent call last):
    ...
    TypeError: can't multiply sequence by non-int of type 'str'
    """
    return x * x


class Tests(unittest.TestCase):
    def test_equal(self):
        self.assertEqual(1, 2, 'not the same')


print doctest.testmod()
print os.error, os.error is OSError, issubclass(shutil.Error, EnvironmentError), pstats.Stats.__name__
for what in (lambda: os.listdir('/missing'), lambda: shutil.rmtree('/missing/x'), lambda: shutil.copy('/missing', '/tmp'),
             lambda: os.rename('/missing', '/n')):
    try:
        what()
    except EnvironmentError, error:
        print type(error), error
try:
    open('/missing')
except OSError:
    print 'an OSError'
except IOError:
    print 'an IOError'
shutil.rmtree('/missing/x', True)
result = unittest.TestResult()
Tests('test_equal').run(result)
print result.failures[0][1].splitlines()[-1]
unittest.main(argv=['x', '-q', 'Tests.missing']) if len(sys.argv) > 1 else None
