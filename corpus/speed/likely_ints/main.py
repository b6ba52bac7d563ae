"""Variables that the text gives only ints, and what they hold when names mean something else; ints beside floats."""
import builtins

scale = 0.5
total = 0
offset = 3


def count(values):
    hits = 0
    for value in values:
        if value * scale <= 1.0:
            hits += 1
    return hits


def product(n):
    x = 1
    for i in range(1, n):
        x = x * i
        x += 1
        x -= 2
    return x, -x, x ** 2 > 0


def lengths(values):
    size = 0
    for value in values:
        size += len(value)
    return size * 2, size - 1, size > 3, -size


def mixed(n):
    result = []
    for i in range(n):
        f = i * scale
        result = [i + f, f - i, i * f, f * i, i < f, f < i, i == f, i >= 0.0, -i, -f, i / 4, 4 / (i + 1), 7 - f, f / (i + 1)]
    return result


def divide(a, b):
    k = 0
    for k in range(3):
        pass
    try:
        return a / (k - b), (a - k) / (k - b)
    except ZeroDivisionError as e:
        return str(e)


def square(values):
    result = []
    for v in values:
        try:
            result.append(v ** 2)
        except OverflowError as e:
            result.append(str(e))
    return result


def add(amount):
    global total
    total += amount
    return total + offset, total * 2, total < 10, -total


for turn in range(300):
    count([1, 2, 3])
    lengths(['a', 'bc'])
    mixed(4)
    divide(8, 1)
    square([1, 2, 1.5])
    add(1)

print(count([1, 2.0, True, 10 ** 30]), count([]))
print(product(30))
print(mixed(5), mixed(1))
print(divide(8, 1), divide(8, 2), divide(8, 2.0), divide(10 ** 400, 1.5) if False else None)
print(square([3, -3, 2 ** 30, 2 ** 60, 1.5, -0.0, 1e200, True, 2j]))
print(add(2 ** 53), add(2 ** 53), add(0.25), add(-2 ** 54))
offset = 'x'
total = ''
try:
    print(add('y'))
except TypeError as e:
    print(e)
real = builtins.len
builtins.len = lambda value: 1.5
print(lengths(['a', 'bc', 'd']))
builtins.len = lambda value: 'z'
try:
    print(lengths(['a']))
except TypeError as e:
    print(e)
builtins.len = real
print(lengths(['a', 'bc', 'd']))
print([[a + scale, a * scale, scale / (a + 1)] for a in range(3)], [x ** 2 for x in range(4)], sum(y * scale for y in range(9)))
