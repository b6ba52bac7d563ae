"""Generator expressions that builtins use up: hot first, then with everything that could tell a generator from a loop."""
import builtins
import random
import sys

POOL = [1, 2.5, True, 0.1, 1e16, -1e16, 2 ** 53, 2 ** 62, 2 ** 70, -3, False, 1e308]


def uses(xs):
    return (sum(x * 2 for x in xs), any(x > 3 for x in xs), all(x for x in xs if x), list(x for x in xs), tuple((x, y) for x in xs for y in (1, 2)),
            sorted(-x for x in xs), ','.join(str(x) for x in xs))


for _ in range(3000):
    uses([1, 2, 3])
print(uses([1, 2, 3]), uses([]), uses([2 ** 60, 1]), uses((True, 5)))
print(sum(x for x in [0.1] * 10), sum(x for x in [1, 0.1, 2 ** 70, True]), sum(x for x in [2 ** 53 - 1, 2, 3]), sum(i for i in [1e308, 1e308, -1e308]))


class Num:
    def __init__(self, v):
        self.v = v

    def __radd__(self, other):
        log.append(('radd', other, self.v))
        return other + self.v

    def __bool__(self):
        log.append(('bool', self.v))
        if self.v == 9:
            raise ValueError('no truth')
        return self.v > 1

    def __lt__(self, other):
        log.append('lt')
        return self.v < other.v


def make(v):
    log.append(('make', v))
    return Num(v)


log = []
print(sum(make(v) for v in (1, 2)), log)
log = []
print(any(make(v) for v in (0, 2, 3)), log)
log = []
print(all(make(v) for v in (2, 0, 3)), log)
log = []
print([n.v for n in sorted(make(v) for v in (3, 1, 2))], log)


def frames(run):
    try:
        run()
    except Exception as error:
        tb, names = error.__traceback__, []
        while tb:
            names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno - base))
            tb = tb.tb_next
        print(type(error).__name__, error, names)


base = sys._getframe().f_lineno
frames(lambda: sum(1 // x for x in (1, 0)))
frames(lambda: sum([x] for x in (1, 0)))
frames(lambda: ''.join(x for x in ('a', 1)))
frames(lambda: any(make(v) for v in (9,)))
frames(lambda: list(next(iter([])) for x in (1,)))
frames(lambda: sum(x for x in 5))
frames(lambda: sorted(x for x in (1, 'a')))


def recurse(n):
    return sum(recurse(n - 1) for _ in (1,)) if n else 1


print(recurse(50))
try:
    recurse(5000)
except RecursionError as error:
    print(error)


def scoped(x):
    total = sum(x for x in range(4))
    k = 3
    return total, x, list(x * k for x in range(2)), [f() for f in list((lambda: y) for y in range(2))]


print(scoped('kept'), sum(x * y for x in range(3) if x for y in range(x)), sum(sum(y for y in range(x)) for x in range(4)))


class Body:
    items = [1, 2]
    total = sum(x for x in items)


print(Body.total)
it = iter([1, 2, 3, 4])
print(any(x == 2 for x in it), next(it))

random.seed(3)
for _ in range(300):
    xs = [random.choice(POOL) for _ in range(random.randrange(1, 9))]
    a, b = sum(x for x in xs), sum(xs)
    if a != b or type(a) is not type(b):
        print('differs', xs, a, b)
builtins.sum = lambda g: type(g).__name__
print(uses([1])[0])
