# pymp: python=2
"""What an except clause has handled is what raise and sys.exc_info() go by until the function ends; finally handles nothing."""
import sys
def t(f):
    try:
        print f()
    except BaseException, e:
        print type(e).__name__, e
def a():
    try:
        raise ValueError(1)
    finally:
        print sys.exc_info()[0]
def b():
    try:
        raise KeyError(1)
    except KeyError:
        pass
    try:
        raise ValueError(1)
    finally:
        print sys.exc_info()[0]
        raise
def c():
    try:
        raise KeyError(1)
    except KeyError:
        try:
            raise ValueError(1)
        finally:
            print sys.exc_info()[0]
            raise
def d():
    try:
        raise ValueError(1)
    finally:
        raise
def e():
    try:
        try:
            raise ValueError(1)
        finally:
            try:
                raise IndexError(2)
            except IndexError:
                print sys.exc_info()[0]
            print sys.exc_info()[0]
    except ValueError:
        print sys.exc_info()[0]
    print sys.exc_info()[0]
def g():
    try:
        yield 1
    finally:
        print sys.exc_info()[0]
        raise
def h():
    it = g()
    next(it)
    return it.throw(ValueError)
def k():
    it = g()
    next(it)
    it.close()
def w():
    class C(object):
        def __enter__(self): return self
        def __exit__(self, *a): print a[0], sys.exc_info()[0]
    with C():
        raise ValueError(3)
for f in (d, a, b, c, d, e, h, k, w):
    print f.__name__
    t(f)


def retry(n):
    for i in range(n):
        try:
            int('x%d' % i)
        except ValueError, error:
            continue
    raise


def inner_wins():
    try:
        raise KeyError('outer')
    except KeyError:
        try:
            raise IndexError('inner')
        except IndexError:
            pass
        raise


def caller():
    try:
        retry(2)
    except ValueError:
        pass
    print sys.exc_info()[1]


def returns(n):
    try:
        if n == 1:
            return 'body'
        raise KeyError(n)
    except KeyError:
        if n == 2:
            return 'handler'
    if n == 3:
        return sys.exc_info()[0]
    while True:
        try:
            raise IndexError(n)
        except IndexError:
            break
    return [sys.exc_info()[0], n]


def cleared():
    try:
        raise KeyError(1)
    except KeyError:
        pass
    sys.exc_clear()
    print sys.exc_info()


def imports():
    try:
        raise KeyError('importing')
    except KeyError:
        import other
        print sys.exc_info()[0]
        raise


def values():
    try:
        yield 1
        raise KeyError('in generator')
    except KeyError:
        yield sys.exc_info()[0]
    yield 3


for f in (lambda: retry(3), inner_wins, caller, cleared, imports, lambda: list(values())):
    t(f)
    print sys.exc_info()[0]
for n in (1, 2, 3, 4):
    print returns(n), sys.exc_info()[0]
try:
    raise KeyError('module')
except KeyError:
    pass
print sys.exc_info()[1]


class Body:
    try:
        raise IndexError('class')
    except IndexError:
        pass


print sys.exc_info()[1]


def many(n):
    for i in xrange(n):
        try:
            raise ValueError(i)
        except ValueError, error:
            pass
    return error


print repr(many(20000))
raise
