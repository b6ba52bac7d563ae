"""Every way to pass an argument, and what the mistakes are called."""


def everything(a, b=2, /, c=3, *rest, d, e=5, **extra):
    return f'a={a} b={b} c={c} rest={rest} d={d} e={e} extra={extra}'


print(everything(1, d=4))
print(everything(1, 20, 30, 40, 50, d=60, z=70))
print(everything(*[1, 2], *(3, 4), **{'d': 5}, **{'y': 6}))
print(everything(1, d=2, a=3))


def plain(x, y):
    return x, y


def keyword_only(*, flag):
    return flag


def positional_only(x, /):
    return x


def defaults(x, acc=[]):
    acc.append(x)
    return acc


print(defaults(1), defaults(2), defaults(3, []))

for call in (
    lambda: plain(),
    lambda: plain(1),
    lambda: plain(1, 2, 3),
    lambda: plain(1, x=2),
    lambda: plain(1, 2, z=3),
    lambda: plain(y=1),
    lambda: keyword_only(1),
    lambda: keyword_only(),
    lambda: positional_only(x=1),
    lambda: everything(),
    lambda: everything(1),
    lambda: plain(*5),
    lambda: plain(**{'x': 1}, **{'x': 2}),
    lambda: (5)(),
    lambda: len(),
    lambda: len(1, 2),
):
    try:
        print(call())
    except TypeError as error:
        print('TypeError:', error)


class Point:
    def __init__(self, x, y=0):
        self.x, self.y = x, y

    def moved(self, dx):
        return Point(self.x + dx, self.y)


for call in (lambda: Point(), lambda: Point(1, 2, 3), lambda: Point(1).moved(), lambda: Point.moved(), lambda: Point(1).moved(1, 2)):
    try:
        print(call())
    except TypeError as error:
        print('TypeError:', error)
