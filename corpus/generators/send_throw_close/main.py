"""send, throw, close, yield from and return values."""


def averager():
    total = count = 0
    average = None
    while True:
        try:
            value = yield average
        except ValueError as error:
            print('told', error)
            value = 0
        if value is None:
            return total, count
        total += value
        count += 1
        average = total / count


a = averager()
print(next(a), a.send(10), a.send(20), a.throw(ValueError('reset')))
try:
    a.send(None)
except StopIteration as stop:
    print('returned', stop.value)


def delegate(log):
    result = yield from averager()
    log.append(result)
    yield from 'xy'
    yield from range(2)
    return 'end'


log = []
d = delegate(log)
print(next(d), d.send(4), d.send(None), list(d), log)


def guarded():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print('closing')
        raise
    finally:
        print('cleaned up')


g = guarded()
next(g)
g.close()
print(next(g, 'closed'), g.close())


def stubborn():
    try:
        yield
    except GeneratorExit:
        yield 'no'


s = stubborn()
next(s)
for action in (s.close, lambda: averager().send(1), lambda: guarded().throw(KeyError('k'))):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)


def fails():
    raise StopIteration('inside')
    yield


try:
    next(fails())
except RuntimeError as error:
    print(error, repr(error.__cause__))


def reentrant():
    yield next(it)


it = reentrant()
try:
    next(it)
except ValueError as error:
    print(error)
print((n for n in 'ab').__next__())
