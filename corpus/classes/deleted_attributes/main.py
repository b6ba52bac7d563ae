"""Attributes that are deleted from objects: what is left, in which order it comes again, and what the class has meanwhile."""
from __future__ import print_function
import copy
import pickle


class Item(object):
    kind = "class"

    def __init__(self, a, b, c):
        self.a = a
        self.b = b
        self.c = c

    def drop(self):
        del self.b

    def total(self):
        return self.a + self.c


class Child(Item):
    def b2(self):
        return self.b


def show(o):
    print(list(o.__dict__.items()) if PY3 else sorted(o.__dict__.items()), hasattr(o, "b"), getattr(o, "b", "none"), len(vars(o)))


import sys
PY3 = sys.version_info[0] == 3


def attempt(f, *args):
    try:
        print("gives", f(*args))
    except Exception as error:
        print(type(error).__name__, error)


def write(o, value):
    o.b = value


def read(o):
    return o.b


def bump(o):
    o.a += 1


items = [Item(i, i + 1, i + 2) for i in range(300)]
for item in items:
    assert read(item) == item.a + 1
    write(item, item.a + 1)
    item.drop()
    assert not hasattr(item, "b")
    bump(item)
o = items[7]
show(o)
attempt(read, o)
attempt(o.drop)
attempt(delattr, o, "nothing")
write(o, "again")
show(o)
write(o, "twice")
bump(o)
show(o)
for name in ("a", "c", "b"):
    delattr(o, name)
    show(o)
o.c = 1
o.new = 2
o.a = 3
show(o)
o.kind = "own"
print(o.kind)
del o.kind
print(o.kind)
o.total = lambda: "own total"
print(o.total())
del o.total
print(o.total())

# What the class gets after the attribute went is seen through the object, and gone again with the class's.
x = Child(1, 2, 3)
x.drop()
Item.b = "of the class"
print(read(x), x.b2(), x.b)
show(x)
write(x, "own again")
print(read(x))
del x.b
print(read(x))
del Item.b
attempt(read, x)
Item.b = property(lambda self: "computed %d" % self.a, lambda self, value: print("set", value))
print(read(x))
write(x, 5)
del Item.b
attempt(read, x)
Child.b = lambda self: "method %d" % self.a
print(x.b())
del Child.b
attempt(lambda: x.b())
Child.__getattr__ = lambda self, name: "made up " + name
print(read(x))
del Child.__getattr__
attempt(read, x)


class Watch(Item):
    def __setattr__(self, name, value):
        print("setattr", name)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print("delattr", name)
        object.__delattr__(self, name)


w = Watch(1, 2, 3)
del w.b
show(w)
w.b = 4
show(w)
x.__class__ = Watch
x.b = 3
show(x)

# Copies and pickles have what is there, in order.
y = Item(1, 2, 3)
del y.a
for z in (copy.copy(y), copy.deepcopy(y), pickle.loads(pickle.dumps(y, 2))):
    show(z)
    z.a = 0
    show(z)
    bump(z)
show(y)
y.__dict__["a"] = "by dict"
show(y)
del y.__dict__["c"]
y.c = 1
show(y)
y.__dict__.clear()
show(y)
y.b = 1
y.a = 1
show(y)
y.__dict__ = {"q": 1, "b": 2}
del y.q
y.q = 3
show(y)


class Floats(object):
    def __init__(self):
        self.x = 1.5
        self.y = 2.5


f = Floats()
for i in range(300):
    f.x += 0.5
del f.x
print(list(f.__dict__.items()))
f.x = 1
f.y = 3.5
print(list(f.__dict__.items()) if PY3 else sorted(f.__dict__.items()))


def hot(n):
    o = Item(0, 1, 2)
    del o.b
    for i in range(n):
        o.a += i
        o.c = i
    o.b = "end"
    return list(o.__dict__.items()) if PY3 else sorted(o.__dict__.items())


print(hot(5000))
if PY3:
    for key in y.__dict__:
        print(key)
    try:
        for key in y.__dict__:
            del y.q
            y.r = 1
            y.s = 1
    except RuntimeError as error:
        print(error)
