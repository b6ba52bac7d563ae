"""Dicts with random histories: whatever kinds of keys come and go, the order is that of insertion."""
import random

r = random.Random(11)


def key():
    k = r.random()
    if k < 0.7:
        return r.randrange(-5, 40)
    if k < 0.8:
        return r.randrange(0, 1000) * 64
    if k < 0.88:
        return r.choice([-1, -2, 2**31, -(2**31), -(2**31) + 1, 2**31 - 1, 2**32, 2**40, -(2**45), 2**53 - 1, 2**53, 2**60])
    if k < 0.883:
        return r.choice([True, False, 0.0, 2.0, -1.0, 2.5, None, 'a', 'b', (1, 2), 10**30])
    return r.randrange(100000)


pool = [{} for _ in range(5)]
for step in range(900):
    i = r.randrange(5)
    d, e = pool[i], pool[r.randrange(5)]
    op = r.randrange(22)
    if op < 7:
        d[key()] = step
    elif op < 9:
        print(d.pop(key(), 'none'))
    elif op == 9:
        k = key()
        print(k in d, d.get(k), 'a' in d, None in d, d.get('a'), d.get(3.0), d.get(True))
    elif op == 10 and d:
        print('popitem', d.popitem())
    elif op == 11:
        pool[i] = d | e
    elif op == 12:
        pool[i] = {k: v for k, v in d.items() if k in e}
    elif op == 13:
        d.update(e)
    elif op == 14:
        pool[i] = dict(e)
    elif op == 15:
        d |= {key(): n for n in range(r.randrange(30))}
    elif op == 16:
        for x in list(d)[:3]:
            del d[x]
    elif op == 17:
        print(d == e, d.keys() & e.keys() == e.keys() & d.keys(), list(reversed(d))[:5])
    elif op == 18:
        pool[i] = dict.fromkeys([key() for _ in range(r.randrange(60))], 0)
    elif op == 19:
        print(d.setdefault(key(), 'new'))
        try:
            for n, k in enumerate(d):
                if n == 2:
                    d[key()] = 1
        except RuntimeError as error:
            print(error)
        for n, k in enumerate(d):
            if n < 3:
                d[k] = -1
    elif op == 20:
        if r.random() < 0.1:
            d.clear()
        it = iter(d.items())
        print(next(it, None), it.__length_hint__(), len(d.values()))
        d.pop(next(iter(d), None), None)
        try:
            print(len(list(it)))
        except RuntimeError as error:
            print(error)
    elif op == 21:
        pool[i] = {**d, **e} if r.random() < 0.2 else d.copy()
    if len(d) > 2000:
        d.clear()
    d = pool[i]
    print(step, op, len(d), list(d.items()) if len(d) < 12 else (list(d)[:7], sum(map(hash, (k for k in d if type(k) is int)))), list(d.values())[-3:])
