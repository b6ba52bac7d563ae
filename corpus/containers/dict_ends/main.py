"""Both ends of dicts while keys come and go: work lists with popitem, the last key, caches; as many steps as a quadratic way would feel."""
from collections import OrderedDict


def work_list(make, n):
    todo = make(("k%d" % i, i) for i in range(n))
    total = 0
    step = 0
    while todo:
        key, value = todo.popitem()
        total += value
        step += 1
        if step % 3 and value > 1:
            todo["x%d" % step] = value // 2
            if step % 5 == 0:
                todo["y%d" % step] = value // 3
    return total, step


print(work_list(dict, 30000), work_list(OrderedDict, 30000))


def renamed(n):
    d = {"k%d" % i: i for i in range(n)}
    for i in range(3 * n):
        last = next(reversed(d))
        d["n%d" % i] = d.pop(last) + 1
        if i % 7 == 0:
            del d[next(iter(d))]
            d["m%d" % i] = 0
    return len(d), next(reversed(d)), next(iter(d)), sum(d.values())


print(renamed(10000))
for make in (lambda i: "k%d" % i, lambda i: i, lambda i: (i,), lambda i: i / 2):
    d = {make(i): i for i in range(6)}
    print(list(reversed(d)), list(reversed(d.values())), list(reversed(d.items())))
    del d[make(5)], d[make(2)]
    d[make(9)] = 9
    d[make(2)] = "again"
    print(list(reversed(d)), next(reversed(d)), d.popitem(), d.popitem(), list(reversed(d)))
    it = reversed(d)
    print(next(it), it.__length_hint__(), list(it), list(it))
    it = reversed(d)
    next(it)
    d["more"] = 1
    try:
        next(it)
    except RuntimeError as error:
        print(error)
    for key in reversed(d):
        d[key] = "same size"
    print(d, d.popitem())
    d.clear()
    print(list(reversed(d)))
    d["z"] = 1
    print(d.popitem(), d)
    try:
        d.popitem()
    except KeyError as error:
        print(error)

o = OrderedDict((k, ord(k)) for k in "abcde")
o.move_to_end("b")
print(o.popitem(), list(o), list(reversed(o)))
o.move_to_end("d", last=False)
print(list(o), o.popitem(last=False), o.popitem(), list(reversed(o)))
o["b"] = 1
o.move_to_end("a")
o["a"] = 2
print(list(reversed(o)), o.popitem(), o.popitem(last=False), o)
it = reversed(o)
o["q"] = 1
try:
    print(list(it))
except RuntimeError as error:
    print(error)


def cache(limit, asks):
    kept = OrderedDict()
    hits = 0
    for key in asks:
        if key in kept:
            hits += 1
            kept.move_to_end(key)
        else:
            kept[key] = True
            if len(kept) > limit:
                kept.popitem(last=False)
    return hits, next(iter(kept)), next(reversed(kept))


print(cache(500, [i * i % 1009 for i in range(20000)]))


class Deletes(dict):
    def __delitem__(self, key):
        print("del", key)
        dict.__delitem__(self, key)


s = Deletes(a=1, b=2)
print(s.popitem(), list(reversed(s)))
