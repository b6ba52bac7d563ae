# pymp: python=2,3
"""The whole toolbox that both Pythons share."""
from __future__ import print_function
from itertools import chain, combinations, combinations_with_replacement, count, cycle, dropwhile, groupby, islice, permutations, product, repeat, starmap, takewhile, tee

print(list(chain('ab', [1])), list(chain.from_iterable([[1], [2, 3]])), list(islice(count(10, 5), 3)), list(islice(cycle('xy'), 5)))
print(list(repeat(7, 3)), list(islice('abcdef', 1, 5, 2)), list(takewhile(lambda n: n < 3, [1, 2, 3, 1])), list(dropwhile(lambda n: n < 3, [1, 2, 3, 1])))
print(list(product('ab', [1, 2])), list(product([0, 1], repeat=2)), list(permutations('abc', 2)))
print(list(combinations('abcd', 2)), list(combinations_with_replacement('ab', 2)), list(starmap(pow, [(2, 3), (3, 2)])))
for key, group in groupby(sorted(['apple', 'avocado', 'banana', 'blueberry', 'cherry']), key=lambda w: w[0]):
    print(key, list(group))
first, second = tee(iter(range(3)))
print(list(first), list(second), [k + str(len(list(g))) for k, g in groupby('aaabbc')])
