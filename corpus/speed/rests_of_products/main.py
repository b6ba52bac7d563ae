# pymp: python=2,3
"""Rests of products by a variable: they run hot with ints, then the operands become something else."""


def product(a, b, m):
    return a * b % m


def square(x):
    m = 998244353
    return x * x % m


def line(a, x, c, m):
    return (a * x + c) % m


def shown(function, *args):
    try:
        return repr(function(*args))
    except Exception as error:
        return '%s: %s' % (type(error).__name__, error)


x = 3
for i in range(20000):
    x = square(x)
print(x)
y = 5
for i in range(20000):
    y = product(y, x + i, 1000000007)
print(y)
z = 7
for i in range(20000):
    z = line(z, y, i, 4294967311)
print(z)

values = [0, 1, -1, 3, 10**9 + 7, 2**31, 2**32, 2**53 - 1, 1 - 2**53, 2**53, 2**60, -7, 1.5, -2.0, True, 2**70]
found = []
for a in values:
    for b in values:
        for m in values:
            found.append(shown(product, a, b, m))
            found.append(shown(line, a, b, -12345, m))
    found.append(shown(square, a))
total = 0
for text in found:
    for character in text.replace('L', ''):
        total = (total * 31 + ord(character)) % 1000000007
print(len(found), total)
print(shown(product, 'ab', 2, 5))
print(shown(product, 2, 'a%d', 5))
print(shown(product, [1], 2, 5))
print(shown(product, 2**60, 3, 0))
print(shown(line, 2**60, 3, 'x', 4))
