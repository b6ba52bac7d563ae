"""Dicts of tuples with random histories, and with keys that equal tuples or are none."""
import random

r = random.Random(4)


class Mine(tuple):
    pass


class Odd:
    def __init__(self, v):
        self.v = v

    def __eq__(self, other):
        return isinstance(other, Odd) and self.v == other.v

    def __hash__(self):
        return hash(self.v)

    def __repr__(self):
        return f'Odd({self.v})'


def key():
    k = r.random()
    if k < 0.6:
        return r.randrange(-2, 6), r.randrange(5)
    if k < 0.8:
        return r.randrange(9), (r.randrange(9), 1.5), -1
    if k < 0.84:
        return r.choice([(), (1,), (1.0, 2), (True, 2), (1, 2), (2.0, 3), ((),)])
    if k < 0.844:
        return r.choice([Mine((1, 2)), frozenset([1]), 5, 2.5, 10**30, False])
    if k < 0.85:
        return Odd((1, 2)) if r.random() < 0.5 else (Odd(1), 2)
    return r.randrange(40), r.randrange(40)


pool = [{} for _ in range(5)]
for step in range(700):
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
