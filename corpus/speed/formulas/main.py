"""Functions that are one formula are computed where they are called, until something is not as it was."""

MASK = 0xFFFFFFFF


def rotated(x, n):
    return ((x >> n) | (x << (32 - n))) & MASK


def chosen(x, y, z):
    """The bits of y where x has ones, else those of z."""
    return (x & y) ^ (~x & z)


def cell(i, j):
    ij = i + j
    return 1.0 / (ij * (ij + 1) / 2 + i + 1)


def line(x, a, b):
    return a * x + b


def parts(x, m):
    return x // m + x % m


def low_bits(x):
    return (x * 6364136223846793005 + 1442695040888963407) % 2 ** 16


def next_state(x):
    return (x * 1664525 + 1013904223) % 4294967296


def length2(x, y):
    return x ** 2 + y ** 2


def opposite(x):
    return -x


def early(x):
    y = z + x
    z = x
    return y + z


def shown(make):
    try:
        value = make()
        return type(value).__name__, value
    except Exception as error:
        return type(error).__name__, str(error)


def words(a, n):
    return rotated(a, 7) ^ rotated(a, n) ^ (a >> 3), chosen(a, 0xFF00FF00, n), chosen(rotated(a, 2), a, a >> 1)


def numbers(x, y):
    return (
        cell(x, y) * 2.0,
        line(x, y, 3),
        parts(x, y),
        next_state(x),
        length2(x, y) + 1,
        opposite(x) * 1,
        cell(line(x, 1, 0), parts(y, 3)),
    )


def floats(x, y):
    a = x * 1.0
    b = y * 1.0
    return line(a, b, 0.5), length2(a, b), opposite(a) - b, line(a, 2, b)


class Odd(int):
    def __add__(self, other):
        return "odd sum"

    def __and__(self, other):
        return "odd and"

    __mul__ = __rmul__ = __radd__ = __add__


class Loud(float):
    def __mul__(self, other):
        return Loud(1000.0)

    __rmul__ = __mul__


def hot():
    total = 0
    state = 1
    kept = 0.0
    for i in range(20000):
        state = next_state(state)
        a, b, c = words(state, i % 31 + 1)
        total = (total + a + b + c) % 1000000007
        kept += numbers(i, i + 1)[0] + floats(i, 3)[0]
    return total, state, repr(kept)


BIG = 2 ** 53
ODD_ONES = [
    (0, 1), (-1, 5), (7, 0), (-7, 3), (7, -3), (BIG, 3), (BIG - 1, 2), (-BIG, 7), (3, BIG), (2 ** 70, 9), (1.5, 2),
    (2, 1.5), (-0.0, 1), ("a", 2), (2, "a"), (None, 1), (Odd(5), 3), (3, Odd(5)), (0, -1), (2 ** 32, 31), (2 ** 31, 32), (5, 33),
    (float("inf"), 1), (float("nan"), 2.0), (1e200, 1e200), (Loud(2.0), 3), (2, Loud(3.0)), ([1], 2), (0xFFFFFFFF, 31),
]


def odd():
    for x, y in ODD_ONES:
        for f in (words, numbers, floats):
            print(x, y, f.__name__, shown(lambda: f(x, y)))


print(hot())
odd()
print(shown(lambda: numbers(True, 2)), shown(lambda: rotated(True, 3)), shown(lambda: floats(True, False)))
print(shown(lambda: early(1)), [low_bits(x) for x in (0, 1, -1, 12345678901, 2 ** 60)])

print("another mask")
for MASK in (0xFFFF, -1, 1.5, "mask", None, 2 ** 40, 0xFFFFFFFF):
    print(MASK, shown(lambda: words(0x12345678, 9)))
del MASK
print(shown(lambda: words(1, 2)))
MASK = 0xFFFFFFFF

print("other functions")
kept_rotated, kept_line = rotated, line


def rotated(x, n):
    return x + n


print(hot()[:1], shown(lambda: words(0x12345678, 9)))
rotated = lambda x, n: "%x" % x
print(shown(lambda: words(0x12345678, 9)))
rotated = kept_rotated
print(shown(lambda: words(0x12345678, 9)))
line = None
print(shown(lambda: numbers(2, 3)))
globals()["line"] = lambda *given: len(given)
print(shown(lambda: numbers(2, 3)), shown(lambda: floats(2, 3)))
del line
print(shown(lambda: numbers(2, 3)))


def raising(n):
    return cell(n, -n - 1)


import traceback

try:
    raising(-1)
except ZeroDivisionError:
    print(traceback.format_exc().replace(__file__, "main.py"))
