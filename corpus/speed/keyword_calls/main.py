"""Keyword calls, attributes of functions and instances made by keywords: hot first, then in every way that does not fit."""


def plain(a, b=2, c=3):
    return (a, b, c)


def only(a, *, k, m=5):
    return (a, k, m)


def rest(a, *args, k=1, **kwargs):
    return (a, args, k, kwargs)


def pos(a, b, /, c=3, **kw):
    return (a, b, c, kw)


class Point:
    def __init__(self, x, y=0, *, z=9):
        self.x, self.y, self.z = x, y, z

    def moved(self, dx=0, dy=0):
        return (self.x + dx, self.y + dy, self.z)


def wrap(f):
    def inner(*args, **kwargs):
        inner.calls += 1
        return f(*args, **kwargs)
    inner.calls = 0
    return inner


wrapped = wrap(rest)
for i in range(3000):
    plain(1, c=i), only(1, k=2), rest(1, 2, k=3, z=4), pos(1, 2, c=5), Point(1, z=i).moved(dy=2), wrapped(1, 2, q=3)
print(plain(1, c=5), plain(b=1, a=2), only(1, k=2), only(k=1, a=4, m=2), rest(1), rest(1, 2, 3, k=4, x=5, y=6))
print(pos(1, 2, a=7, b=8), Point(x=1, z=3).moved(dx=1), Point(1, 2).moved(dy=5), wrapped(1, k=2, j=3), wrapped.calls)
d = {'b': 7}
print(plain(1, **d), plain(*[1], **d), rest(*(1, 2), **{'k': 0, 'w': 1}), plain(1, **{}), plain(**{'a': 1}, **{'c': 2}))
for bad in (
    lambda: plain(1, a=2), lambda: plain(b=1), lambda: plain(1, d=2), lambda: only(1, 2), lambda: only(1), lambda: pos(a=1, b=2),
    lambda: plain(1, 2, 3, 4, b=1), lambda: plain(1, **{1: 2}), lambda: plain(1, c=1, **{'c': 2}), lambda: rest(k=1),
    lambda: Point(y=1), lambda: Point(1, w=2), lambda: plain(1, **5), lambda: rest(1, a=2), lambda: plain(1, *5),
    lambda: len(obj=[1]),
):
    try:
        print(bad())
    except TypeError as error:
        print(error)
plain.__defaults__ = (20, 30)
only.__kwdefaults__ = {'k': 'kd'}
print(plain(1, c=2), plain(1), only(1, m=2))
plain.__code__ = (lambda a, b, c: ('new', a, b, c)).__code__
print(plain(1, c=2))


def f():
    pass


f.x = 1.5
f.x += 1
f.name = 'n'
f.__name__ = 'renamed'
f.__doc__ = 'text'
print(f.x, f.name, f.__name__, f.__doc__, sorted(f.__dict__.items()))
del f.x
print(f.__dict__, hasattr(f, 'x'))
for target in (len, Point(1).moved):
    try:
        target.x = 1
    except AttributeError as error:
        print(error)
try:
    f.__name__ = 5
except TypeError as error:
    print(error)
setattr(f, '__qualname__', 'q')
print(f.__qualname__)


class Sub(dict):
    def __setitem__(self, key, value):
        raise RuntimeError('not called')


def dicts(kind, more):
    return kind(b=2, a=more), kind({'z': 0}, a=1), kind(**{'q': more}), kind(x=1, **{'y': more}), kind(n=None)


for i in range(300):
    made = dicts(dict, i)
print(made, [list(d) for d in made], type(dicts(Sub, 1)[0]).__name__, dicts(Sub, 1))
try:
    print(dict(a=1, **{'a': 2}))
except TypeError as error:
    print(error)
try:
    print(dict(a=1, **{3: 2}))
except TypeError as error:
    print(error)


def with_keywords(n):
    return dict(first=n, second=n + 1)


print(with_keywords(1))
dict = lambda **keywords: sorted(keywords)
print(with_keywords(1))
del dict
print(with_keywords(2))
