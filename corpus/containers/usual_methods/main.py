"""Methods that have a form for their usual calls: wrong arguments, other receivers, subclasses."""
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
d = {1: 2}; s = {1}
t(lambda: d.get()); t(lambda: d.get(1, 2, 3)); t(lambda: d.get(5)); t(lambda: d.get(5, None)); t(lambda: d.get(key=1)); t(lambda: d.get([])); t(lambda: dict.get(1, 2)); t(lambda: dict.get([], 2))
t(lambda: d.setdefault()); t(lambda: d.setdefault(7)); t(lambda: d.setdefault(8, 9)); t(lambda: d.setdefault([], 1)); t(lambda: d.setdefault(1, 2, 3)); t(lambda: d)
t(lambda: s.add()); t(lambda: s.add(1, 2)); t(lambda: s.add([])); t(lambda: frozenset().add(1)); t(lambda: (s.add(3), s))
t(lambda: set.add([], 1))
class D(dict):
    def get(self, k, d=None): return ("own", super().get(k, d))
    def __getitem__(self, k): return 5
print(D(a=1).get("a"), D(a=1).get("b", 2), D().setdefault("q", 1))
from collections import defaultdict, OrderedDict, Counter
print(defaultdict(list).get(1), OrderedDict(a=1).get("a"), OrderedDict().setdefault("z", 3), Counter("aab").get("a"))
print(dict.get.__name__, dict.setdefault, set.add, {}.get.__name__)
print(list(map({1: "x"}.get, [1, 2])))
t(lambda: s.remove()); t(lambda: s.remove(1, 2)); t(lambda: s.discard()); t(lambda: s.discard(1, 2)); t(lambda: frozenset().remove(1))
print(set.remove.__name__, set.discard, set().remove.__name__)
