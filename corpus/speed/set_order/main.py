"""Sets of ints that lose and get members: the order in which they show is CPython's."""
import random

random.seed(11)
for size in (5, 20, 300):
    s = set()
    shown = []
    for step in range(size * 30):
        v = random.choice([random.randrange(-size, size), random.randrange(2 ** 40), -random.randrange(2 ** 33), 2.5 * random.randrange(5)])
        op = random.randrange(5)
        if op < 2:
            s.add(v)
        elif op == 2:
            s.discard(v)
        elif op == 3 and s:
            s.remove(random.choice(list(s)))
        elif s and step % 50 == 0:
            shown.append(s.pop())
        if step % (size * 5) == 0:
            shown.append(list(s)[:20])
    print(shown, sorted(s)[:5], len(s))
d = {i: i for i in range(10)}
for i in range(0, 10, 3):
    del d[i]
d[True] = 't'
d[1.0] = 'f'
print(d, d.pop(1), d.popitem(), d.pop(5.0), d, next(iter(d)))
s = {1, 2, 3}
print(s.pop(), s, 1.0 in s, True in s)
s.add(True)
s.discard(1)
print(s)
