"""Lists made over long ranges: room for all items at once, and the edges where there are fewer, others or none."""
from __future__ import print_function

COUNT = 70000
half = 0.5


def doubled(n):
    return [i * 2 for i in range(n)]


def between(low, high):
    return [i for i in range(low, high)]


def failing(n):
    try:
        return [1000 // (n - 5 - i) for i in range(n)]
    except ZeroDivisionError as error:
        return str(error)


def mixed(n):
    return [i if i % 2 else i * half for i in range(n)]


def shown(items):
    return len(items), items[:2], items[-2:], sum(items)


for n in (0, 1, 10, 65536, 65537, COUNT):
    print(n, len(doubled(n)), sum(doubled(n)))
print(shown(between(5, COUNT)), between(COUNT, 5), shown(between(-COUNT, COUNT)))
print(failing(COUNT))
print(shown(mixed(COUNT)), type(mixed(3)[0]).__name__)
print(shown([i for i in range(0, 3 * COUNT, 3)]), shown([i for i in range(COUNT, 0, -1)]))
print(shown([i for i in range(COUNT) if i % 3 == 0]), shown([i + j for i in range(400) for j in range(400)]))

grown = doubled(COUNT)
grown.append(7)
grown.insert(0, "first")
del grown[1:-1]
print(grown)
big = [i * 9007199254740991 for i in range(COUNT)]
print(big[0], big[1], big[2], big[-1])
texts = [str(i) for i in range(COUNT)]
print(texts[COUNT - 1], len("".join(texts)))
rows = [[i] * 2 for i in range(COUNT)]
rows[3][0] = "x"
print(rows[2:5])
print([0, None] + [i for i in range(COUNT)][:2], [i for i in range(COUNT)] == list(range(COUNT)))

try:
    import builtins
except ImportError:
    import __builtin__ as builtins
real = builtins.range
builtins.range = lambda n: [n * 0.25, "other", None] * 2
pieces = [i * 2 for i in range(COUNT) if i is not None]
print(pieces, [i for i in range(COUNT)])
builtins.range = real
print(shown(doubled(COUNT)))
