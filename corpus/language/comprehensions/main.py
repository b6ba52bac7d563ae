# pymp: python=2,3
"""Comprehensions and generator expressions, nested and filtered."""
from __future__ import print_function

matrix = [[row * 3 + column for column in range(3)] for row in range(3)]
print(matrix)
print([list(column) for column in zip(*matrix)])
print([value for row in matrix for value in row if value % 2 == 0])
print(sorted({len(word) for word in 'the quick brown fox jumps over it'.split()}))
print(sorted({word: len(word) for word in ('one', 'three', 'five')}.items()))
print(sum(n * n for n in range(10) if n % 3))
print([(x, y) for x in range(3) for y in range(x)])
print([[n, 'odd'][n % 2] if n else 'zero' for n in range(5)])

total = (n for n in range(5))
print(next(total), next(total), list(total), list(total))


class Table(object):
    width = 3
    cells = [0 for _ in range(width)]
    names = list(map(str, range(width)))


print(Table.cells, Table.names)
x = 'outside'
generated = list(x for x in range(3))
print(x, generated)
print([f(3) for f in [lambda v, n=n: v * n for n in range(3)]])
