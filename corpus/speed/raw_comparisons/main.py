# Comparisons of attributes and chains of comparisons, and ranges with a step that is not known: hot first, then with
# everything else.


class Box(object):
    def __init__(self, low, high):
        self.low = low
        self.high = high

    def size(self):
        return self.high - self.low

    def holds(self, x):
        return self.low <= x <= self.high

    def below(self, other):
        return self.high < other.low

    def same(self, other):
        return self.low == other.low and self.high == other.high

    def sign(self):
        if self.low > 0:
            return 1
        return -1 if self.high < 0 else 0


class Odd(object):
    def __init__(self, name):
        self.name = name

    def __le__(self, other):
        return 'le ' + self.name

    def __ge__(self, other):
        return []

    def __lt__(self, other):
        return 'lt ' + self.name

    def __gt__(self, other):
        return None

    def __eq__(self, other):
        return 'eq'


class Number(float):
    def __lt__(self, other):
        return 'own'

    __gt__ = __le__ = __ge__ = __eq__ = __lt__


def inside(x, y):
    u = x * 1.5
    return 0.0 <= u < y <= 100.0, u == y == x, 1 < x != u


def steps(a, b, c):
    total = []
    for i in range(a, b, c):
        total.append(i)
    return total[:5], len(total), [i * i for i in range(a, b, c)][-1:]


def show(f, *args):
    try:
        print(f.__name__, f(*args))
    except Exception as error:
        print(f.__name__, type(error).__name__, error)


for n in range(3000):
    box = Box(n * 0.5, n * 1.5)
    box.holds(n), box.below(box), box.same(box), box.sign(), box.size()
    inside(n * 0.1, 50.0)
    steps(0, 12, n % 4 + 1)

nan = float('nan')
values = [1, 2.5, -3, True, 10 ** 30, nan, 'text', None, Odd('a'), Number(2.0), [1]]
for low in values:
    for high in values:
        box = Box(low, high)
        print(type(low).__name__, type(high).__name__)
        for x in (1, 2.5, 'text', Odd('b')):
            try:
                print(box.holds(x), box.same(Box(x, high)))
            except TypeError:
                print('no order')
        try:
            print(box.sign(), box.below(box))
        except TypeError:
            print('no order')

show(inside, 1, 2.0)
show(inside, 10 ** 30, 2.0)
show(inside, 2.0, Number(3.0))
show(inside, 2.0, Odd('c'))
show(inside, nan, nan)
show(inside, True, 10)
box = Box(1.5, 2.5)
box.low = 'text'
show(box.holds, 'u')
del box.high
try:
    box.holds('u')
except AttributeError:
    print('gone')


class Index(object):
    def __index__(self):
        return 3


show(steps, 10, 0, -3)
show(steps, 0, 10, -3)
show(steps, 0, 10, True)
show(steps, 0, 10, Index())
show(steps, 0, 2 ** 53 - 1, 2 ** 52)
show(steps, 2 ** 60, 2 ** 60 + 9, 4)
show(steps, 5, -5, -2 ** 31)
show(steps, 0, 10, 2 ** 70)
show(steps, 0, 10, 0)
try:
    steps(0, 10, 2.5)
except TypeError:
    print('no index')
range = lambda a, b, c: [a, b, c]
show(steps, 1, 2, 3)
