"""Generator expressions that set, frozenset, min and max use up: hot first, then with everything else."""
import builtins


def sets(n):
    return len(set(i % 7 for i in range(n))), frozenset(i * i for i in range(n) if i % 2), set(c for c in 'abca') == {'a', 'b', 'c'}


def extremes(xs):
    return min(x * 2 for x in xs), max(x - 1 for x in xs), max((x, -x) for x in xs)


class K:
    made = []

    def __init__(self, v):
        self.v = v

    def __hash__(self):
        K.made.append(('hash', self.v))
        return 1

    def __eq__(self, other):
        K.made.append(('eq', self.v, other.v))
        return self.v == other.v

    def __lt__(self, other):
        K.made.append(('lt', self.v, other.v))
        return self.v < other.v

    def __repr__(self):
        return 'K%d' % self.v


def noted(v):
    K.made.append(('item', v))
    return K(v)


for turn in range(300):
    sets(10), extremes([3, 1, 2])
print(sets(12), extremes([3, 1, 2]), extremes([1.5, 2]), extremes([True, 2]), extremes([10 ** 20, 1]))
print(set(noted(v) for v in (1, 2, 1)), K.made)
K.made.clear()
print(min(noted(v) for v in (2, 1, 3)), max(noted(v) for v in (2, 3, 1)), K.made)
print(max(s for s in ('b', 'abc', 'ca')), min(s for s in ('b', 'abc', 'ca')), max(x for x in (1, 1.0, True)), min(x for x in (1.0, 1, True)))
for bad in (
    lambda: min(x for x in ()),
    lambda: max(x for x in []),
    lambda: set([x] for x in (1, 2)),
    lambda: max(x for x in (1, 'a')),
    lambda: frozenset(1 // x for x in (1, 0)),
    lambda: set(next(iter(())) for x in (1,)),
    lambda: max(x for x in 5),
):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
real = builtins.set, builtins.max
builtins.set = lambda g: ('set', list(g))
builtins.max = lambda g: ('max', list(g))
print(set(i for i in range(3)), max(i for i in range(3)))
builtins.set, builtins.max = real
print(set(i for i in range(3)), max(i for i in range(3)))
min = lambda g: sorted(g)
print(min(-i for i in range(3)))
