# pymp: python=2
"""What Python 2's OrderedDict, Counter, views, dir() and small functions say and give."""
from collections import Counter, OrderedDict


def attempt(f, *args, **keywords):
    try:
        print repr(f(*args, **keywords))
    except Exception as error:
        print type(error).__name__, error


for name in ('pop popitem setdefault get update keys items values iteritems has_key copy fromkeys clear viewkeys '
             'itervalues __contains__ __reversed__ __iter__ __eq__').split():
    method = getattr(OrderedDict(), name)
    for args in ((), (1, 2, 3, 4)):
        attempt(lambda: method(*args) and None)
print Counter(a=0) == Counter(), Counter(a=1) != Counter(a=1), hasattr(Counter, 'total'), Counter(a=1) + Counter(a=2)

keys = {True: 1}.viewkeys()
print keys & set([1]), keys & frozenset([1]), keys & set([1, 2]), keys & [1], set([1]) & {True: 1}.viewkeys(), keys | [1]


class Named:
    def __getattr__(self, name):
        return 'got ' + name


class Lists:
    def __getattr__(self, name):
        return lambda *args: [name]


class Says:
    def __getattr__(self, name):
        print name,
        raise AttributeError


class Members(object):
    __members__ = ['one', 2]
    __methods__ = 'two'


for cls in (Named, Lists, Says):
    attempt(dir, cls())
print [name for name in dir(Members()) if 'o' in name and '_' not in name]

for number in (2 ** 31 - 1, 2 ** 31, 2 ** 63, -2 ** 31 - 1, -2 ** 63, -1, 1.5):
    attempt(unichr, number)
for text in ('a\tb\nc', u'a\tb\nc'):
    attempt(text.splitlines, 1)
    attempt(text.splitlines, 2 ** 40)
    attempt(text.splitlines, x=1)
    attempt(text.expandtabs, 2 ** 40)


class Long(object):
    def __len__(self):
        return 2 ** 70

    def __getitem__(self, i):
        raise KeyError(i)


attempt(map, None, Long())
attempt(map, str, Long())


def one(a, b=2):
    pass


one.__defaults__ = ()
attempt(one, 1, 2, 3)

import itertools
huge = 2 ** 300
for call in (lambda: [1].insert(huge, 1), lambda: [1].pop(-huge), lambda: itertools.islice([], huge),
             lambda: itertools.repeat(1, huge), lambda: bytearray('a').pop(huge), lambda: xrange(huge)):
    attempt(call)
