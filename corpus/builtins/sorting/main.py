# pymp: python=2,3
"""sorted, list.sort, min and max with keys, stability, and classes that compare."""
from __future__ import print_function
import functools

words = ['banana', 'Apple', 'cherry', 'apple', 'Fig', 'date']
print(sorted(words))
print(sorted(words, key=str.lower))
print(sorted(words, key=len, reverse=True))
print(sorted(words, key=lambda w: (-len(w), w.lower(), w)))
rows = [('x', 2), ('y', 1), ('z', 2), ('w', 1)]
rows.sort(key=lambda row: row[1])
print(rows)
rows.sort(key=lambda row: row[1], reverse=True)
print(rows)
print(sorted([3, 1.5, True, 2], reverse=True), sorted('hello'), sorted({'b': 1, 'a': 2}))
print(min(words, key=len), max(words, key=len), max(3, 9, 4), min([2.5, 1]))
print(sorted([(1, 'b'), (1, 'a'), (0, 'z')]), sorted([[2], [1, 5], [1]]))


class Version(object):
    def __init__(self, text):
        self.parts = [int(part) for part in text.split('.')]

    def __lt__(self, other):
        return self.parts < other.parts

    def __repr__(self):
        return 'v' + '.'.join(map(str, self.parts))


print(sorted(map(Version, ['1.10', '1.9', '1', '0.12.5'])))


def by_last(a, b):
    return (a[-1] > b[-1]) - (a[-1] < b[-1])


print(sorted(words, key=functools.cmp_to_key(by_last)))
print(list(reversed([1, 2, 3])), [3, 1, 2][::-1])
try:
    max([])
except ValueError as error:
    print(type(error).__name__)
