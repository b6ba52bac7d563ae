# pymp: python=2
"""Loops and consumers that have a short form while the builtins are what they are: run hot, then with others in their place."""
import itertools


def walk(n):
    out = []
    for i in range(n):
        out.append(i)
    for i in range(2, n, 3):
        out.append(i)
    for i in range(n, 0, -2):
        out.append(i)
    return out


def count(text):
    return [(i, c) for i, c in enumerate(text, 1)]


def least(a, b, c):
    return min(a, b, c), max(a, b), min(a, c)


def consume(n):
    return (sum(i * 2 for i in xrange(n)), any(i > n for i in range(n)), all(i < n for i in range(n)),
            list(i * i for i in range(4)), tuple(c for c in 'ab'), sorted(-i for i in range(3)), set(i % 2 for i in range(9)),
            max(i % 7 for i in range(n)), min(i - 3 for i in range(n)), ''.join(c for c in u'xy'))


def kinds(o):
    return [isinstance(o, t) for t in (int, long, str, unicode, basestring, object, type, Old, New, (int, Old))]


class Old:
    pass


class New(object):
    pass


for _ in range(300):
    walk(20), count('abc'), least(1, 2, 3), consume(10), kinds(1)
print walk(7), walk(0), walk(-3), walk(2L), range(3L), range(True)
print count('abc'), count(u'a\xe9'), count(''), count([1, 2L])
print least(1, 2, 3), least(1.5, 2, 'a'), least(3L, 2, None), least(True, 0, 0)
print consume(5)
print [kinds(o) for o in (1, 2L, 'a', u'b', None, Old, Old(), New, New(), int, True, 1.5)]
print sum(x for x in [0.1] * 10), sum(x for x in [2 ** 62, 2 ** 62]), sum(x for x in [True, True]), repr(sum(x for x in [1L, 2]))
it = iter([1, 2, 3, 4, 5])
print list(next(it) for _ in itertools.count()), any(next(it) for _ in range(3)), all(next(it) for _ in range(3)), sum(next(it) for _ in range(3))


def ends():
    raise StopIteration


print sorted(ends() for _ in range(2)), set(x if x < 2 else ends() for x in range(5)), tuple(x if x < 2 else ends() for x in range(5))
for bad in (lambda: [i for i in range('a')], lambda: walk(1.5), lambda: walk(None), lambda: sum(x for x in 'ab'), lambda: max(x for x in []), lambda: isinstance(1, 2), lambda: [i for i in range(1, 2, 0)], lambda: list(1 / x for x in (1, 0))):
    try:
        print bad()
    except Exception as e:
        print type(e).__name__, e
for text in ('abc', u'a\xe9b', ''):
    i = iter(text)
    print i.__class__.__name__, list(i), list(i), next(iter(text), None), [c for c in text], list(enumerate(text)), zip(text, text), dict.fromkeys(text), map(None, text), reversed(text).next() if text else ''
i = iter('abcd')
print i.next(), i.__length_hint__(), list(i), i.__length_hint__()


class S(str):
    def __getitem__(self, i):
        return str.__getitem__(self, i).upper()


print list(S('abc')), list(enumerate(S('ab'))), [c for c in S('xy')]
import __builtin__
real_range = range
__builtin__.range = lambda *args: real_range(*args)[::-1]
__builtin__.min = lambda *args: 'least of %d' % len(args)
print walk(4), least(1, 2, 3)
__builtin__.isinstance = lambda o, c: 'asked'
__builtin__.sum = lambda xs: 'summed %r' % list(xs)
__builtin__.enumerate = lambda xs, n=0: [('first', xs)]
print kinds(1)[:2], consume(3)[0], count('abc')
