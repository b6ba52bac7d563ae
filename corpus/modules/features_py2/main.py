# pymp: python=2
import __future__
print sorted(n for n in dir(__future__) if n[:2] != '__'), __future__.__all__
for n in __future__.all_feature_names:
    f = getattr(__future__, n)
    print n, f, f.optional, f.mandatory, f.compiler_flag, f.getOptionalRelease(), f.getMandatoryRelease()
import contextlib
print sorted(n for n in dir(contextlib) if n[0] != '_'), contextlib.__all__
@contextlib.contextmanager
def f():
    "doc"
    yield 1
m = f()
print type(m)
import doctest


def halves():
    """
    >>> halves()
    3
    >>> 7 / 2
    3
    >>> print 1, 2
    1 2
    """
    return 7 / 2


print doctest.testmod()
print eval(compile('1/2', '', 'eval', __future__.division.compiler_flag, 1)), doctest._extract_future_flags({'division': __future__.division})


def shown(what):
    try:
        what()
    except Exception as e:
        print type(e).__name__, e


@contextlib.contextmanager
def steps(n, swallow=False):
    try:
        for i in range(n):
            yield i
    except KeyError as e:
        print 'caught', e
        if not swallow:
            raise
    finally:
        print 'left', n


def block(n, error=None, swallow=False):
    with steps(n, swallow) as i:
        print 'in', i
        if error is not None:
            raise error


for arguments in [(1,), (0,), (1, KeyError('k')), (1, KeyError('k'), True), (1, StopIteration('s')), (1, KeyError)]:
    shown(lambda: block(*arguments))
with contextlib.nested(steps(1), steps(1)) as both:
    print both
shown(lambda: steps(1).__exit__(KeyError, None, None))


class Door(object):
    def close(self):
        print 'closed'


with contextlib.closing(Door()) as door:
    print type(door).__name__
print steps.__name__, steps.__module__
