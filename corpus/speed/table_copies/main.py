# Copies and merges of dicts and sets: plain keys go straight from map to map, others keep their kind, and order stays.
class Key(object):
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 3

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n or self.n == other

    def __repr__(self):
        return "Key(%d)" % self.n


plain = {}
for i in range(50):
    plain["k%02d" % i] = i
odd = {1: "int", (1, 2): "tuple", 2.5: "float", None: "none", Key(7): "key", 2 ** 70: "big"}
one = {1: "one", "k00": "zero", 3: "three"}
true = {True: "yes", 0.0: "nil"}

for n in range(300):
    copy = dict(plain)
    copy.update(one)
    assert len(copy) == 52

for first in plain, odd, one, true, {}:
    for second in plain, odd, one, true, {}:
        merged = dict(first)
        merged.update(second)
        other = first.copy()
        for key in second:
            other[key] = second[key]
        assert merged == other and len(merged) == len(other)
        shown = [repr(key) + "=" + repr(merged[key]) for key in merged]
        if len(shown) < 20:
            print(sorted(shown))
        for key in list(merged):
            del merged[key]
        assert not merged and len(first) == len(dict(first))

merged = dict(one)
merged.update(true)
print(sorted(merged.items(), key=repr), merged[True], merged[1])
merged = dict(plain)
merged.update(merged)
before = list(merged)
merged["last"] = 1
merged.pop("k03")
merged.update({"k03": 3})
print([k for k in merged if k not in ("k01", "k02")] != before, len(merged), "k03" in merged)

words = set("w%d" % i for i in range(40))
more = set("w%d" % i for i in range(30, 60))
for n in range(300):
    assert len(words | more) == 60
mixed = words | set([1, 2.0, None, (1,), Key(4)])
mixed |= more
mixed.update([True, 4])
print(len(mixed), 1 in mixed, 2 in mixed, (1,) in mixed, 4 in mixed, Key(4) in mixed)
numbers = set(range(20))
it = iter(numbers)
next(it)
numbers &= set(range(5, 25))
print(sorted(numbers), sorted(words & more) == sorted("w%d" % i for i in range(30, 40)))
try:
    next(it)
except RuntimeError as e:
    print(e)
numbers |= numbers
numbers -= set([7])
print(numbers == set(range(5, 20)) - set([7]), len(numbers | words), len(words | numbers))


class Sub(dict):
    def __setitem__(self, key, value):
        print("set", key)
        dict.__setitem__(self, key, value)


sub = Sub(plain)
sub.update(one)
sub["x"] = 1
print(len(sub), dict(sub) == dict(plain, x=1, k00="zero", **{}) or sorted(k for k in sub if not isinstance(k, str)))
