"""Runs one module of CPython 2.7's test package and prints a line for each test as it ends: its status and its name.

Arguments: the module, and a file with the names of tests to leave out (they have been run, or did not end).
A module of 2.7 has a test_main that says what is run, unittests and doctests; here both are reported one by one.
The tests that are marked as being for CPython alone are run too: most of what they ask for is asked of us as well.
"""
import doctest
import os
import sys
import unittest

from reporter import Reporter, without
import test
from test import test_support


class Reporter2(Reporter):
    def reason(self, err):
        try:
            text = '%s: %s' % (err[0].__name__, err[1])
        except Exception:
            text = repr(err[1])
        if isinstance(text, unicode):
            text = text.encode('ascii', 'backslashreplace')
        return text.replace('\n', ' | ')[:1500 if 'doctest' in text else 300]


def report_to(reporter, names):
    """Makes what test_main calls tell the reporter."""

    def run_suite(suite):
        without(suite, names).run(reporter)

    def run_doctest(module, verbosity=None):
        try:
            run_suite(doctest.DocTestSuite(module))
        except ValueError as error:
            if not str(error).endswith('has no tests') and 'has no tests' not in repr(error.args):
                raise
        return 0, 0

    test_support._run_suite = run_suite
    test_support.run_doctest = run_doctest
    test_support.impl_detail = lambda msg=None, **guards: lambda test: test


def with_tests_of_packages():
    """The tests of these packages are part of them: they are found beside the test package, where the package itself is another."""
    library = os.path.dirname(os.path.realpath(test.__path__[0]))
    for name in ('json', 'unittest'):
        __import__(name).__path__.append(os.path.join(library, name))


def main():
    name, done_file = sys.argv[1:3]
    with open(done_file) as f:
        names = set(f.read().split('\n'))
    out = os.fdopen(os.dup(1), 'w')
    sys.argv = [name]
    reporter = Reporter2(out)
    report_to(reporter, names)
    with_tests_of_packages()
    __import__(name)
    module = sys.modules[name]
    if hasattr(module, 'test_main'):
        module.test_main()
    else:
        without(unittest.defaultTestLoader.loadTestsFromModule(module), names).run(reporter)
    out.write('end\n')
    out.flush()


if __name__ == '__main__':
    main()
