# pymp: python=2,3
"""Sets without common items and what only one of two has: hashes are not asked for again, and the order is that of CPython."""
from __future__ import print_function

log = []


class Key(object):
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        log.append('h%s' % self.value)
        return hash(self.value)

    def __eq__(self, other):
        log.append('e%s' % self.value)
        return isinstance(other, Key) and self.value == other.value


a = {Key(1), Key(2), Key(3)}
b = {Key(3), Key(4)}
del log[:]
print(a.isdisjoint(b), b.isdisjoint(a), sorted(log))
del log[:]
print(a.isdisjoint([Key(9)]), a.isdisjoint({Key(7): 1}), sorted(log))

print({1, 2, 3}.isdisjoint({4, 5}), {1, 2, 3}.isdisjoint({3}), {1, 2}.isdisjoint({1.0, 'a'}))
print({'a'}.isdisjoint({'a', 'b', 'c'}), set().isdisjoint(set()), frozenset('ab').isdisjoint(set('cd')))
s = set()
print(s.isdisjoint(s))
s.add(1)
print(s.isdisjoint(s), s.isdisjoint('x'), s.isdisjoint(range(3)), {True}.isdisjoint({1, 2}))
print({-1, -2}.isdisjoint({-2}), {2**70}.isdisjoint({2**70, 1}), {(1, 2)}.isdisjoint({(1, 2), (3, 4)}))
for what in (5, [[]]):
    try:
        s.isdisjoint(what)
    except TypeError as e:
        print(e)

state = 1


def number():
    global state
    state = state * 69069 % 4294967296 + 1
    return state >> 16


for _ in range(12):
    a = {number() % 50 - 20 for _ in range(number() % 9)}
    b = {number() % 50 - 20 for _ in range(number() % 9)}
    if b:
        b.pop()
    c = a ^ b
    print(list(c), a.isdisjoint(b), end=' ')
    a ^= b
    a.symmetric_difference_update(list(c)[:2])
    print(list(a), a == c)
