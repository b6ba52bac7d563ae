# pymp: python=2,3
"""Operations that call a method that does the same operation again, without a call in the text."""
from __future__ import print_function

import sys


class Shown(object):
    def __repr__(self):
        return '%r' % (self,)


class Text(object):
    def __str__(self):
        return 'text %s' % self


class Equal(object):
    def __eq__(self, other):
        return self == other


class Listed(object):
    def __eq__(self, other):
        return [self] == [other]


class Less(object):
    def __lt__(self, other):
        return not (self >= other)

    def __ge__(self, other):
        return not self < other


class Loops(object):
    @property
    def x(self):
        return self.x

    @property
    def first(self):
        return self.second + 1

    @property
    def second(self):
        return self.first - 1

    @property
    def stored(self):
        return 1

    @stored.setter
    def stored(self, value):
        self.stored = value


class Missing(object):
    def __getattr__(self, name):
        return self.other


class Always(object):
    def __getattribute__(self, name):
        return self.other


class Setting(object):
    def __setattr__(self, name, value):
        self.name = value


class Deleting(object):
    def __delattr__(self, name):
        del self.name


class Descriptor(object):
    def __get__(self, instance, owner):
        return instance.value


class Owner(object):
    value = Descriptor()


class Number(object):
    def __add__(self, other):
        return self + other

    def __iadd__(self, other):
        self += other
        return self

    def __neg__(self):
        return -self

    def __len__(self):
        return 1 if self else 0

    def __getitem__(self, index):
        return self[index]

    def __contains__(self, item):
        return item in self

    def __call__(self):
        return self()


def assign(target):
    target.stored = 1


def delete(target):
    del target.x


def add(target):
    target += 1


ATTEMPTS = [
    ('repr', lambda: repr(Shown())), ('list', lambda: repr([Shown()])), ('format', lambda: '%s' % Text()),
    ('eq', lambda: Equal() == 1), ('in', lambda: 1 in [Equal()]), ('items', lambda: Listed() == 1),
    ('lt', lambda: Less() < 1), ('sort', lambda: sorted([Less(), Less()])), ('property', lambda: Loops().x),
    ('two', lambda: Loops().first), ('setter', lambda: assign(Loops())), ('getattr', lambda: Missing().x),
    ('getattribute', lambda: Always().x), ('setattr', lambda: assign(Setting())),
    ('delattr', lambda: delete(Deleting())), ('get', lambda: Owner().value), ('add', lambda: Number() + 1),
    ('iadd', lambda: add(Number())), ('neg', lambda: -Number()), ('len', lambda: len(Number())),
    ('bool', lambda: not Number()), ('getitem', lambda: Number()[0]), ('contains', lambda: 1 in Number()),
    ('call', lambda: Number()()),
]
Runaway = RuntimeError if sys.version_info[0] == 2 else RecursionError


def depth(n):
    return n if n == 0 else 1 + depth(n - 1)


for limit in (200, 1000):
    sys.setrecursionlimit(limit)
    for name, attempt in ATTEMPTS:
        try:
            print(name, attempt())
        except Runaway as error:
            print(name, type(error).__name__, str(error)[:32])
        assert depth(100) == 100


class Fine(object):
    """What these methods are mostly like."""

    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return self.value == other.value

    def __repr__(self):
        return 'Fine(%r)' % self.value

    def __bool__(self):
        return self.value != 0

    __nonzero__ = __bool__

    def __iter__(self):
        return self

    def __next__(self):
        self.value -= 1
        if not self:
            raise StopIteration
        return self.value

    next = __next__

    @property
    def double(self):
        return self.value * 2

    @property
    def fourfold(self):
        return self.double * 2


fine = Fine(4)
print(fine == Fine(4), [fine], fine.fourfold, list(fine), bool(fine))
