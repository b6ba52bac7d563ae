"""Runs one module of CPython 2.7's test package and prints a line for each test as it ends: its status and its name.

Arguments: the module, and a file with the names of tests to leave out (they have been run, or did not end).
A module of 2.7 has a test_main that says what is run, unittests and doctests; here both are reported one by one.
The tests that are marked as being for CPython alone are run too: most of what they ask for is asked of us as well.
"""
import doctest
import os
import sys
import unittest

from test import test_support


class Reporter(unittest.TestResult):
    def __init__(self, out):
        super(Reporter, self).__init__()
        self.out = out
        self.status = None

    def report(self, *words):
        self.out.write(' '.join(words) + '\n')
        self.out.flush()

    def startTest(self, test):
        super(Reporter, self).startTest(test)
        self.status = 'passed'
        self.report('start', test.id())

    def stopTest(self, test):
        super(Reporter, self).stopTest(test)
        self.report(self.status, test.id())

    def note(self, status, err):
        self.status = status
        try:
            text = '%s: %s' % (err[0].__name__, err[1])
        except Exception:
            text = repr(err[1])
        if isinstance(text, unicode):
            text = text.encode('ascii', 'backslashreplace')
        self.report('why', text.replace('\n', ' | ')[:1500 if 'doctest' in text else 300])

    def addFailure(self, test, err):
        self.note('failed', err)

    def addError(self, test, err):
        if not isinstance(test, unittest.TestCase):
            self.report('fixture', test.id())
        self.note('error', err)

    def addSkip(self, test, reason):
        if isinstance(test, unittest.TestCase):
            self.status = 'skipped'

    def addExpectedFailure(self, test, err):
        self.status = 'skipped'

    def addUnexpectedSuccess(self, test):
        self.status = 'failed'


def without(suite, names):
    kept = []
    for item in suite:
        if isinstance(item, unittest.TestSuite):
            kept.append(without(item, names))
        elif item.id() not in names:
            kept.append(item)
    return type(suite)(kept)


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


def main():
    name, done_file = sys.argv[1:3]
    with open(done_file) as f:
        names = set(f.read().split('\n'))
    out = os.fdopen(os.dup(1), 'w')
    sys.argv = [name]
    reporter = Reporter(out)
    report_to(reporter, names)
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
