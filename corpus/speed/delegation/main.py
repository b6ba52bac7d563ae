"""yield from over generators, iterators of every kind, with values sent, exceptions thrown and closing."""


def inner(n):
    total = 0
    try:
        for i in range(n):
            got = yield i
            if got is not None:
                total += got
    except KeyError as error:
        yield ('caught', error.args)
        total = -1
    finally:
        log.append('inner done')
    return total


def outer(source):
    result = yield from source
    log.append(('result', result))
    return [result, (yield from [1, 2]) is None]


log = []
for _ in range(3000):
    for x in outer(inner(2)):
        pass
del log[:]
g = outer(inner(3))
print(next(g), g.send(5), g.send(6), next(g), next(g))
try:
    next(g)
except StopIteration as stop:
    print(stop.value, log)
g = outer(inner(3))
next(g)
print(g.throw(KeyError('k')), next(g), log[-1])
g.close()
g = outer(inner(3))
next(g)
g.close()
print(log[-2:])
g = outer(inner(3))
next(g)
try:
    g.throw(ValueError('v'))
except ValueError as error:
    print(error, log[-1])


class Own:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration('own end')
        return self.n

    def throw(self, *args):
        return ('thrown', args[0])

    def close(self):
        log.append('own closed')


g = outer(Own())
print(next(g), g.throw(IndexError('i')), list(g), log[-1])
g = outer(Own())
next(g)
try:
    g.send(1)
except AttributeError as error:
    print(error)
g = outer(Own())
next(g)
g.close()
print(log[-1])
g = outer(iter([7, 8]))
next(g)
try:
    g.throw(OSError('no throw'))
except OSError as error:
    print(error)
done = inner(0)
list(done)
print(list(outer(done)), list(outer('ab')), list(outer({1: 2})), list(outer(range(2))))
try:
    list(outer(5))
except TypeError as error:
    print(error)


def deep(n):
    if n:
        yield from deep(n - 1)
    yield n


print(sum(deep(200)), [a + (yield_ or 0) for a, yield_ in zip(deep(3), deep(3))])


def two():
    return (yield from inner(1)), (yield from inner(2))


g = two()
print(list(g))
