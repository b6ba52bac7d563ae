"""What `unittest` of Python 2 has besides: loaders as functions, and a loader that raises what it cannot load."""

import types

from unittest import TestCase, TestLoader, TestSuite


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


def loadTestsFromModule(self, module, use_load_tests=True):
    """The tests of a module's test cases, or what its `load_tests` makes of them."""
    cases = [case for case in (getattr(module, name) for name in dir(module))
             if isinstance(case, type) and issubclass(case, TestCase)]
    tests = self.suiteClass([self.loadTestsFromTestCase(case) for case in cases])
    load_tests = getattr(module, 'load_tests', None) if use_load_tests else None
    if load_tests is None:
        return tests
    try:
        return load_tests(self, tests, None)
    except Exception as error:
        return _failing(self, module.__name__, error)


def _failing(loader, name, error):
    """A test that raises the error."""
    def fail(self):
        raise error

    return loader.suiteClass((type('LoadTestsFailure', (TestCase,), {name: fail})(name),))


def _imported(parts):
    """The module that a dotted name begins with, as much of it as can be imported."""
    for end in range(len(parts), 0, -1):
        try:
            return __import__('.'.join(parts[:end]))
        except ImportError:
            if end == 1:
                raise


def loadTestsFromName(self, name, module=None):
    """The tests of what a dotted name stands for: a module, a test case or a method of one, a suite, or what makes one of these."""
    parts = name.split('.')
    if module is None:
        module = _imported(list(parts))
        parts = parts[1:]
    found, owner = module, None
    for part in parts:
        owner, found = found, getattr(found, part)
    if isinstance(found, types.ModuleType):
        return self.loadTestsFromModule(found)
    if isinstance(found, type) and issubclass(found, TestCase):
        return self.loadTestsFromTestCase(found)
    if isinstance(found, types.UnboundMethodType) and isinstance(owner, type) and issubclass(owner, TestCase):
        return self.suiteClass([owner(parts[-1])])
    if isinstance(found, TestSuite):
        return found
    if not callable(found):
        raise TypeError("don't know how to make test from: %s" % found)
    made = found()
    if isinstance(made, TestSuite):
        return made
    if isinstance(made, TestCase):
        return self.suiteClass([made])
    raise TypeError('calling %s returned %s, not a test' % (found, made))


TestLoader.loadTestsFromModule = loadTestsFromModule
TestLoader.loadTestsFromName = loadTestsFromName
TestLoader.sortTestMethodsUsing = cmp
del loadTestsFromModule, loadTestsFromName
