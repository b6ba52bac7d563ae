# pymp: python=2,3
"""What a built-in type has as fields (property.fget, partial.func) in classes that have it among several bases."""
from __future__ import print_function
import functools


class Mixin(object):
    note = 'mixed'


class Kept(property, Mixin):
    def __init__(self, fget, name=None):
        super(Kept, self).__init__(fget)
        self.name_ = name or fget.__name__

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        if self.name_ not in obj.__dict__:
            obj.__dict__[self.name_] = self.fget(obj)
        return obj.__dict__[self.name_]

    def __set__(self, obj, value):
        obj.__dict__[self.name_] = value


class Plain(Mixin, property):
    pass


class Holder(object):
    made = 0

    @Kept
    def answer(self):
        Holder.made += 1
        return 42

    @Plain
    def other(self):
        return 1

    @other.setter
    def other(self, value):
        print('set', value)


h = Holder()
print(h.answer, h.answer, Holder.made, Holder.answer.fget.__name__, Holder.answer.fset, Holder.answer.fdel)
h.answer = 3
print(h.answer, h.other, Holder.other.note, Holder.other.fset.__name__)
h.other = 5
try:
    Holder.other.fget = len
except (AttributeError, TypeError) as e:
    print(type(e).__name__, e)


class Part(functools.partial, Mixin):
    pass


p = Part(int, base=2)
print(p.func, p.args, p.keywords, p('101'), p.note)


class Slotted(object):
    __slots__ = ('x', 'y')


class Both(Slotted, Mixin):
    __slots__ = ()


b = Both()
b.x = 1.5
print(b.x, Both.x.__objclass__.__name__)
try:
    b.y
except AttributeError as e:
    print(e)


class Number(complex, Mixin):
    pass


print(Number(1, 2).real, Number(1, 2).imag)
