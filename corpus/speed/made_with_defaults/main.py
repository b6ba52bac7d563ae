"""Instances made with arguments left out, beyond what is named, too many and too few; defaults and methods that change under way."""
from __future__ import print_function


class Node(object):
    def __init__(self, value, left=None, right=7):
        self.all = (value, left, right)


class Star(object):
    def __init__(self, first=0, *rest):
        self.all = (first, rest)


class New(object):
    def __new__(cls, a, b=1, *c):
        o = object.__new__(cls)
        o.made = (a, b, c)
        return o

    def __init__(self, a, b=2, *c):
        self.all = self.made + (a, b, c)


class Error(Exception):
    def __init__(self, a, b=3):
        self.all = (a, b, self.args)


class Many(object):
    def __init__(self, a, b=1, c=2, d=3, e=4, f=5, g=6, h=7, i=8, j=9):
        self.all = (a, b, c, d, e, f, g, h, i, j)


class Bad(object):
    def __init__(self, a=None):
        return a


def tried(f, *args):
    try:
        return f(*args).all
    except Exception as e:
        return type(e).__name__, str(e)[:70]


def each(cls):
    out = None
    for _ in range(30):
        out = [tried(cls, *range(n)) for n in range(12)]
    print(cls.__name__, out)


for cls in (Node, Star, New, Error, Many): each(cls)


def hot(n):
    total = 0
    for i in range(n):
        total += Node(i).all[2] + len(Node(i, 1).all) + Node(i, 1, 2).all[2] + len(Star(1, 2, 3).all[1]) + New(i).all[1]
    return total


print(hot(400))
Node.__init__.__defaults__ if hasattr(Node.__init__, '__defaults__') else None
init = Node.__dict__['__init__']
init.__defaults__ = (5, 6)
print(hot(400), Node(1).all, Node(1, 2).all)
init.__defaults__ = (8,)
print(tried(Node, 1), tried(Node, 1, 2))
init.__defaults__ = (1, 2, 3)
print(tried(Node), tried(Node, 9))
Node.__init__ = lambda self, value, *rest: setattr(self, 'all', (value, rest, 4))
print(hot(400), Node(1, 2, 3, 4, 5).all)
Star.__init__ = lambda self, *a: setattr(self, 'all', (0, a))
print(hot(400), Star().all)
del Node.__init__
try: print(hot(1))
except TypeError as e: print(type(e).__name__)
for _ in range(20): made = Bad()
for value in (None, 1):
    try: print(type(Bad(value)).__name__)
    except TypeError as e: print(e)


class Sub(Many):
    def __init__(self, *args): super(Sub, self).__init__(*args)


each(Sub)
