"""Sets with random histories: what they show is CPython's order, step by step, whatever kinds of keys come and go."""
import random

r = random.Random(7)

def key():
    k = r.random()
    if k < .6: return r.randrange(-5, 40)
    if k < .75: return r.randrange(0, 1000) * 8
    if k < .8: return r.choice([-1, -2, 2**31, -2**31, -2**31+1, 2**31-1, 2**32, 2**40, -2**45, 2**53, 2**60, True, 0.0, 2.0, -1.0])
    if k < .82: return (r.randrange(3), 1)
    if k < .83: return 2.5
    if k < .835: return 10 ** 30
    return r.randrange(100000)
pool = [set() for _ in range(5)]
for step in range(1200):
    i = r.randrange(5); s = pool[i]; t = pool[r.randrange(5)]; op = r.randrange(24)
    if op < 7: s.add(key())
    elif op < 9: s.discard(key())
    elif op == 9:
        k = key(); print(k in s, 'a' in s, None in s)
    elif op == 10:
        if s: print('pop', s.pop())
    elif op == 11: pool[i] = s | t
    elif op == 12: pool[i] = s & t
    elif op == 13: pool[i] = s - t
    elif op == 14: pool[i] = s ^ t
    elif op == 15: s |= {key() for _ in range(r.randrange(30))}
    elif op == 16: s -= t if r.random() < .3 else {key()}
    elif op == 17: pool[i] = set(t)
    elif op == 18: print(s <= t, s == t, s.isdisjoint(t))
    elif op == 19: pool[i] = set(key() for _ in range(r.randrange(80)))
    elif op == 20:
        for x in list(s)[:3]: s.remove(x)
    elif op == 21: s.update([key(), key()], t)
    elif op == 22: s.intersection_update(t) if r.random() < .1 else s.symmetric_difference_update({key()})
    elif op == 23:
        if r.random() < .05: s.clear()
        f = frozenset(s); print(len(f), hash(f) if all(type(x) is int for x in f) else 0)
    if len(s) > 3000: s.clear()
    print(step, op, len(pool[i]), list(pool[i]) if len(pool[i]) < 60 else sum(hash(x) for x in pool[i]))
