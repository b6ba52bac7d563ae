"""Values that pass generators which delegate: frames, exceptions, the limit of calls and states seen from inside, hot first."""
import sys


def leaf(n):
    for i in range(n):
        yield i


def chain(depth, n):
    if depth == 0:
        got = yield from leaf(n)
    else:
        got = yield from chain(depth - 1, n)
    return got


total = 0
for i in range(400):
    for x in chain(5, 5):
        total += x
print(total)


def names(depth):
    frame = sys._getframe(1)
    found = []
    while frame is not None and len(found) < depth:
        found.append((frame.f_code.co_name, frame.f_lineno))
        frame = frame.f_back
    return found


def looking():
    while True:
        yield names(6)


def middle(inner):
    yield from inner


def outermost(inner):
    yield 0
    yield from middle(inner)


def read(g):
    return next(g)


g = outermost(looking())
next(g)
first = read(g)
for i in range(300):
    again = read(g)
print(first == again, again)


# What runs is running, all the way out.
def states():
    yield 'begun'
    for i in range(3):
        yield [x.gi_running for x in around], [x.gi_yieldfrom is not None for x in around]
        for x in around:
            try:
                next(x)
            except ValueError as error:
                yield str(error)


around = []
m = middle(states())
o = middle(m)
around[:] = [m, o]
print(list(o), m.gi_yieldfrom, o.gi_yieldfrom, m.gi_running)


# An exception goes through each of them, with an entry each, and may be handled on the way.
def failing(n):
    for i in range(n):
        yield i
    raise KeyError('gone')


def handling(inner):
    try:
        yield from inner
    except KeyError as error:
        yield 'handled'
        try:
            yield from leaf(3)
        finally:
            yield sys.exc_info()[0].__name__
    yield 'after'


print(list(handling(middle(middle(failing(4))))))
g = middle(middle(failing(2)))
try:
    for x in g:
        pass
except KeyError as error:
    lines = []
    tb = error.__traceback__
    while tb is not None:
        lines.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    print(lines, error.__context__)


# Values sent, results, closing from within and without.
def echo():
    got = None
    for i in range(5):
        got = yield ('got', got)
    return 'echoed'


def relay(inner):
    result = yield from inner
    yield ('result', result)
    result = yield from relay2(echo())
    return result


def relay2(inner):
    return (yield from inner), 2


g = relay(relay2(echo()))
print(next(g), [g.send(i) for i in range(10)])
try:
    g.send(1)
    g.send(2)
except StopIteration as stop:
    print(stop.value)
log = []


def closing(name, inner):
    try:
        yield from inner
    except GeneratorExit:
        log.append(name)
        raise
    finally:
        log.append(name + ' left')


g = closing('a', closing('b', middle(closing('c', leaf(9)))))
print(next(g), next(g), g.close(), log)
g = middle(middle(leaf(9)))
next(g)
next(g)
try:
    g.throw(IndexError('thrown'))
except IndexError as error:
    print(error, g.gi_frame)
inner = leaf(9)
g = middle(middle(inner))
print(next(g), next(g), inner.close(), list(g))
inner = leaf(9)
g = middle(inner)
print(next(g), next(inner), next(g), list(inner), list(g))


# As deep as the limit lets it.
def deep(n):
    yield n
    if n > 0:
        yield from deep(n - 1)
    else:
        for i in range(3):
            yield 'bottom'


print(len(list(deep(150))))
limit = sys.getrecursionlimit()
sys.setrecursionlimit(220)
try:
    print(len(list(deep(1000))))
except RecursionError as error:
    print(type(error).__name__)
g = deep(150)
for i in range(152):
    next(g)
print(next(g))
sys.setrecursionlimit(limit)


# Handled exceptions belong to whoever handles them.
def handled():
    while True:
        yield sys.exc_info()[1]


def in_except(inner):
    try:
        raise ValueError('mine')
    except ValueError:
        yield from inner


h = handled()
g = in_except(middle(h))
print(repr(next(g)), repr(next(g)))
try:
    raise TypeError('outside')
except TypeError:
    print(repr(next(g)), repr(next(h)))
print(repr(next(h)))


class Awaited:
    def __await__(self):
        got = yield 'suspended'
        return got


async def work(n):
    if n == 0:
        return [await Awaited(), await Awaited()]
    return [n, await work(n - 1)]


for i in range(200):
    c = work(4)
    seen = [c.send(None), c.send(i), c.cr_running]
    try:
        c.send('end')
    except StopIteration as stop:
        last = stop.value
print(seen, last)
