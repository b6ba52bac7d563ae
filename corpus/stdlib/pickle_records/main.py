"""Dicts that come out of pickles one after another with the same keys, and what is done with them."""
# pymp: python=3
import copy
import json
import pickle
def rec(n, s=0): return {'key%d' % i: i + s for i in range(n)}
for n in (7, 8, 9, 33, 64, 65):
    data = pickle.dumps([rec(n, s) for s in range(5)])
    rows = pickle.loads(data)
    print(n, rows == [rec(n, s) for s in range(5)], [list(r)[-1] for r in rows], len(rows[4]))
    for r in rows:
        r['new'] = 1; r['key0'] = 'changed'; del r['key3']
    print([(list(r)[:4], list(r)[-2:], r['key0'], len(r), 'key3' in r, r.get('key3')) for r in rows][-1])
    rows = pickle.loads(data)
    a, b = rows[3], rows[4]
    print(a.popitem(), b.popitem(), len(a), len(b), a == b, sorted(a)[:2])
    for _ in range(30): a['key5']; b.get('nope')
    a.update(zz=1); print(list(a.items())[-2:], list(copy.deepcopy(a)) == list(a), a | {'q': 1} == b, json.dumps(b)[-20:])
    a.clear(); print(a, len(b), {**b}.keys() == b.keys(), b.setdefault('key1', 5), b.pop('key2'), list(reversed(b))[:2])
    it = iter(b); next(it)
    try:
        b['more'] = 1; next(it)
    except RuntimeError as e: print(e)
    for r in rows[:2]:
        for k in list(r): r[k] += 1
        for k in list(r): del r[k]
        r['x'] = 1
    print(rows[:2])
same = pickle.dumps([{i: i for i in range(12)} for _ in range(4)]); print(pickle.loads(same)[3] == {i: i for i in range(12)})
mixed = [{**rec(9), 5: s, 'z': 1} for s in range(4)]; print(pickle.loads(pickle.dumps(mixed)) == mixed)
# the same key twice, as other writers may have it
twice = b'\x80\x04}\x94(' + b''.join(b'\x8c\x01%cK%c' % (c, i) for i, c in enumerate(b'aabcdefghij')) + b'u.'
print([pickle.loads(twice) for _ in range(4)][3])
class D(dict): pass
subs = pickle.loads(pickle.dumps([D(rec(12)) for _ in range(4)])); print(type(subs[3]), subs[3] == rec(12))
import collections
o = [collections.OrderedDict(rec(12)) for _ in range(4)]; p = pickle.loads(pickle.dumps(o)); p[3].move_to_end('key0'); print(list(p[3])[-1], p[2] == o[2])
class O: pass
objs = []
for s in range(4):
    x = O(); x.__dict__.update(rec(12, s)); objs.append(x)
q = pickle.loads(pickle.dumps(objs)); print(q[3].key11, vars(q[3]) == rec(12, 3))
