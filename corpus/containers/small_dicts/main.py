# pymp: python=3
"""Dicts of a few str keys: displays that share their keys, what makes such a dict another kind, iterators over it while it changes."""
import copy
import json
import pickle
import random
from multiprocessing import Pool


def point(x):
    return {"x": x, "y": [x], "z": None}


def displays():
    a, b = point(1), point(2)
    a["q"] = 9
    del a["x"]
    print(a, b, point(3))
    a["x"] = 1
    print(a, list(reversed(a)), len(a), list(b.values()))
    print(a.pop("y"), a.pop("no", 5), a, b.popitem(), b)
    print({"a": 1, "a": 2}, {"x": 1, **{"y": 2}}, {**point(4), "x": 5})
    eight = {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6, "g": 7, "h": 8}
    eight["a"] = eight["i"] = 9
    print(eight, {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6, "g": 7, "h": 8, "i": 9})


class Text(str):
    pass


class LikeA:
    def __hash__(self):
        return hash("a")

    def __eq__(self, other):
        return other == "a"


def other_keys():
    d = {"a": 1, "b": 2}
    print(d[Text("a")], Text("c") in d, d[LikeA()], LikeA() in {"b": 1}, 1 in d, None in d, (1,) in d)
    d = {"a": 1}
    d[Text("n")] = 5
    d[LikeA()] = 6
    print(d, [type(k).__name__ for k in d])
    for key in (1, 2.0, None, (1, 2), True):
        d = {"a": 1, "b": 2}
        d[key] = "new"
        e = {key: 1}
        e["a"] = 2
        print(d, e, d[key], d["b"], e["a"], len(d))
    for attempt in (lambda: {"a": 1}[[]], lambda: [] in {"a": 1}, lambda: {"a": 1}["b"], lambda: {"a": 1}.pop("b")):
        try:
            attempt()
        except (TypeError, KeyError) as error:
            print(type(error).__name__, error)


def iterators():
    d = {"a": 1, "b": 2, "c": 3}
    it = iter(d)
    next(it)
    d["a"] = 5
    del d["b"]
    d["b"] = 2
    print(list(it))
    for change in (lambda d: d.update(new=1), lambda d: d.pop("a")):
        d = {"a": 1, "b": 2}
        try:
            for _ in d:
                change(d)
        except RuntimeError as error:
            print(error, d)
    d = {"a": 1, "b": 2, "c": 3}
    it = iter(d.items())
    print(next(it), it.__length_hint__(), LikeA() in d, list(it))
    print(d.keys() & {"a"}, d.items() ^ {("a", 1), ("b", 2)}, d == {"c": 3, "b": 2, "a": 1}, d.keys() == {"a", "b", "c"})


def asked_often():
    d = {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6}
    seen = []
    for key, value in d.items():
        seen.append((key, value, sum(d[key] for _ in range(40)), sum(name in d for name in "az" * 20)))
    print(seen, d, list(reversed(d)), d.popitem())


def keywords(**names):
    names["more"] = len(names)
    return names


def copies():
    d = {"a": 1, "b": {"c": [1, 2]}}
    c, deep = d.copy(), copy.deepcopy(d)
    c["a"] = deep["a"] = 2
    del c["b"]
    d["e"] = 3
    print(d, c, deep, dict(d), d | {"f": 1}, keywords(a=1, b=2), keywords(**c))
    print(pickle.loads(pickle.dumps(d)), json.loads(json.dumps(d)), json.dumps({"b": 1, "a": {"é": 1, "d": 2}, "A": 3}, sort_keys=True))
    d.clear()
    d["z"] = 1
    print(d, d.setdefault("z", 2), d.setdefault("y", 3), d.get("x"), d)


def history(seed):
    """The same steps on a dict and on a list of pairs."""
    rng = random.Random(seed)
    d, pairs = {}, []
    for _ in range(400):
        key = "k%d" % rng.randrange(rng.choice((6, 12)))
        found = [i for i, pair in enumerate(pairs) if pair[0] == key]
        if rng.random() < 0.6:
            d[key] = value = rng.randrange(100)
            if found:
                pairs[found[0]] = (key, value)
            else:
                pairs.append((key, value))
        else:
            assert (key in d) == bool(found)
            d.pop(key, None)
            for i in found:
                del pairs[i]
        assert list(d.items()) == pairs and len(d) == len(pairs) and list(reversed(d)) == [k for k, _ in pairs][::-1]
    return sum(d.values())


def records(n):
    return [{"id": i, "name": "n%d" % i, "tags": {"odd": i % 2 == 1}} for i in range(n)]


if __name__ == "__main__":
    displays()
    other_keys()
    iterators()
    asked_often()
    copies()
    print([history(seed) for seed in range(20)])
    with Pool(2) as pool:
        got = pool.map(records, [3, 2])
    got[0][0]["id"] = "changed"
    print(got, records(1))
