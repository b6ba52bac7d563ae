# pymp: python=2
"""unittest: suites made by functions, with a prefix and an order."""
import sys
import unittest


class Numbers(unittest.TestCase):
    def test_b(self):
        self.assertEquals(1 + 1, 2)

    def test_a(self):
        self.failUnless(True)

    def check_c(self):
        self.assert_(1)


def backwards(a, b):
    return -cmp(a, b)


print unittest.getTestCaseNames(Numbers, 'test'), unittest.getTestCaseNames(Numbers, 'check')
print unittest.getTestCaseNames(Numbers, 'test', backwards)
suite = unittest.makeSuite(Numbers)
print suite.countTestCases(), [test.id() for test in suite]
print [test.id() for test in unittest.makeSuite(Numbers, 'check')]
print [test.id() for test in unittest.makeSuite(Numbers, sortUsing=backwards)]
print unittest.findTestCases(sys.modules['__main__']).countTestCases()


class Suite(unittest.TestSuite):
    pass


print type(unittest.makeSuite(Numbers, suiteClass=Suite))
whole = unittest.TestSuite([suite, unittest.makeSuite(Numbers, 'check')])
result = unittest.TestResult()
whole.run(result)
print result.testsRun, result.wasSuccessful()
