# pymp: python=3
# Where tracebacks say that a star, a base, a clause or a generator failed.
import traceback
import sys


class A:
    pass


a = A()
b = 1


def show(run):
    try:
        run()
    except Exception:
        traceback.print_exc(file=sys.stdout)


def bases():
    class B(a,
            b):
        x = 1
        y = 2


def starred_bases():
    class B(
       *a): x = 1


def keywords_of_a_class():
    class B(A, foo=1): x = 2


def clause():
    try: 1 / 0
    except a:
        pass
        c = 1


def clauses():
    try: 1 / 0
    except (a,
      b): c = 1


def keys():
    return {[]:
        1 for k in [1]}


def called():
    return print(1,
      *a)


def displays(which):
    return [lambda: [*a], lambda: (1, *a, 2), lambda: {1, *a}, lambda: print(*a), lambda: print(*a, sep=''),
            lambda: print(1, *[2], *a), lambda: ''.join(*a), lambda: ''.join('a', *a), lambda: print(*[1], **a)][which]()


for run in bases, starred_bases, keywords_of_a_class, clause, clauses, keys, called:
    show(run)
for i in range(9):
    show(lambda: displays(i))


def floats(n):
    yield n
    c = n < 0.5


def step(n):
    yield n * 0.5 + 1


for f in floats, step:
    it = f(1)
    next(it)
    show(lambda: it.throw(ValueError('thrown')))
