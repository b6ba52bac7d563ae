# pymp: python=2,3
"""Tuples as keys: nested ones, long ones, named ones, with items whose hash is their own affair."""
from __future__ import print_function
from collections import namedtuple
P = namedtuple('P', 'x y')
class K:
    asked = 0
    def __init__(self, v): self.v = v
    def __hash__(self): K.asked += 1; return hash(self.v)
    def __eq__(self, other): return isinstance(other, K) and self.v == other.v
d = {}
inner = (1, 'a', P(2, 3), None, True, 2.5)
for key in [inner, (inner, inner), P(inner, 4), (P(inner, 4), 5), ((1, 'a', (2, 3), None, True, 2.5), inner)]:
    d[key] = len(d)
    assert d[key] == d[tuple(key)] and hash(key) == hash(tuple(key))
print(sorted(d.values()), (P(1, 2), 3) == ((1, 2), 3), P(1, 2) == (1, 2), {P(1, 2): 'p'}[1, 2], ((1, 2),) in {(P(1, 2),)})
nan = float('nan')
print(P(nan, 1) == P(nan, 1), P(1, 2) != (1, 3), P(1, 2) in [(1, 2)], (1, P(1, 2)) in {(1, (1, 2)): 0}, P(1, P(2, 3)) == (1, (2, 3)))
t = ((1, K(5)), 'tail')
s = {t}
before = K.asked
print(t in s, ((1, K(5)), 'tail') in s, ((1, K(6)), 'tail') in s, K.asked - before)
class Odd(tuple):
    def __hash__(self): return 7
    def __eq__(self, other): return True
print((Odd((1,)), 2) == (Odd((9,)), 2), {(Odd((1,)), 2): 'odd'}[Odd((3,)), 2], Odd() == 5, (Odd((1,)),) in {(Odd((2,)),)})
for bad in [(1, (2, [])), ((1, {}), 2)]:
    for i in range(2):
        try: hash(bad); {bad: 1}
        except TypeError as e: print(e)
class E: pass
a, b = E(), E()
print(a == b, a == a, (a == b) is False, [x == a for x in (a, b)], (a, (b,)) == (a, (b,)), (a, (b,)) in {(a, (b,))})
print(frozenset([1, 2]) <= frozenset([1, 2, 3]), {1} < {1}, frozenset('ab') == {'a', 'b'}, {1: 2} == {1: 2}, b'a' < b'b', range(3) == range(0, 3), (1 + 2j) == (1 + 2j))
