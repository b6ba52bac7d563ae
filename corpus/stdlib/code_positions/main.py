"""Positions of a code that are passed over, one by one and at once."""
from itertools import islice
def f(a): return a
it = f.__code__.co_positions()
print(len(list(f.__code__.co_positions())) > 0)
a = list(f.__code__.co_positions())
for k in (0, 3, 9, 10, 11, len(a) - 1, len(a), len(a) + 3): print(list(islice(f.__code__.co_positions(), k, None)) == a[k:])
