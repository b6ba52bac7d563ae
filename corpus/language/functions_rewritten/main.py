# __defaults__, __kwdefaults__ and __code__ of functions set after they were made
import types
import warnings

warnings.simplefilter("ignore")


def shown(call):
    try:
        print(call())
    except TypeError as error:
        print('TypeError:', error)


def f(a, b=2, c=3):
    return a, b, c


for defaults in [None, (), (9,), (8, 9), (7, 8, 9), (6, 7, 8, 9)]:
    f.__defaults__ = defaults
    print(f.__defaults__)
    shown(lambda: f())
    shown(lambda: f(1))
    shown(lambda: f(1, 2))
    shown(lambda: f(1, c=5))
    shown(lambda: f(*[1], **{'b': 4}))
del f.__defaults__
shown(lambda: f(1, 2))


def keywords(a=1, *, k=1, m=2):
    return a, k, m


shown(lambda: keywords())
keywords.__kwdefaults__ = None
shown(lambda: keywords())
keywords.__kwdefaults__ = {'m': 4}
shown(lambda: keywords(k=3))
shown(lambda: keywords())
keywords.__defaults__ = None
shown(lambda: keywords(k=3))
shown(lambda: keywords(5, k=3))


def g(a, b=20):
    "of g"
    return a * 100 + b


def h(*args, **more):
    return args, sorted(more)


def generator(n):
    yield n
    yield n + 1


def first(a, b=1):
    "of first"
    return 'first', a, b


before = first
first.__code__ = g.__code__
shown(lambda: first(3))
shown(lambda: before(3, b=4))
shown(lambda: first())
print(first.__name__, first.__qualname__, first.__doc__, first.__code__.co_name, first.__defaults__)
first.__code__ = h.__code__
shown(lambda: first(1, 2, x=3))
first.__code__ = generator.__code__
shown(lambda: list(first(5)))


class Counter:
    def step(self):
        return 1


counter = Counter()
bound = counter.step
Counter.step.__code__ = (lambda self: 2).__code__
print(bound(), counter.step(), Counter().step())


def outer(x):
    def inner():
        return x

    return inner


shown(lambda: outer(1)())
one, two = outer(1), outer(2)
one.__code__ = (lambda y: lambda: y * 10)(0).__code__
print(one(), two())
try:
    one.__code__ = g.__code__
except ValueError as error:
    print(error)
copied = types.FunctionType(g.__code__, globals(), 'copied', (1, 2))
print(copied(), copied.__name__)
shown(lambda: types.FunctionType(g.__code__, globals())(5))
for index in [(1,), 'x', 1.0, None]:
    shown(lambda: [1, 2].pop(index))
