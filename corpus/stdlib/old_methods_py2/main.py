# pymp: python=2
"""Methods and functions of the library that only Python 2 has."""
import collections
import inspect
import platform
import unittest
import uuid
import weakref


class Key(object):
    pass


class Mapping(collections.MutableMapping):
    def __init__(self):
        self.d = {}

    def __getitem__(self, key):
        return self.d[key]

    def __setitem__(self, key, value):
        self.d[key] = value

    def __delitem__(self, key):
        del self.d[key]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)


class Case(unittest.TestCase):
    def runTest(self):
        pass


a, b = Key(), Key()
keys = weakref.WeakKeyDictionary()
keys[a] = 1
print keys.has_key(a), list(keys.iteritems())[0][1], list(keys.itervalues()), len(list(keys.iterkeys()))
print type(keys.items()), type(keys.keys()), keys.values(), len(list(keys.iterkeyrefs()))
values = weakref.WeakValueDictionary()
values['k'] = b
print values.has_key('k'), list(values.iterkeys()), values.items()[0][0], values.keys(), len(values.values())
print len(list(values.itervalues())), len(values.valuerefs()), len(list(values.itervaluerefs())), [k for k, v in values.iteritems()]

m = Mapping()
m['a'] = 1
print m.items(), m.keys(), m.values(), list(m.iteritems()), list(m.iterkeys()), list(m.itervalues()), m.get('z'), 'a' in m
print m == {'a': 1}, m.setdefault('b', 2), sorted(m.items()), m.pop('a'), m.popitem(), m.items()

case = Case()
case.assertDictContainsSubset({'a': 1}, {'a': 1, 'b': 2})
try:
    case.assertDictContainsSubset({'a': 1, 'c': 3}, {'a': 2})
except AssertionError, e:
    print e

u = uuid.UUID('12345678123456781234567812345678')
print u.get_hex(), u.get_urn(), u.get_version(), u.get_node(), u.get_fields(), u.get_time(), u.get_bytes() == u.bytes
print inspect.ArgSpec([1], None, None, None), inspect.getargspec(lambda a, b=1, *c, **d: 0)
print inspect.formatargspec(['a', 'b', ['c', 'd']], 'e', 'f', (1,)), inspect.formatargspec(['a'], formatarg=lambda a: a.upper())
print len(platform.dist()), len(platform.linux_distribution(full_distribution_name=0)), platform.popen('echo hi').read(),
