"""Runs one module of CPython's test package and prints a line for each test as it ends: its status and its name.

Arguments: the module, and a file with the names of tests to leave out (they have been run, or did not end).
The tests that are marked as being for CPython alone are run too: most of what they ask for is asked of us as well.
"""
import sys
import unittest

from reporter import Reporter, without
from test import support

support.impl_detail = lambda msg=None, **guards: lambda test: test


def main():
    module, done_file = sys.argv[1:3]
    with open(done_file) as f:
        names = set(f.read().split('\n'))
    out = sys.__stdout__
    sys.argv = [module]
    suite = unittest.defaultTestLoader.loadTestsFromName(module)
    without(suite, names).run(Reporter(out))
    out.write('end\n')
    out.flush()


if __name__ == '__main__':
    main()
