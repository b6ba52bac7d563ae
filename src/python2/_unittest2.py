"""What `unittest` of Python 2 has besides: loaders as functions."""

from unittest import TestLoader, TestSuite


def _loader(prefix, sort_using, suite_class=None):
    loader = TestLoader()
    loader.testMethodPrefix = prefix
    # The library's loader compares by a function too, if there is one.
    loader.sortTestMethodsUsing = sort_using
    if suite_class:
        loader.suiteClass = suite_class
    return loader


def getTestCaseNames(testCaseClass, prefix, sortUsing=cmp):
    """The names of the methods of a class that are tests."""
    return _loader(prefix, sortUsing).getTestCaseNames(testCaseClass)


def makeSuite(testCaseClass, prefix='test', sortUsing=cmp, suiteClass=TestSuite):
    """The tests of a class."""
    return _loader(prefix, sortUsing, suiteClass).loadTestsFromTestCase(testCaseClass)


def findTestCases(module, prefix='test', sortUsing=cmp, suiteClass=TestSuite):
    """The tests of a module."""
    return _loader(prefix, sortUsing, suiteClass).loadTestsFromModule(module)
