# pymp: python=2,3
"""A generator that handles the very exception that who resumes it handles goes on handling it. In Python 2 a yield makes it forget."""
from __future__ import print_function

import sys


def kind():
    cls = sys.exc_info()[0]
    return cls.__name__ if cls else None


def handles():
    try:
        yield 'waits'
    except ValueError:
        print('caught', kind())
        yield 'handles'
        print('resumed', kind())
        try:
            raise KeyError
        except KeyError:
            yield 'handles another'
            print('resumed', kind())
        print('between', kind())
    print('after', kind())
    yield 'handles nothing'
    print('at the end', kind())


def show(give):
    print(give, kind())


g = handles()
show(next(g))
try:
    raise ValueError(1)
except ValueError as error:
    show(g.throw(error))
    show(next(g))
    show(next(g))
show(next(g, None))

g = handles()
show(next(g))
try:
    raise ValueError(1)
except ValueError as error:
    show(g.throw(error))
show(next(g))
try:
    raise IndexError
except IndexError:
    show(next(g))
show(next(g, None))


def again():
    try:
        raise sys.exc_info()[1]
    except ValueError:
        yield 'raised again'
        print('resumed', kind())
    print('after', kind())


try:
    raise ValueError(2)
except ValueError:
    g = again()
    show(next(g))
    try:
        raise LookupError
    except LookupError:
        show(next(g, None))


def cleaned():
    try:
        yield 'waits'
    finally:
        print('finally', kind())
        yield 'in finally'
        print('finally', kind())


g = cleaned()
show(next(g))
try:
    raise ValueError(3)
except ValueError as error:
    show(g.throw(error))
    try:
        next(g)
    except ValueError as left:
        print(left is error, kind())
