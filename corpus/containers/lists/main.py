# pymp: python=2,3
"""Everything a list does."""
from __future__ import print_function

items = [3, 1, 2]
items.append(5)
items.extend((1, 4))
items.insert(0, 9)
items.insert(-1, 7)
print(items, items.count(1), items.index(5), items.pop(), items.pop(0), items)
items.remove(1)
items.reverse()
print(items, len(items), 5 in items, 9 not in items, items + [0], items * 2)
items.sort()
print(items, items[1:3], items[::-1], items[-2:], items[:], items[5:], items[::2])
items[1:3] = ['a', 'b', 'c']
print(items)
items[::2] = [0] * len(items[::2])
print(items)
del items[0], items[-1]
del items[::2]
print(items)
items[len(items):] = [8]
items[:0] = ['front']
print(items, [[]] * 2, [[0] * 2 for _ in range(2)])
grid = [[0] * 3] * 2
grid[0][1] = 5
print(grid, [1, 2] < [1, 3], [1] < [1, 0], [] == [], [1, 2] == (1, 2), [1.0] == [1])
copy = items[:]
copy.append('only in the copy')
print(items, copy is items)
stack = []
for token in '3 4 + 2 *'.split():
    if token.isdigit():
        stack.append(int(token))
    else:
        right, left = stack.pop(), stack.pop()
        stack.append(left + right if token == '+' else left * right)
print(stack)
growing = [1]
for n in growing:
    if n < 5:
        growing.append(n + 1)
print(growing)
for action in (
    lambda: [].pop(), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1][3], lambda: [1, 2].pop(7),
    lambda: [1].insert('x', 1), lambda: [1] + 'a', lambda: [1]['0'],
):
    try:
        print(action())
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__)
