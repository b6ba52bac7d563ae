# pymp: python=2,3 mask-regex="at 0x([0-9a-fA-F]+)"
"""Errors of __del__, of closed generators, of callbacks of weak references and of what runs at the end."""
from __future__ import print_function

import atexit
import gc
import sys
import time
import weakref

sys.stderr = sys.stdout


class Silent(Exception):
    def __str__(self):
        raise RuntimeError('no text')

    __repr__ = __str__


class Gone(object):
    def __init__(self, error):
        self.error = error

    def __del__(self):
        raise self.error


class Chained(object):
    def __del__(self):
        try:
            {}['missing']
        except KeyError:
            raise ValueError('another')


class Elsewhere(Exception):
    pass


Elsewhere.__module__ = 'some.where'


def stopped():
    try:
        yield
    finally:
        raise ValueError('while it was closed')


def let_go(thing):
    del thing


for error in KeyError('key'), OSError(2, 'nothing there'), TypeError(), Elsewhere('far'):
    print('--', type(error).__name__)
    thing = Gone(error)
    del thing
    gc.collect()
if sys.version_info[0] > 2:
    thing = Gone(Silent())
    del thing
    gc.collect()
thing = Chained()
del thing
gc.collect()
if sys.version_info[0] > 2:
    generator = stopped()
    next(generator)
    del generator
    gc.collect()


class Target(object):
    pass


def callback(reference):
    raise ArithmeticError('called back')


target = Target()
reference = weakref.ref(target, callback)
del target
gc.collect()

if sys.version_info[0] > 2:
    import _thread

    def thread():
        raise LookupError('in a thread')

    _thread.start_new_thread(thread, ())
    time.sleep(0.1)

    @atexit.register
    def last():
        raise SystemError('at the end')

    @atexit.register
    def first():
        sys.unraisablehook = lambda info: print('hook:', info.exc_type.__name__, info.err_msg.split('<')[0], info.object)
        raise KeyError
