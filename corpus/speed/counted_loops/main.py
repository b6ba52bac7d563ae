"""Loops over range, enumerate and zip: hot first, then with the names meaning something else."""
import builtins


def sums(a, b):
    total = 0
    for i in range(a, b):
        total += i
    for i in range(b, a, -3):
        total += i * 2
    return total


def pairs(xs, ys):
    out = []
    for i, x in enumerate(xs):
        out.append((i, x))
    for i, (x, y) in enumerate(zip(xs, ys), 10):
        out.append((i, x, y))
    for x, y in zip(xs, ys):
        out.append(x * y)
    return out


for _ in range(3000):
    sums(0, 5), pairs([1, 2], [3, 4])
print(sums(0, 100), sums(-5, 5), sums(5, 0))
print(pairs('abc', [1, 2]), pairs([], []), pairs((x for x in [1, 2]), {5: 6, 7: 8}))


class Index:
    def __index__(self):
        return 3


print(sums(Index(), 7), sums(True, 4))
print([i for i in range(2 ** 53 - 3, 2 ** 53 + 2)], [i for i in range(-2 ** 60, -2 ** 60 + 2)])
for bad in (lambda: sums(1.5, 3), lambda: sums('a', 1), lambda: pairs(5, []), lambda: pairs([1], 5), lambda: pairs([1], None)):
    try:
        bad()
    except TypeError as error:
        print(type(error).__name__, error)
n = 3
for i in range(n):
    n = 10
    i += 5
    print(i, end=' ')
else:
    print('end', i)
for i in range(0):
    pass
print(i)
xs = [1, 2, 3]
for i, x in enumerate(xs):
    if i < 5:
        xs.append(x * 10)
print(xs)
first, second = iter([1, 2, 3]), iter([4])
for a, b in zip(first, second):
    print(a, b)
print(next(first))
for i, x in enumerate('ab', -1):
    print(i, x)
for i, x in enumerate([5.5, 2], 2 ** 31):
    print(i, x + i)
print([(i, x) for i, x in enumerate('xy')], {a: b for a, b in zip('ab', (1.5, 2))}, {i for i in range(3)}, [[j for j in range(i)] for i in range(3)])
fs = [lambda: i for i in range(3)]
print([f() for f in fs])


def gen(n):
    for i in range(n):
        got = yield i
        if got:
            print('got', got)


g = gen(3)
print(next(g), g.send('x'), list(g))
builtins.range = lambda *args: [7, 7]
builtins.enumerate = lambda xs, start=0: [(start, 'ef'), (1, (2, 3))]
builtins.zip = lambda *args: [(2, 3)]
print(sums(0, 5), pairs([1], [2]))
builtins.zip = lambda *args: [(2, 3, 4)]
try:
    for a, b in zip([], []):
        pass
except ValueError as error:
    print(error)
range = lambda n: 'ab'
for c in range(5):
    print(c)


def local():
    range = lambda n: [n]
    for x in range(9):
        print(x)


local()
