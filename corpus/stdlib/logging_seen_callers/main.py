# pymp: python=2,3
"""Where a record says that it was logged, for everybody who may look."""
from __future__ import print_function

import io
import logging
import logging.handlers
import sys


class Out(object):
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        pass

    def show(self, what):
        print(what, ''.join(self.parts).split('\n'))
        del self.parts[:]


def where(record):
    return record.filename, record.module, record.lineno, record.funcName, record.pathname == __file__


out = Out()
logger = logging.getLogger('one')
logger.propagate = False
handler = logging.StreamHandler(out)
logger.addHandler(handler)


def log():
    logger.warning('plain')
    logger.warning('with %s', 'arguments')
    logger.error('%(a)s', {'a': 1})


log()
out.show('no formatter')
for text in ('%(message)s', '%(levelname)s:%(name)s:%(message)s', '%(lineno)d %(message)s', '%(funcName)s %(message)s',
             '%(filename)s %(module)s %(message)s', '%(levelname)s %(message)s', '100%% %(message)s'):
    handler.setFormatter(logging.Formatter(text))
    log()
    out.show(text)


class Kept(logging.Handler):
    def __init__(self):
        logging.Handler.__init__(self)
        self.records = []

    def emit(self, record):
        self.records.append(record)


kept = Kept()
logger.addHandler(kept)
log()
print([where(r) for r in kept.records])
logger.removeHandler(kept)
log()
out.show('without it')

memory = logging.handlers.MemoryHandler(100, target=kept)
logger.addHandler(memory)
log()
memory.flush()
print([where(r) for r in kept.records[3:]])
logger.removeHandler(memory)
out.show('memory')


class Looking(logging.Filter):
    def filter(self, record):
        print('filter', where(record))
        return True


looking = Looking()
for filterer in (logger, handler):
    filterer.addFilter(looking)
    log()
    filterer.removeFilter(looking)
log()
out.show('filters')


class Pretty(logging.Formatter):
    def format(self, record):
        return '%s' % (where(record),)


handler.setFormatter(Pretty())
log()
out.show('formatter')
handler.setFormatter(None)


class Louder(logging.StreamHandler):
    def emit(self, record):
        print('emit', where(record))
        logging.StreamHandler.emit(self, record)


louder = Louder(out)
logger.addHandler(louder)
logger.warning('louder')
logger.removeHandler(louder)
out.show('handler')

handler.emit = lambda record: print('own emit', where(record))
logger.warning('own')
del handler.emit
handler.format = lambda record: 'own format %s' % (where(record),)
logger.warning('own')
del handler.format
out.show('attributes')

original = logging.StreamHandler.emit
logging.StreamHandler.emit = lambda self, record: print('patched', where(record))
logger.warning('patched')
logging.StreamHandler.emit = original
original = logging.LogRecord.getMessage
logging.LogRecord.getMessage = lambda self: 'message of %s' % (where(self),)
logger.warning('patched')
logging.LogRecord.getMessage = original
original = logging.Logger.makeRecord


def make(self, name, level, fn, lno, *rest, **more):
    print('make', fn == __file__, lno)
    return original(self, name, level, fn, lno, *rest, **more)


logging.Logger.makeRecord = make
logger.warning('made')
logging.Logger.makeRecord = original
out.show('patches')


class Own(logging.Logger):
    def handle(self, record):
        print('handle', where(record))
        logging.Logger.handle(self, record)


own = Own('own')
own.addHandler(handler)
own.warning('own')
child = logger.getChild('child')
child.warning('child')
child.addHandler(kept)
del kept.records[:]
child.warning('both')
print([where(r) for r in kept.records])
child.removeHandler(kept)
logger.addHandler(kept)
child.warning('parent')
print([where(r) for r in kept.records])
logger.removeHandler(kept)
out.show('loggers')


class Asking(logging.Logger):
    def _log(self, level, msg, args, **more):
        print('asking', self.findCaller()[1:3])
        logging.Logger._log(self, level, msg, args, **more)


asking = Asking('asking')
asking.addHandler(handler)


def asks():
    return logger.findCaller()[1:3]


# Python 2 goes up the stack by a fixed number of calls.
if sys.version_info[0] == 3:
    asking.warning('asked')
    print(logger.findCaller()[1:3])
    print(asks())
out.show('asked')


class Broken(logging.StreamHandler):
    def handleError(self, record):
        print('error', where(record), sys.exc_info()[0].__name__)


broken = Broken(out)
logger.addHandler(broken)
logger.warning('%d', 'no number') if sys.version_info[0] == 3 and logger.removeHandler(handler) is None else None
logger.removeHandler(broken)
out.show('errors')
logger.addHandler(handler)

def f(a, *rest, **more):
    return a, rest, sorted(more.items())


def g(a, b=5, *rest, **more):
    return a, b, rest, sorted(more.items())


def h(a, b, **more):
    return a, b, sorted(more.items())


def k(a, b, *rest):
    return a, b, rest


class Methods(object):
    m = f
    n = g
    o = h
    p = k


o = Methods()
nothing = {}
for call in (lambda: f(1), lambda: f(1, 2, 3), lambda: f(1, x=2), lambda: f(1, **nothing), lambda: f(a=1, b=2), lambda: g(1), lambda: g(1, 2),
             lambda: g(1, 2, 3, z=4), lambda: g(b=1, a=2), lambda: h(1, 2), lambda: h(1, b=2), lambda: h(1, 2, c=3), lambda: k(1, 2), lambda: k(1, 2, 3),
             lambda: k(b=1, a=2), lambda: o.m()[1:], lambda: o.m(1, **nothing)[1:], lambda: o.n(**nothing)[1:], lambda: o.o(7, **nothing)[1:], lambda: o.p(8, 9, **nothing)[1:]):
    print(call())
for call in (lambda: f(), lambda: g(), lambda: h(1), lambda: h(1, 2, 3), lambda: k(1), lambda: f(1, a=2), lambda: o.o(**nothing), lambda: o.p(**nothing)):
    try:
        call()
    except TypeError as error:
        print(error)
