"""What a test case of `unittest` has in Python 2 only."""


def assert_dict_contains_subset(self, expected, actual, msg=None):
    """`TestCase.assertDictContainsSubset`."""
    missing = [key for key in expected if key not in actual]
    wrong = ['%r, expected: %r, actual: %r' % (key, value, actual[key])
             for key, value in expected.items() if key in actual and value != actual[key]]
    if not missing and not wrong:
        return
    text = 'Missing: %s' % ','.join('%r' % key for key in missing) if missing else ''
    if wrong:
        text += ('; ' if text else '') + 'Mismatched values: %s' % ','.join(wrong)
    self.fail(self._formatMessage(msg, text))
