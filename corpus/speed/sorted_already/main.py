# Sorting what stands in order already, and keys that objects of built-in classes compute.
from operator import attrgetter, itemgetter, methodcaller
from functools import partial


class Loud(object):
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print("asked", self.n, other.n)
        return self.n < other.n

    def __eq__(self, other):
        return isinstance(other, Loud) and self.n == other.n

    def __repr__(self):
        return "Loud(%d)" % self.n


nan = float("nan")
lists = [
    [(i, str(i)) for i in range(300)],
    [(1, "a"), (1, "b"), (1.0, "c"), (2,), (2, None), (3, "x"), (3, "x", 1)],
    [(1, "a"), (2, Loud(1)), (3, None)],
    [(1, Loud(1)), (1, Loud(2)), (1, Loud(3))],
    [(1, Loud(3)), (1, Loud(2)), (1, Loud(1))],
    [(0.5, 1), (nan, 1), (0.25, 1)],
    [(), (), (1,), (1, 1)],
    [(1, 1), (1,), ()],
    [("a", 1), (u"b", 2), ("c", 3)],
    [(True, 1), (1, 2), (2, 0)],
    [(2 ** 60, 1), (2 ** 61, 2)],
    [((1, 2), 3), ((1, 3), 1)],
    [(u"\U0001f600", 1), (u"\uffff", 2)],
    [(u"\uffff", 1), (u"\U0001f600", 2)],
    [(1,), [2], (3,)],
    [(1, 2), (1, "a")],
    [(1, "a"), (2, 2), (2, "b")],
]
for items in lists:
    for reverse in False, True:
        try:
            result = sorted(items, reverse=reverse)
            print(len(result), [str(item[1:]) for item in result[:8]])
        except TypeError as e:
            print("TypeError")

rows = [(i * 7919 % 101, "n%03d" % (i * 31 % 97)) for i in range(200)]


class Row(object):
    def __init__(self, a, b):
        self.a = a
        self.b = b

    def both(self, sign):
        return (sign * self.a, self.b)


objects = [Row(*row) for row in rows]
keys = [itemgetter(0), itemgetter(1, 0), lambda r: r, partial(max, (50, "")), itemgetter(-1)]
for key in keys:
    print([rows.index(r) for r in sorted(rows, key=key)][:12])
for key in attrgetter("a"), attrgetter("b", "a"), methodcaller("both", -1):
    print([objects.index(o) for o in sorted(objects, key=key, reverse=True)][:12])
for key in itemgetter(5), attrgetter("c"), 5, "text":
    try:
        sorted(rows, key=key)
    except Exception as e:
        print(type(e).__name__, e)


class Getter(object):
    def __call__(self, row):
        if row[0] == 50:
            Getter.__call__ = lambda self, row: -row[0]
        return row[0]


print(sorted(rows[:12], key=Getter())[:3], sorted(rows, key=Getter())[:3], sorted(rows, key=Getter())[:2])
