"""`o.__class__` for all kinds of objects, in code that has seen many of one kind before it meets another."""
from __future__ import print_function


class Plain(object):
    pass


class Other(object):
    pass


class Pretends(object):
    @property
    def __class__(self):
        return dict


class Computes(object):
    def __getattribute__(self, name):
        return "computed " + name


class Slots(object):
    __slots__ = ("x",)


class Words(list):
    pass


class Meta(type):
    pass


Made = Meta("Made", (object,), {})


class Deleted(object):
    def __init__(self):
        self.x = self.y = 1
        del self.x


def class_of(o):
    return o.__class__


def name_of(o):
    return o.__class__.__name__


def same(a, b):
    return a.__class__ is b.__class__


for i in range(3000):
    p = Plain()
    assert class_of(p) is Plain and same(p, Plain()) and name_of(p) == "Plain"

others = [
    Other(), Pretends(), Slots(), Words(), Made(), Made, Plain, Deleted(), 1, 2.5, None, True, "s", (), [], {}, set(), class_of, len,
    iter([]), (i for i in ()), ValueError("v"), KeyError, range, 10**30, 1j, b"b"[:1], NotImplemented, super(Plain, p),
]
for o in others:
    print(class_of(o).__name__, class_of(o) is type(o), isinstance(o, class_of(o)))
print(class_of(Computes()))
p = Plain()
p.__class__ = Other
print(class_of(p) is Other, type(p) is Other, same(p, Other()))
try:
    p.__class__ = 3
except TypeError as error:
    print("TypeError")
d = Deleted()
print(same(d, Deleted()), name_of(d))
print(Pretends().__class__ is dict, isinstance(Pretends(), dict), isinstance(Pretends(), Pretends))
p = Plain()
