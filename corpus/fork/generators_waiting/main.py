"""Generators that are suspended when the process forks go on in both, wherever they wait."""
import contextlib
import itertools
import multiprocessing
import os
import sys


def run(target, *args):
    sys.stdout.flush()
    process = multiprocessing.Process(target=target, args=args)
    process.start()
    process.join()
    return process.exitcode


def in_child(name, generator, *sent):
    """What it gives in the child, then what it gives here: the same."""
    def target():
        print(name, 'child', goes_on(generator, sent))
    code = run(target)
    print(name, 'parent', goes_on(generator, sent), code)


def goes_on(generator, sent):
    found = []
    try:
        for value in sent:
            if isinstance(value, Exception):
                found.append(generator.throw(value))
            else:
                found.append(generator.send(value))
        found.extend(generator)
    except Exception as error:
        found.append(repr(error))
    return found


def counted(n):
    for i in range(n):
        yield i


def stepped(start, stop, step):
    total = 0
    for i in range(start, stop, step):
        total += i
        yield i, total


def over(items):
    for i, item in enumerate(items):
        for letter in item:
            yield i, letter


def pairs(table):
    for key, value in sorted(table.items()):
        yield key
        yield value


def spun():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
        if a > 100:
            return 'enough'


def averager():
    total = 0.0
    count = 0
    average = None
    while True:
        term = yield average
        if term is None:
            break
        total += term
        count += 1
        average = total / count
    return count, average


def guarded(log):
    try:
        yield 'in try'
        yield 'still'
    except ValueError as error:
        yield 'handling %s' % error
        yield 'handling still %s' % (sys.exc_info()[1],)
    else:
        yield 'else'
    finally:
        log.append('finally')
        yield 'in finally'
    yield 'after'


class Manager:
    def __init__(self, log):
        self.log = log

    def __enter__(self):
        self.log.append('enter')
        return self

    def __exit__(self, *details):
        self.log.append('exit %s' % (details[0],))
        return True


def managed(log):
    with Manager(log) as manager:
        yield 'inside'
        yield manager.log[:]
        raise KeyError('swallowed')
    yield log[:]


def delegating(n):
    first = yield from counted(n)
    yield first
    result = yield from spun()
    yield result
    yield from [7, 8, 9]


def closing_over(n):
    seen = []

    def note(x):
        nonlocal n
        seen.append(x)
        n += 1

    while n < 6:
        note(n)
        yield n
        yield tuple(seen)


def nested():
    inner = counted(5)
    next(inner)
    for value in inner:
        yield value, next(inner, 'none')


class Tree:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


def breaking(rows):
    for row in rows:
        for item in row:
            if item < 0:
                break
            if item == 5:
                continue
            yield item
        else:
            yield 'whole'
        yield 'row'


def matched(things):
    for thing in things:
        match thing:
            case int(n) if n > 3:
                yield 'big', n
            case [a, *rest]:
                yield a
                yield rest
            case _:
                yield 'other'


def conditional(flag):
    x = (yield 'a') if flag else (yield 'b')
    y = x or (yield 'c')
    z = x and (yield 'd')
    yield x, y, z


@contextlib.contextmanager
def stage(name):
    print('begin', name)
    try:
        yield name.upper()
    finally:
        print('end', name)


def begun(generator, times=1):
    for _ in range(times):
        next(generator)
    return generator


if __name__ == '__main__':
    in_child('counted', begun(counted(6), 3))
    in_child('stepped', begun(stepped(10, 0, -3), 2))
    in_child('big range', begun(stepped(10 ** 20, 10 ** 20 + 3, 1)))
    in_child('over', begun(over(['ab', 'cd', 'e']), 3))
    in_child('over a generator', begun(over(str(n) * 2 for n in range(3)), 2))
    in_child('pairs', begun(pairs({'x': 1, 'y': 2}), 2))
    in_child('spun', begun(spun(), 4))
    in_child('averager', begun(averager()), 10, 20.5, 3)
    half = begun(averager())
    half.send(4)
    in_child('averager half', half, 10, None)
    log = []
    in_child('guarded', begun(guarded(log)))
    in_child('guarded throw', begun(guarded(log)), ValueError('thrown'))
    handling = begun(guarded(log))
    handling.throw(ValueError('before'))
    in_child('guarded handling', handling)
    finishing = begun(guarded(log), 4)
    in_child('guarded finally', finishing)
    print(log)
    log = []
    in_child('managed', begun(managed(log)))
    print(log)
    in_child('delegating', begun(delegating(3), 2))
    in_child('delegating later', begun(delegating(3), 6))
    in_child('delegating last', begun(delegating(1), 16))
    in_child('closing over', begun(closing_over(2), 3))
    in_child('nested', begun(nested()))
    in_child('tree', begun(iter(Tree(4, Tree(2, Tree(1), Tree(3)), Tree(6))), 2))
    in_child('breaking', begun(breaking([[1, 2, -1, 3], [4, 5, 6], [7]]), 2))
    in_child('matched', begun(matched([5, [1, 2, 3], 'x', 9]), 2))
    in_child('conditional', begun(conditional(True)), 0, 'sent')
    in_child('conditional else', begun(conditional(False)), 1, 'sent')
    in_child('genexp', begun((a * b for a in range(4) if a for b in range(3)), 2))
    in_child('islice', begun(itertools.islice(counted(9), 1, 7, 2)))
    in_child('chain', begun(itertools.chain(counted(2), 'ab'), 1))
    in_child('map', iter(map(str, begun(counted(4)))))

    with stage('outer') as name:
        sys.stdout.flush()
        pid = os.fork()
        if pid == 0:
            print('forked in', name)
        else:
            os.waitpid(pid, 0)
            print('waited in', name)
    sys.stdout.flush()
    if pid == 0:
        os._exit(0)

    def twice(generator):
        print('child', next(generator))
        print(run(lambda: print('grandchild', list(generator))))
        print('child again', list(generator))
    both = begun(stepped(0, 12, 2), 2)
    print(run(twice, both), list(both))
    closed = begun(guarded([]))
    try:
        closed.close()
    except RuntimeError as error:
        print(error)
