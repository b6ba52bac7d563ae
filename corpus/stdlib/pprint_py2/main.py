# pymp: python=2
"""pprint, and what unittest shows of texts and lists that differ."""
import pprint, unittest

print pprint.pformat([u'x', 'y', {'a': 1}]), pprint.pformat({'b': (1,), 'a': [None, 1.5]}), pprint.pformat('text'), pprint.pformat(())
pprint.pprint({'a': [u'\xe9' * 30, 'x' * 50] * 3})
pprint.pprint(range(30))
pprint.pprint([dict((word * 5, word) for word in 'abc')] * 4, width=40)
print pprint.saferepr([1, 'a']), pprint.isreadable([1]), pprint.isrecursive([])


class Case(unittest.TestCase):
    def runTest(self):
        pass


case = Case()
for first, second in [('a\nb\n', 'a\nc\n'), ([1, 2], [1, 3]), ({'a': 1}, {'a': 2}), (u'x', u'y'), ((1,), (2,))]:
    try:
        case.assertEqual(first, second)
    except AssertionError as e:
        print str(e).split('\n')[0]
