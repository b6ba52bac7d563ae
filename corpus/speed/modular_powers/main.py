# pow() with three ints and slices backwards: hot, against the same done step by step.


def slow(a, b, m):
    r = 1 % m
    base = a % m
    while b:
        if b & 1:
            r = r * base % m
        base = base * base % m
        b >>= 1
    return r


def fast(a, b, m):
    return pow(a, b, m)


for i in range(3000):
    fast(i, 5, 1000003)
wrong = 0
for m in (1, 2, 7, 2 ** 26, 2 ** 26 + 1, 1000003, 998244353, 2 ** 31 - 1, 2 ** 32, 2 ** 32 - 5, 2 ** 32 + 1, 2 ** 53 - 1, 2 ** 61 - 1):
    for a in (0, 1, -1, 5, 2 ** 26, -7 ** 9, 2 ** 53 - 1, -(2 ** 53 - 1), 2 ** 60):
        for b in (0, 1, 2, 3, 5, 31, 32, 1023, 2 ** 31, 2 ** 53 - 1, 2 ** 70):
            r = slow(a, b, m)
            wrong += fast(a, b, m) != r or fast(a, b, -m) != (r - m if r else 0)
print(wrong, fast(True, 3, 7), fast(3, True, 7), fast(-3, 3, 7), fast(3, 0, 1))
for args in ((2, 3, 0), (2.0, 3, 5), (2, 3, 5.0), ('a', 3, 5)):
    try:
        print(fast(*args))
    except (TypeError, ValueError) as error:
        print(type(error).__name__)


class Own(int):
    def __pow__(self, b, m=None):
        return 'own', m


print(fast(Own(3), 4, 5), fast(3, 4, Own(5)), fast(2, 10, None))


def backwards(items):
    return items[::-1]


for i in range(3000):
    backwards([1, 2, 3])
backed = [[1, 2], 3, 4]
other = backwards(backed)
other[0] = 'new'
print(backed, other, backwards([]), backwards([1.5, 2.5]), backwards((1, 2)), backwards('abc'), backwards(backwards([0])))
