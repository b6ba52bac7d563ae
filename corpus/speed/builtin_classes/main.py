"""Built-in classes called all the time; containers of plain objects; then subclasses, patches and errors."""
import collections
import array


class P:
    def __init__(self, v): self.v = v


class S(set):
    def __init__(self, *args):
        super().__init__(*args)
        self.extra = len(self)


class L(list):
    def __new__(cls, *args):
        made.append(args)
        return super().__new__(cls)


class E(P):
    def __eq__(self, other): return True
    __hash__ = None


made = []


def go(n):
    out = None
    for i in range(n):
        out = [set(), set([1, i]), frozenset((1,)), list(), list((i, 2)), dict(), dict([(1, i)]), dict({1: 2}), bytearray(), bytearray(b'ab'),
               bytearray(3), collections.deque([1, 2], 1), collections.OrderedDict([(1, 2)]), collections.Counter('aab'),
               collections.defaultdict(int, {1: 2}), array.array('i', [1]), S([1, 2]).extra, L((1, 2)), L(), tuple([1]), str(5), bytes(2)]
    return out


for x in go(30):
    print(type(x).__name__, x)
print(len(made), made[-2:])
for bad in (lambda: set(1), lambda: set(1, 2), lambda: list(1, 2), lambda: list(5), lambda: dict(1), lambda: dict(1, 2), lambda: bytearray(-1),
            lambda: bytearray('x'), lambda: set([[]]), lambda: frozenset(1, 2), lambda: collections.deque(5), lambda: array.array('i', ['x'])):
    try:
        print(bad())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
ps = [P(i) for i in range(5)]
e = E(1)
for turn in range(200):
    found = [p in ps for p in ps[:2]] + [P(1) in ps, None in ps, ps.index(ps[3]), ps.count(ps[2])]
print(found, e in ps, ps[0] == e, ps[0] != e, (ps[0], 1) == (ps[0], 1), (P(1),) == (P(1),), [None] == [ps[0]], ps.index(e), ps.count(e))
ps.remove(ps[1])
print(len(ps), [p.v for p in ps])
P.__eq__ = lambda self, other: isinstance(other, P) and self.v == other.v
print(P(3) in ps, ps.index(P(4)), P(1) in ps, None in ps)
