"""Generators that are left in the middle: which of them notice."""
from __future__ import print_function


def others():
    try:
        yield 1
        yield 2
    except (IndexError, KeyError):
        print('others')
    except Exception:
        print('exception')


def exits():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print('exit')


def bare():
    try:
        yield 1
        yield 2
    except:
        print('bare')


def base():
    try:
        yield 1
        yield 2
    except BaseException as e:
        print('base', type(e).__name__)


def finals():
    try:
        yield 1
        yield 2
    finally:
        print('finally')


def inner():
    try:
        try:
            yield 1
            yield 2
        except ValueError:
            print('value')
    finally:
        print('outer finally')


Own = BaseException


def own():
    try:
        yield 1
        yield 2
    except Own:
        print('own')


class Manager(object):
    def __enter__(self):
        return self

    def __exit__(self, *args):
        print('manager', args[0].__name__)


def managed():
    with Manager():
        yield 1
        yield 2


for make in others, exits, bare, base, finals, inner, own, managed:
    print('-', make.__name__)
    for x in make():
        break
    print('left')
    g = make()
    next(g)
    g.close()
    print('closed', next(g, 'end'))
    g = make()
    next(g)
    del g
    print('deleted')
    g = make()
    next(g)
    try:
        g.throw(KeyError('k'))
    except (KeyError, StopIteration) as e:
        print('came out', type(e).__name__)
