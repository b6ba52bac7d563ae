# pymp: python=2
import copy, pickle
from sets import BaseSet, ImmutableSet, Set

a, b = Set([1, 2, 3]), Set('23') | Set([3, 4])
print sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), len(a), 2 in a, a == Set([3, 2, 1]), a != b
print Set([1]) < a, a <= a, a > Set(), a >= b, a.issubset([1]) if 0 else None, Set([5]), ImmutableSet('x'), Set()
a.add(9)
a.add(Set([7]))
a.update([10, 11])
a.discard(100)
a.remove(9)
print Set([7]) in a, len(a), hash(ImmutableSet([1, 2])) == hash(ImmutableSet([2, 1])), a.copy() == a
a &= Set([1, 2, 77])
a |= Set([5])
a -= Set([1])
a ^= Set([5, 6])
print sorted(a), a.pop() in (2, 6), sorted(a.union([3])), {ImmutableSet([1]): 'key'}[ImmutableSet([1])]
print pickle.loads(pickle.dumps(b)) == b, copy.deepcopy(b) == b, sorted(copy.copy(b)) == sorted(b)
for action in (BaseSet, lambda: a | [1], lambda: hash(a), lambda: cmp(a, b), lambda: a < [1], lambda: a.remove(50),
               lambda: a.issubset([1]), lambda: Set([[]])):
    try:
        print action()
    except (TypeError, KeyError) as e:
        print repr(e)
