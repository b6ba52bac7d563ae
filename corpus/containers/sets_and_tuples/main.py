"""Sets, frozensets, tuples and named tuples."""
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, a ^ b, a <= b, {3, 4} < a, a.isdisjoint({9}), a.issuperset([1]))
a.add(9)
a.discard(1)
a.discard(100)
a.update([7], (8,))
a.remove(2)
print(sorted(a), len(a), 3 in a, set() == set([]), {1, 1.0, True}, sorted(set('mississippi')))
a &= {3, 4, 7}
a -= {7}
a |= {0}
print(sorted(a), frozenset([1, 2]) == {1, 2}, {frozenset([1]): 'hashable'}, {n % 3 for n in range(10)})
for action in (lambda: {1}.remove(2), lambda: {[]}, lambda: set().pop(), lambda: {1} + {2}, lambda: {1} | [2], lambda: frozenset().add(1), lambda: {1}[0]):
    try:
        print(action())
    except (KeyError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
t = (1, 'two', 3.0)
print(t, t[1], t[-1:], t + (4,), t * 2, (), (5,), len(t), t.index('two'), t.count(1), 'two' in t, hash(t) == hash((1, 'two', 3.0)))
print((1, 2) < (1, 3), (1,) < (1, 0), (2,) > (1, 9), tuple('ab'), tuple(range(3)), min((2, 'b'), (2, 'a')))
try:
    t[0] = 5
except TypeError as error:
    print(error)
holder = ([],)
try:
    holder[0] += ['x']
except TypeError as error:
    print(error, holder)
