"""Sets of small ints, around the bounds up to which each has a bit: what is in them, through every way of changing them."""
from __future__ import print_function
import random

r = random.Random(11)
RANGE = range(-40, 72)


def check(s):
    shown = list(s)
    found = [k for k in RANGE if k in s]
    assert sorted(shown) == sorted(set(shown)) and sorted(found) == sorted(k for k in shown if k in RANGE), (shown, found)
    return sum(found), len(found)


def key():
    return r.choice([-33, -32, -31, -1, 0, 1, 31, 32, 33, 63, 64, 65, r.randrange(-40, 72), r.randrange(10 ** 6)])


sets = [set() for _ in range(4)]
for step in range(1500):
    i = r.randrange(4)
    s, t = sets[i], sets[r.randrange(4)]
    op = r.randrange(16)
    if op < 4: s.add(key())
    elif op < 6: s.discard(key())
    elif op == 6 and s: s.remove(min(s))
    elif op == 7 and s: s.pop()
    elif op == 8: sets[i] = s | t
    elif op == 9: sets[i] = s & t
    elif op == 10: s ^= set([key(), key()])
    elif op == 11: sets[i] = t.copy()
    elif op == 12: s.update(t)
    elif op == 13: s -= set([key()])
    elif op == 14 and r.random() < .2: s.clear()
    elif op == 15: sets[i] = set(range(r.randrange(-40, 0), r.randrange(40)))
    if len(s) > 400: s.clear()
    total = check(sets[i])
    if step % 100 == 0: print(step, total)

s = set([1, 2, 3])
print(True in s, 1.0 in s, -1 in s, 2.5 in s, '1' in s, None in s, 10 ** 30 in s)
s.remove(True)
print(1 in s, sorted(s))
s.add('x')
print(2 in s, 1 in s, 'x' in s)


def tried(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)


tried(lambda: s.remove(99)); tried(lambda: s.remove('y')); tried(lambda: s.discard('y'))
tried(lambda: s.remove([])); tried(lambda: s.discard([])); tried(lambda: s.remove(set([2])))
tried(lambda: set.remove(s, 2)); tried(lambda: set.discard(s, 'x')); tried(lambda: s)


class Loud(set):
    def remove(self, k): return 'loud', k
    def __contains__(self, k): return k == 77


loud = Loud([5])
print(loud.remove(5), 5 in loud, 77 in loud, set.remove(loud, 5), len(loud))
