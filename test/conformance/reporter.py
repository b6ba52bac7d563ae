"""What both runners have: a line for each test as it ends, and suites without the tests to leave out. For either dialect."""
import unittest


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
        if err is not None:
            self.report('why', self.reason(err))

    def reason(self, err):
        """What an error says, in one line of ASCII."""
        text = '%s: %s' % (err[0].__name__, str(err[1]).replace('\n', ' | ')[:300])
        return text.encode('ascii', 'backslashreplace').decode()

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
