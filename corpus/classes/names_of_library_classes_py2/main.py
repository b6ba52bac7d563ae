# pymp: python=2
"""Which classes of the library show themselves as types, which as classes, and the modules that they are in."""
import array
import cPickle
import collections
import ctypes
import datetime
import decimal
import multiprocessing
import multiprocessing.pool
import operator
import Queue
import socket
import struct
import thread
import threading
import UserDict

for o in (multiprocessing.Process(), multiprocessing.Queue(), multiprocessing.Value('i', 1), multiprocessing.Array('i', 2), multiprocessing.Lock(),
          multiprocessing.RLock(), multiprocessing.Semaphore(), multiprocessing.Condition(), multiprocessing.Event(),
          multiprocessing.current_process(), multiprocessing.current_process().authkey, threading.Thread(), threading.Lock(), thread.allocate_lock(),
          datetime.datetime.now(), datetime.timedelta(1), ctypes.c_int(1), decimal.Decimal(1), collections.OrderedDict(), collections.deque(),
          collections.defaultdict(int)):
    print type(o)
for t in (multiprocessing.Process, multiprocessing.TimeoutError, multiprocessing.ProcessError, multiprocessing.AuthenticationError, socket.error, socket.timeout,
          Queue.Empty, struct.error, cPickle.PicklingError, ValueError, OSError, multiprocessing.pool.AsyncResult):
    print t, t.__module__


class Old:
    def __getitem__(self, i):
        pass


class New(object):
    def __getitem__(self, i):
        pass


class Number(object):
    def __int__(self):
        return 1


class Dict(dict):
    pass


for o in [[], (), '', u'', {}, 1, 1L, 1.5, 1j, None, True, xrange(3), set(), Old(), New(), Number(), Dict(), collections.deque(), collections.OrderedDict(),
          collections.Counter(), bytearray(), buffer('a'), array.array('i'), len, iter([]), UserDict.UserDict(), slice(1)]:
    print type(o).__name__, operator.isSequenceType(o), operator.isMappingType(o), operator.isNumberType(o)
try:
    raise multiprocessing.TimeoutError('early')
except multiprocessing.TimeoutError as e:
    print repr(e), type(e)
raise multiprocessing.TimeoutError('late')
