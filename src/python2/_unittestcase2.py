"""What a test case of `unittest` has in Python 2 only, or in other words."""

import difflib
import re

# Tracebacks of failures end before the frames of modules that have this.
__unittest = True

_OLD_NAMES = {
    'assertEquals': 'assertEqual',
    'assertNotEquals': 'assertNotEqual',
    'assertAlmostEquals': 'assertAlmostEqual',
    'assertNotAlmostEquals': 'assertNotAlmostEqual',
    'assertItemsEqual': 'assertCountEqual',
    'assert_': 'assertTrue',
    'failIf': 'assertFalse',
    'failIfAlmostEqual': 'assertNotAlmostEqual',
    'failIfEqual': 'assertNotEqual',
    'failUnless': 'assertTrue',
    'failUnlessAlmostEqual': 'assertAlmostEqual',
    'failUnlessEqual': 'assertEqual',
    'failUnlessRaises': 'assertRaises',
}


def adjust(case):
    """Makes the library's module what it is in Python 2."""
    cls = case.TestCase
    cls.longMessage = False
    prepare = cls.__init__

    def __init__(self, methodName='runTest'):
        prepare(self, methodName)
        # Only texts in unicode are compared line by line.
        del self._type_equality_funcs[str]
        self.addTypeEqualityFunc(unicode, 'assertMultiLineEqual')

    cls.__init__ = __init__
    for method in _METHODS:
        setattr(cls, method.__name__, method)
    for name in _OLD_NAMES:
        setattr(cls, name, vars(cls)[_OLD_NAMES[name]])
    # What was called and did not raise is not named.
    case._AssertRaisesBaseContext.obj_name = property(lambda self: None, lambda self, name: None)


def __str__(self):
    cls = type(self)
    return '%s (%s.%s)' % (self._testMethodName, cls.__module__, cls.__name__)


def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
    if first == second:
        _check(delta, places)
        return
    wrong = _difference(first, second, places, delta)
    if wrong is not None:
        self.fail(self._formatMessage(msg, '%r != %r within %s' % (first, second, wrong)))


def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
    _check(delta, places)
    if first == second or _difference(first, second, places, delta) is None:
        within = '%r delta' % delta if delta is not None else '%r places' % (7 if places is None else places)
        self.fail(self._formatMessage(msg, '%r == %r within %s' % (first, second, within)))


def _check(delta, places):
    if delta is not None and places is not None:
        raise TypeError('specify delta or places not both')


def _difference(first, second, places, delta):
    """In what two numbers are not close enough to each other; None if they are."""
    _check(delta, places)
    if delta is not None:
        return None if abs(first - second) <= delta else '%r delta' % delta
    places = 7 if places is None else places
    return None if round(abs(second - first), places) == 0 else '%r places' % places


def assertMultiLineEqual(self, first, second, msg=None):
    for text, which in (first, 'First'), (second, 'Second'):
        self.assertIsInstance(text, basestring, which + ' argument is not a string')
    if first == second:
        return
    if max(len(first), len(second)) > self._diffThreshold:
        self._baseAssertEqual(first, second, msg)
    lines = [text.splitlines(True) for text in (first, second)]
    if len(lines[0]) == 1 and first.strip('\r\n') == first:
        lines = [[text + '\n'] for text in (first, second)]
    shown = '%s != %s' % (_short(first), _short(second))
    self.fail(self._formatMessage(msg, self._truncateMessage(shown, '\n' + ''.join(difflib.ndiff(*lines)))))


def _short(text):
    shown = repr(text)
    return shown if len(shown) < 80 else shown[:80] + ' [truncated]...'


def assertRegexpMatches(self, text, expected_regexp, msg=None):
    pattern = re.compile(expected_regexp) if isinstance(expected_regexp, basestring) else expected_regexp
    if not pattern.search(text):
        self.fail('%s: %r not found in %r' % (msg or "Regexp didn't match", pattern.pattern, text))


def assertNotRegexpMatches(self, text, unexpected_regexp, msg=None):
    pattern = re.compile(unexpected_regexp) if isinstance(unexpected_regexp, basestring) else unexpected_regexp
    found = pattern.search(text)
    if found:
        self.fail('%s: %r matches %r in %r' % (msg or 'Regexp matched', found.group(), pattern.pattern, text))


def assertRaisesRegexp(self, expected_exception, expected_regexp, callable_obj=None, *args, **kwargs):
    if callable_obj is None:
        return self.assertRaisesRegex(expected_exception, expected_regexp)
    return self.assertRaisesRegex(expected_exception, expected_regexp, callable_obj, *args, **kwargs)


def assertDictContainsSubset(self, expected, actual, msg=None):
    missing = [key for key in expected if key not in actual]
    wrong = ['%r, expected: %r, actual: %r' % (key, value, actual[key])
             for key, value in expected.items() if key in actual and value != actual[key]]
    if not missing and not wrong:
        return
    text = 'Missing: %s' % ','.join('%r' % key for key in missing) if missing else ''
    if wrong:
        text += ('; ' if text else '') + 'Mismatched values: %s' % ','.join(wrong)
    self.fail(self._formatMessage(msg, text))


_METHODS = (__str__, assertAlmostEqual, assertNotAlmostEqual, assertMultiLineEqual, assertRegexpMatches,
            assertNotRegexpMatches, assertRaisesRegexp, assertDictContainsSubset)
