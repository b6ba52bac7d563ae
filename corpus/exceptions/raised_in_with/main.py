"""What is raised in the body of a with statement, by itself and by calls: suppressed, passed on, replaced; what it is raised under."""
import sys


class Manager(object):
    def __init__(self, name, suppresses=False, raises=None):
        self.name, self.suppresses, self.raises = name, suppresses, raises

    def __enter__(self):
        log.append('enter ' + self.name)
        return self

    def __exit__(self, kind, value, trace):
        log.append((self.name, kind and kind.__name__, sys.exc_info()[1] is value))
        if self.raises is not None:
            raise self.raises
        return self.suppresses


def fail(error):
    raise error


def own(n, suppresses):
    for i in range(n):
        with Manager('a', suppresses):
            if i % 3 == 1:
                raise KeyError(i)
            if i % 3 == 2:
                continue
            with Manager('b', i % 2):
                if i % 2:
                    raise ValueError(i)
                fail(ValueError(i))
        log.append(i)
    return sys.exc_info()


def returns():
    with Manager('r', True):
        try:
            with Manager('s') as s:
                if s:
                    raise IndexError('i')
        except IndexError as e:
            return e.args
        finally:
            log.append('finally')
    return 'after'


def context(make):
    try:
        raise TypeError('first')
    except TypeError:
        try:
            make()
        except Exception as e:
            return type(e).__name__, repr(getattr(e, '__context__', None)), sys.exc_info()[0].__name__


def raising():
    with Manager('x'):
        raise KeyError('k')


def calling():
    with Manager('y'):
        fail(KeyError('k'))


def replacing():
    with Manager('z', raises=IndexError('from exit')):
        raise KeyError('k')


def nested():
    with Manager('n', True), Manager('m'):
        raise KeyError('k')
    with Manager('n', True), Manager('m', raises=IndexError('exit')):
        raise KeyError('k')


def generates():
    with Manager('g', True):
        got = yield sys.exc_info()
        if got:
            raise KeyError(got)
    yield 'suppressed', sys.exc_info()


log = []
for i in range(400):
    own(4, True)
del log[:]
print(own(4, True), log)
del log[:]
try:
    own(4, False)
except ValueError as e:
    print(repr(e), log)
print(returns(), log[-4:])
for make in raising, calling, replacing, nested:
    del log[:]
    print(context(make), log)
g = generates()
print(next(g), g.send('sent'), log[-1])
try:
    raising()
except KeyError:
    lines = []
    tb = sys.exc_info()[2]
    while tb is not None:
        lines.append(tb.tb_lineno)
        tb = tb.tb_next
    print(lines)
