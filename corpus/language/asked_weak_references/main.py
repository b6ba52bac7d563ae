# pymp: python=2,3
# A weak reference that is asked after the last name has gone says so.
import gc
import sys
import weakref


class Thing(object):
    pass


class Failure(Exception):
    pass


def in_function():
    thing = Thing()
    ref = weakref.ref(thing)
    same = ref() is thing
    thing = None
    print((same, ref()))


def in_handler():
    try:
        raise Failure('text')
    except Failure as e:
        ref = weakref.ref(e)
    gc.collect()
    print(ref() is None)


thing = Thing()
ref = weakref.ref(thing)
print(ref() is thing)
del thing
print(ref() is None)
in_function()
# Python 2 keeps the exception until the function ends.
if sys.version_info[0] == 3:
    in_handler()
    try:
        weakref.ref(KeyError('text'))
    except TypeError as e:
        print(e)
