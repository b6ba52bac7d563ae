"""min and max of ints, and enumerations that start elsewhere: hot first, then with everything else."""
import builtins
def lo(a, b): return min(a, b), max(a, b), min(a, 3), max(0, a), min(a, b, 2), max(a, b, 2)
def pairs(xs):
    return [(i, x) for i, x in enumerate(xs, start=1)], [(i, x) for i, x in enumerate(xs, start=-3)]
class N:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < (o.v if isinstance(o, N) else o)
    def __gt__(self, o): return self.v > (o.v if isinstance(o, N) else o)
    def __repr__(self): return 'N%s' % self.v
def loop(xs):
    r = 0
    for i, x in enumerate(xs, start=10):
        r += i * x
    return r
for i in range(400): lo(i, 7), lo(7, i), pairs([1, 2]), loop([1, 2])
for a, b in ((1, 2), (2, 1), (1, 1.0), (1.0, 1), (True, 1), (1, True), (10 ** 20, 3), (-0.0, 0), (0, -0.0), (2.5, 1), (N(1), N(5)), (N(5), 1), (float('nan'), 1), (1, float('nan'))):
    print(lo(a, b))
print(pairs('ab'), loop([1.5, 2]))
for bad in (lambda: lo('a', 1), lambda: min(1, None), lambda: loop(5), lambda: pairs(None)):
    try: print(bad())
    except TypeError as e: print(e)
real = builtins.min, builtins.enumerate
builtins.min = lambda *a: ('min', a)
builtins.enumerate = lambda xs, start=0: [(start, 'e')]
print(lo(1, 2), pairs([1]))
builtins.min, builtins.enumerate = real
max = lambda *a: 'max'
print(lo(1, 2), pairs([5]))
