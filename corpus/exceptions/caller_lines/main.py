# pymp: python=3
"""The line on which a function is that has called another, by every kind of call and by special methods."""
import sys
import warnings


def line():
    return sys._getframe(2).f_lineno


class A:
    def __add__(self, other):
        print('add', line())
        return self

    def __getattr__(self, name):
        print(name, line())
        return self

    def __getitem__(self, item):
        print('item', line())
        return self

    def __call__(self, *args, **kwargs):
        print('call', line())
        return self

    def __enter__(self):
        print('enter', line())

    def __exit__(self, *args):
        print('exit', line())

    def __iter__(self):
        print('iter', line())
        return iter([1])

    def __bool__(self):
        print('bool', line())
        return True


def f(x, l):
    y = 1
    z = x + 1
    y = 2
    x.attr
    y = 3
    x[1]
    y = 4
    x(1)
    y = 5
    x(*l)
    y = 6
    x(1,
      *l)
    y = 7
    x(a=
      1)
    y = 8
    with x:
        pass
    for i in x:
        pass
    if x:
        pass
    y = 9
    (x
      .foo(
        *l))
    x(
      x +
      x(*l),
      *l
    )


f(A(), [1, 2])


def warn(call, *args, **kwargs):
    x = 1
    try:
        call(*args, **kwargs)
    finally:
        x = 2
    return x


warnings.showwarning = lambda message, category, filename, lineno, *rest: print(message, lineno)
warn(warnings.warn, 'a warning')
warn(warnings.warn, 'of the caller', stacklevel=2)
