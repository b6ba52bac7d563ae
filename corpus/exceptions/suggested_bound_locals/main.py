# pymp: python=3
"""For an unknown name only those local variables are suggested that have a value at that moment."""
import sys
import traceback


def told(f):
    try:
        f()
    except NameError:
        print(f.__name__)
        traceback.print_exc(limit=0, file=sys.stdout)


def bound():
    valueA = 1
    return valuea


def not_yet():
    if not told:
        valueA = 1
    return valuea


def deleted():
    valueA = 1
    del valueA
    return valuea


def in_empty_loop():
    for valueA in ():
        pass
    return valuea


def in_loop():
    for valueA in (1,):
        pass
    return valuea


def failed():
    try:
        valueA, rest = (1,)
    except ValueError:
        return valuea


def shared():
    def inner():
        return valueA

    if inner is None:
        valueA = 1
    return valuea


def shared_and_bound():
    def inner():
        return valueA

    if inner is not None:
        valueA = 1
    return valuea


def other_is_near():
    if not told:
        valueA = 1
    valueB = 2
    return value


for f in (bound, not_yet, deleted, in_empty_loop, in_loop, failed, shared, shared_and_bound, other_is_near):
    told(f)
