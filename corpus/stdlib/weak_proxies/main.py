# pymp: python=2,3
"""What a proxy gives on to its object, and what there can be no weak reference to."""
from __future__ import print_function
import collections, itertools, re, sys, weakref


def attempt(text):
    try:
        return eval(text)
    except Exception as error:
        return '%s: %s' % (type(error).__name__, error)


class Number(object):
    def __init__(self):
        self.own = 1

    def __div__(self, other):
        return ('div', other)

    def __rdiv__(self, other):
        return ('rdiv', other)

    def __idiv__(self, other):
        return ('idiv', other)

    def __truediv__(self, other):
        return ('truediv', other)

    def __itruediv__(self, other):
        return ('itruediv', other)

    def __int__(self):
        return 5

    def __long__(self):
        return 10 ** 20

    def __unicode__(self):
        return u'as unicode'

    def __str__(self):
        return 'as str'

    def __getslice__(self, start, stop):
        return ('slice', start, stop)

    def __setslice__(self, start, stop, value):
        print('set', start, stop, value)

    def __delslice__(self, start, stop):
        print('del', start, stop)

    def __getitem__(self, key):
        return ('item', key)

    def __setitem__(self, key, value):
        print('set item', key, value)

    def __delitem__(self, key):
        print('del item', key)


class Callable(Number):
    def __call__(self):
        return 'called'


number, called = Number(), Callable()
p, c = weakref.proxy(number), weakref.proxy(called)
for text in 'p / 2;int(p);str(p);p[1:2];p[1];p[:];p[3:];p[1:2:3];dir(p) == dir(number);isinstance(p, Number);c();dir(c) == dir(called)'.split(';'):
    print(text, attempt(text))
if sys.version_info[0] == 2:
    for text in '2 / p;long(p);unicode(p);unicode(c);u"%s" % p'.split(';'):
        print(text, attempt(text))
p[1:2] = 3
p[:] = 4
p[0] = 5
del p[1:2]
del p[0]
p /= 2
print(p)


class Pretends(object):
    @property
    def __class__(self):
        return Number


class Classless(object):
    __slots__ = ('__class__', '__dict__')

    def __init__(self):
        self.own = 1


print(dir(Pretends()) == dir(Number), 'own' in dir(number), dir(Classless()))


class Old:
    def method(self):
        pass


class New(object):
    def method(self):
        pass

    @classmethod
    def of_class(cls):
        pass


things = [New().method, Old().method, New.of_class, New.method, re.compile('a'), set(), frozenset(), collections.deque(), Old(), Old, sys.stdout]
for thing in things:
    print(weakref.ref(thing)() == thing)
refused = [New.__dict__['of_class'], collections.defaultdict(int), itertools.count(), 1, 'text', [], {}, None, object()]
for thing in refused + ([len, sys, memoryview(b'a')] if sys.version_info[0] == 2 else []):
    try:
        print(weakref.ref(thing))
    except TypeError as error:
        print(error)

r = weakref.ref(number)
for arguments in ((), (number,), (number, None), (0, 0, 0)):
    try:
        print(r.__init__(*arguments))
    except TypeError as error:
        print(error)
if sys.version_info[0] == 2:
    print(weakref.ReferenceError is ReferenceError, sorted(weakref.__all__))
