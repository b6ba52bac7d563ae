# Lists of floats that are unpacked into variables, and powers of floats: hot first, then with everything else.


class Sized(float):
    def __add__(self, other):
        return 'sized'

    def __pow__(self, other):
        return 'power'


class Items(list):
    def __iter__(self):
        return iter(['from', 'the', 'class'])


def total(point):
    x, y, z = point
    return x * 2.0 + y * z


def display(x, n):
    v = [x * 0.5, 1.5, -2.0]
    if n:
        v[0] = n
    return v


def power(x, n):
    y = x * 1.0
    return y ** n


def report(f, *args):
    try:
        print(f.__name__, f(*args))
    except Exception as error:
        print(f.__name__, type(error).__name__, error)


for i in range(3000):
    total([0.5, 1.5 * i, 2.0])
    total((0.5, 1.5, 2.0))
    display(i * 0.25, 0)
    power(i + 0.5, -1.5)
    power(i + 0.5, 3)

report(total, [0.5, 1.5, 2.0])
report(total, [1, 2, 3])
report(total, [1, 2.5, 3])
report(total, (1.5, 2, 3))
report(total, [1.5, 2.5])
report(total, [1.5, 2.5, 3.5, 4.5])
report(total, [])
report(total, [Sized(1.5), 2.5, 3.5])
report(total, [Sized(1.5) * 1, Sized(2.5), Sized(0.5)])
report(total, 'abc')
report(total, 5)
report(total, iter([0.5, 0.25, 0.125]))
report(total, [10 ** 400, 1.0, 1.0])
report(total, {1.5: 0, 2.5: 0, 3.5: 0})
print(display(1.0, 0), display(2, 0), display(1.0, 'text'), display(3.0, 7))
report(display, 'x', 0)
report(display, Sized(4.0), 0)

halves = [0.5, 1.5]
x, y = halves
print(halves, x, y, halves * 2, [0.5] * 3, halves * 0, halves * -1, 2 * halves)
halves.append('s')
print(halves, [1.5, 2.5] + [3], sorted([2.5, -1.5, 0.5]), sum([0.5, 0.25]))
nan = float('nan')
print([nan * 1, 1.5], [0.0, -0.0], [1.5, 2.5] == [1.5, 2.5], [-1.5, 2] == [-1.5, 2.0])

report(power, 2.0, 0.5)
report(power, 2, 0.5)
report(power, 0, -1)
report(power, 0.0, -0.5)
report(power, 1e200, 2)
report(power, 1e200, 3)
report(power, -1e200, 3)
report(power, 1e200, 2.5)
report(power, nan, 0)
report(power, 1.0, nan)
report(power, -2.0, 3)
report(power, 4.0, -2)
report(power, float('inf'), -1)
report(power, -0.0, 3)
report(power, -0.0, 0.5)
report(power, 3.0, 'x')
report(power, 3.0, True)
report(power, 2.0, 10 ** 400)
report(power, 2.0, 2 ** 60)


def roots(x):
    return 2 ** (x * 0.5), 3 ** (-x * 0.5), (x * 1.0) ** (x * 0.5), x ** 2 * 0.5, x * x * 0.5


for i in range(3000):
    roots(i % 50)
print(roots(3), roots(0.25), roots(0))
try:
    print(power(-8.0, 2.0), abs(power(-8.0, 0.5)) > 2.8)
except ValueError as error:
    print(error)
