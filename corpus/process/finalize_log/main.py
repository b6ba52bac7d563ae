# pymp: python=2,3
"""What the package's log tells of finalizers, and how they show themselves."""
from __future__ import print_function
import logging
import multiprocessing
import sys
from multiprocessing import util


class Log(logging.Handler):
    def emit(self, record):
        print(record.levelname, record.processName, record.getMessage())
        sys.stdout.flush()


class Called(object):
    def __init__(self, name):
        self.name = self.__name__ = name

    def __call__(self, *args, **kwargs):
        return self.name

    def __repr__(self):
        return '<called %s>' % self.name


class Thing(object):
    pass


def tell(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


logger = multiprocessing.get_logger()
logger.setLevel(util.SUBDEBUG)
thing = Thing()
finalizer = util.Finalize(thing, Called('first'), args=(1,), kwargs={'k': 2}, exitpriority=10)
print(finalizer)
logger.addHandler(Log())
print(finalizer(), finalizer(), finalizer)
cancelled = util.Finalize(None, Called('cancelled'), exitpriority=5)
cancelled.cancel()
print(cancelled, cancelled.still_active(), cancelled())
tell(util.Finalize, None, Called('none'))
tell(util.Finalize, 5, Called('int'))
tell(util.Finalize, thing, Called('text'), exitpriority='x')
print(util.Finalize(thing, Called('bare')))
inherited = util.Finalize(None, Called('in the parent'), exitpriority=3)


def child():
    print(inherited())


process = multiprocessing.Process(target=child, name='Child')
process.start()
process.join()
util.sub_debug('a %s', 'message')
util.Finalize(thing, Called('with the thing'), exitpriority=4)
util.Finalize(None, Called('late'), exitpriority=-3)
