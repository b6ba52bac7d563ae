# pymp: python=2,3
"""zip, enumerate, map, filter, iter, next, any, all, reversed."""
from __future__ import print_function

print(list(zip([1, 2, 3], 'abcd')), list(enumerate('xy', 5)))
print(list(map(lambda a, b: a * b, [1, 2], [3, 4])), list(filter(lambda n: n & 1, range(6))))
print(any([]), all([]), any([0, '']), all([1, 'a']), any(n > 3 for n in range(5)))
print(sum([1, 2.5]), sum([], 10), sum(range(101)))
chunks = iter([4, 5, 0, 6])
print(list(iter(lambda: next(chunks), 0)))
print(next(iter([])  , 'default'), next(chunks))
print(list(reversed(range(0, 10, 3))), list(range(5, 0, -2)), len(range(0)))
try:
    next(iter(()))
except StopIteration as stop:
    print('StopIteration', stop.args)


class Countdown(object):
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        n = self.n
        while n:
            yield n
            n -= 1


class Indexed(object):
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError(i)
        return i * 10

    def __len__(self):
        return 3


print(list(Countdown(3)), tuple(Countdown(2)), max(Countdown(4)), 2 in Countdown(3), list(Indexed()), list(reversed(Indexed())), 20 in Indexed())
a, b, c = Countdown(3)
print(a, b, c)
print(dict(zip('ab', range(2))) == {'a': 0, 'b': 1}, list(zip(*[(1, 2), (3, 4)])))
