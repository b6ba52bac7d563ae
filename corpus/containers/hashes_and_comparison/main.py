"""Hashes of numbers and tuples, keys that are equal across types, comparison of sequences that changes kind under way."""
import random
from decimal import Decimal
from fractions import Fraction

pick = random.Random(5)
FLOATS = [0.1, 0.5, -0.5, 1e300, -1e300, 5e-324, -5e-324, 1.5, 2.5e10, 1e22, -1e22, 2.0 ** 61, -2.0 ** 61, 2.0 ** -61, -2.0 ** -60, 0.0, -0.0,
          float('inf'), float('-inf'), 2.0 ** 1000, 2.0 ** 62 - 1]
print([hash(x) for x in FLOATS])
print([hash(pick.uniform(-1, 1) * 2.0 ** pick.randrange(-1060, 1020)) for _ in range(200)])
for _ in range(60):
    t = tuple(pick.choice([pick.randrange(-2 ** 70, 2 ** 70), pick.random(), pick.randrange(-5, 5), True, -1, -1.0, 2 ** 61 - 1, ()]) for _ in range(pick.randrange(6)))
    print(hash(t), end=' ')
print()

pairs = {(-1,): 1, (0.5, 2): 2, (1, (2.0, True)): 3}
print(pairs[(-1.0,)], pairs[(Fraction(1, 2), 2.0)], pairs[(Decimal('0.5'), 2)], pairs[(1.0, (2, 1))], pairs.get((0.25,)))
mixed = {0.5: 1, Decimal('0.25'): 2, Fraction(1, 8): 3, 1e300: 4, complex(0, 1): 5}
print(mixed[Fraction(1, 2)], mixed[0.25], mixed[0.125], mixed[Decimal(1e300)], mixed[int(1e300)], 0.3 in mixed, complex(0.5, 0) in mixed, mixed[1j])
steps = {}
for i in range(3000):
    steps[i / 8] = i
print(len(steps), steps[2], steps[1.5], 374.875 in steps, 375.0 in steps, sum(steps[k / 8] for k in range(0, 3000, 7)))
for i in range(0, 3000, 2):
    del steps[i / 8]
print(len(steps), 0.125 in steps, 0.25 in steps, list(steps)[:4])

nan = float('nan')
print((nan,) == (nan,), [nan] == [nan], (nan,) < (nan,), (1, nan) <= (1, nan), (1, nan) != (1, nan), nan in [nan], {nan: 1}[nan])
print((True, 2) < (1, 3), ('a', 1) >= ('a', 1), ((1, 2), 3) < ((1, 2), 4), (1, 2) < (1, 2, 3), (1, 2) == (1.0, 2), [1, 2] == (1, 2), () < (0,))
for a, b in [((1, 'a'), (1, 2)), ([1, None], [1, 2]), ((1, 2j), (1, 3j)), ((1,), [1])]:
    try:
        print(a < b)
    except TypeError as error:
        print(error)


class Odd:
    def __init__(self, v):
        self.v = v

    def __eq__(self, other):
        log.append(('eq', self.v))
        return isinstance(other, Odd) and self.v == other.v

    def __lt__(self, other):
        log.append(('lt', self.v))
        return 'less'

    __hash__ = None


class Tuple(tuple):
    def __lt__(self, other):
        log.append('Tuple.lt')
        return True


log = []
for _ in range(3):
    print((1, Odd(2)) < (1, Odd(3)), (Odd(1), 5) == (Odd(1), 5), Tuple((1,)) < (0,), (0,) > Tuple((1,)), max((1, 2), Tuple((0,))), log)
    log.clear()

grow = [1, 2, 3]


class Grower:
    def __eq__(self, other):
        grow.append(0) if len(grow) < 6 else grow.clear()
        return True


print([Grower(), Grower(), Grower()] == grow, grow, [Grower()] * 2 == grow)
ordered = [(i % 3, 'x%d' % (i % 5)) for i in range(30)]
ordered += [(1, 'x2', i) for i in range(3)] + [(True, 'a'), (1.0, 'b')]
print(sorted(ordered), max(ordered), min(ordered), sorted(ordered, reverse=True)[0])
ordered.append((1, None))
try:
    sorted(ordered)
except TypeError as error:
    print(error)
d = {}
for i in range(3000):
    k = b'k%d' % (i % 50); d[k] = d.get(k, 0) + i
print(len(d), d[b'k7'], d[memoryview(b'k7')], b'k7' in d, bytearray(b'k7') == b'k7', hash(b'k7') == hash(memoryview(b'k7')), {(b'a', 1): 2}[(b'a', 1.0)], b'a' == 'a', b'' == b'', b'a' < b'b')
class B(bytes):
    def __eq__(self, o): return True
    def __hash__(self): return 1
class C(bytes): pass
print(B(b'x') == b'y', b'y' in [B(b'x')], C(b'x') in {b'x': 1}, {C(b'q'): 5}[b'q'], hash(C(b'x')) == hash(b'x'), [b'a', b'b'].index(b'b'), (b'a', b'c') < (b'b',), len({b'a', b'a', C(b'a')}))
try: {bytearray(b'x'): 1}
except TypeError as e: print(e)
