"""Runs one module of CPython's test package and prints a line for each test as it ends: its status and its name.

Arguments: the module, and a file with the names of tests to leave out (they have been run, or did not end).
The tests that are marked as being for CPython alone are run too: most of what they ask for is asked of us as well.
"""
import sys
import unittest

from test import support

support.impl_detail = lambda msg=None, **guards: lambda test: test


class Reporter(unittest.TestResult):
    def __init__(self, out):
        super().__init__()
        self.out = out
        self.status = None

    def report(self, *words):
        self.out.write(' '.join(words) + '\n')
        self.out.flush()

    def startTest(self, test):
        super().startTest(test)
        self.status = 'passed'
        self.report('start', test.id())

    def stopTest(self, test):
        super().stopTest(test)
        self.report(self.status, test.id())

    def note(self, status, err):
        self.status = status
        if err is not None:
            text = '%s: %s' % (err[0].__name__, str(err[1]).replace('\n', ' | ')[:300])
            self.report('why', text.encode('ascii', 'backslashreplace').decode())

    def addFailure(self, test, err):
        self.note('failed', err)

    def addError(self, test, err):
        if self.status is None or not isinstance(test, unittest.TestCase):
            self.report('fixture', test.id())
        self.note('error', err)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.note('failed', err)

    def addSkip(self, test, reason):
        if not isinstance(test, unittest.TestCase):
            return
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
