# pymp: python=2,3
"""Complex numbers that are equal to others are the same keys."""
from __future__ import print_function
d = {0: 'a', 1: 'b', 2.5: 'c'}
print(d.get(0j), d.get(1+0j), d.get(2.5+0j), 1+0j in d, 1+0j in {1, 2}, {1+0j: 5}.get(1), 1 in {1+0j}, {1, 1+0j, 1.0}, len({2.5, 2.5+0j}), {True: 1}.get(1+0j), (1+0j,) in {(1,): 2}, 1j in {1: 2}, d.get(-0.0+0j))
d[1+0j] = 'z'
print(sorted(d.items()), {1: 1} == {1+0j: 1}, {1} == {1+0j}, 2**70 in {complex(2.0**70, 0)}, complex(2.0**70, 0) in {2**70: 1}, {(1, 2): 3}.get((1+0j, 2)))
print({1+0j: 5}, {2.0: 1, 2+0j: 2}, [{3+0j}, {1+0j: 1}.copy(), dict.fromkeys([1+0j, 1])], list({4+0j: 1}.items()), {5+0j: 1}.popitem())
