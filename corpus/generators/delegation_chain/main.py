# pymp: python=3
"""Generators that delegate to generators that delegate: what is seen from the innermost, and who is told of its end."""
import inspect
import sys
import traceback

log = []


def stack():
    names = []
    frame = sys._getframe(1)
    while frame is not None:
        names.append('%s:%d' % (frame.f_code.co_name, frame.f_lineno))
        frame = frame.f_back
    return names


def innermost():
    yield 1
    yield stack()
    got = yield 'got'
    log.append(got)
    try:
        yield 'try'
    except KeyError as error:
        yield 'caught %r' % error
    return 'innermost is over'


def chain(depth):
    if depth == 0:
        return (yield from innermost())
    result = yield from chain(depth - 1)
    log.append((depth, result))
    return result


def show(generator):
    def between():
        return next(generator)
    return between()


outer = chain(3)
print(next(outer))
print('\n'.join(show(outer)))
print(next(outer))
print(outer.send('sent'))
print(outer.throw(KeyError('thrown')))
try:
    next(outer)
except StopIteration as stop:
    print('stop', stop.value)
print(log)


# The end of one in the middle, while those around it go on.
def pieces(depth):
    if depth:
        yield from pieces(depth - 1)
        yield depth, stack()
        yield from pieces(depth - 1)


for _, names in pieces(3):
    print(' '.join(names))


# What fails passes through every body, each with its line.
def failing(depth):
    if depth == 0:
        yield 'before'
        raise ValueError('innermost')
    try:
        yield from failing(depth - 1)
    finally:
        log.append(('finally', depth, type(sys.exc_info()[1]).__name__))


del log[:]
generator = failing(3)
print(next(generator))
try:
    next(generator)
except ValueError:
    print(traceback.format_exc())
print(log)


# Some handle it, and go on.
def handling(depth):
    if depth == 0:
        yield 'first'
        raise LookupError('lost')
    try:
        yield from handling(depth - 1)
    except LookupError as error:
        yield 'handled at %d: %r' % (depth, error)
        if depth < 3:
            raise
    yield 'after %d' % depth


for value in handling(3):
    print(value)


# Each is running while the innermost is; none can be resumed by it.
def watching():
    yield [inspect.getgeneratorstate(g) for g in made]
    for g in made:
        try:
            next(g)
        except ValueError as error:
            yield str(error)


def around(inner):
    yield from inner


made = [watching()]
for _ in range(3):
    made.append(around(made[-1]))
for value in made[-1]:
    print(value)
print([inspect.getgeneratorstate(g) for g in made])

# One in the middle is resumed, and closed, by somebody else.
made = [iter_ for iter_ in (chain(0),)]
for _ in range(3):
    made.append(around(made[-1]))
print(next(made[3]), type(next(made[1])).__name__, next(made[2]))
made[2].close()
print([inspect.getgeneratorstate(g) for g in made])
print(next(made[3], 'over'))


# As deep as Python's stack, and no deeper.
def deep(n):
    if n:
        yield from deep(n - 1)
    else:
        yield 'bottom'
        yield 'again'


sys.setrecursionlimit(300)
generator = deep(200)
print(next(generator), next(generator), next(generator, 'end'))
generator = deep(400)
try:
    next(generator)
except RecursionError as error:
    print(error)


def call(n, f):
    return call(n - 1, f) if n else f()


generator = deep(200)
print(next(generator))
try:
    call(150, lambda: next(generator))
except RecursionError as error:
    print(error)
print(next(generator, 'ended'))


# Coroutines, awaited through each other.
class Pause:
    def __await__(self):
        got = yield stack()
        return got


async def leaf():
    first = await Pause()
    second = await Pause()
    return first, second


async def branch(depth):
    if depth == 0:
        return await leaf()
    return (depth, await branch(depth - 1))


coroutine = branch(2)
print(' '.join(coroutine.send(None)))
print(' '.join(coroutine.send('a')))
try:
    coroutine.send('b')
except StopIteration as stop:
    print(stop.value)

coroutine = branch(2)
coroutine.send(None)
try:
    coroutine.throw(OSError('thrown'))
except OSError:
    print(traceback.format_exc())
