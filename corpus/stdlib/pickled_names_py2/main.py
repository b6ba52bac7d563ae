# pymp: python=2
# The names under which classes and functions of the library are pickled, and what finds them again.
import argparse
import collections
import ConfigParser
import cPickle
import datetime
import decimal
import fractions
import logging
import pickle
import Queue
import random
import socket
import StringIO
import subprocess
import threading
import time
import urllib2
import UserDict

THINGS = [threading.Thread, Queue.Empty, Queue.Full, Queue.Queue, random.Random, datetime.date, datetime.timedelta,
          collections.OrderedDict, collections.Counter, collections.defaultdict, collections.deque, collections.namedtuple,
          subprocess.CalledProcessError, subprocess.call, decimal.Decimal, fractions.Fraction, UserDict.UserDict, socket.timeout,
          socket.error, urllib2.URLError, urllib2.HTTPError, ConfigParser.NoSectionError, logging.LogRecord, logging.info,
          argparse.Namespace, time.struct_time, time.sleep]
for thing in THINGS:
    for module in (pickle, cPickle):
        text = module.dumps(thing, 0)
        print repr(text), module.loads(text) is thing


class Persistent(pickle.Pickler):
    def persistent_id(self, o):
        return 'id:%s' % o if isinstance(o, float) else None


class Loading(pickle.Unpickler):
    def persistent_load(self, name):
        return 'loaded', name

    def find_class(self, module, name):
        print 'find', module, name
        return pickle.Unpickler.find_class(self, module, name)


out = StringIO.StringIO()
Persistent(out, 1).dump([1, 2.5, threading.Thread])
print Loading(StringIO.StringIO(out.getvalue())).load()

out = StringIO.StringIO()
pickler = cPickle.Pickler(out, 2)
pickler.persistent_id = lambda o: 'id' if isinstance(o, float) else None
pickler.dump([1, 2.5])
unpickler = cPickle.Unpickler(StringIO.StringIO(out.getvalue()))
unpickler.persistent_load = lambda name: ('loaded', name)
print unpickler.load()

for find in (lambda module, name: (module, name), None):
    unpickler = cPickle.Unpickler(StringIO.StringIO(cPickle.dumps([Queue.Empty])))
    unpickler.find_global = find
    try:
        print unpickler.load()
    except cPickle.UnpicklingError as error:
        print error

with open('several.pkl', 'wb') as f:
    for i in range(3):
        pickle.dump({i: [i]}, f, -1)
with open('several.pkl', 'rb') as f:
    while True:
        try:
            print pickle.load(f)
        except EOFError as error:
            print repr(error)
            break

p = cPickle.Pickler(StringIO.StringIO()); p.dump(1)
try: p.getvalue()
except Exception as e: print type(e).__module__, type(e).__name__, e
p = cPickle.Pickler(2); x = [1]; p.dump(x); p.dump(x); print cPickle.loads(p.getvalue()), repr(p.getvalue()) if 0 else ''
p = cPickle.Pickler(-1); p.dump(5); print repr(p.getvalue())
try: cPickle.Pickler(5)
except Exception as e: print type(e).__name__, e
try: cPickle.Pickler('x')
except Exception as e: print type(e).__name__, e
u = cPickle.Unpickler(StringIO.StringIO('N.'))
try: u.find_global
except AttributeError as e: print e

for m in (pickle, cPickle):
    for f in (lambda: m.dump(1, 'x'), lambda: m.load('x'), lambda: m.dump(1, None), lambda: m.load(None), lambda: m.Unpickler('x')):
        try: f()
        except Exception as e: print m.__name__, type(e).__name__, e
