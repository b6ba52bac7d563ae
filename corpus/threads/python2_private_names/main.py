# pymp: python=2
"""What programs of Python 2 use of threading's private names; a class that gets another name; tempfile's names for heaps."""
import random
import subprocess
import threading
import time
import unittest
from multiprocessing import heap


class Returning(threading.Thread):
    """The usual recipe for a thread that gives a result."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, Verbose=None):
        threading.Thread.__init__(self, group, target, name, args, kwargs, Verbose)
        self._return = None

    def run(self):
        if self._Thread__target is not None:
            self._return = self._Thread__target(*self._Thread__args, **self._Thread__kwargs)

    def join(self):
        threading.Thread.join(self)
        return self._return


thread = Returning(target=lambda a, b=2: a * b, name='counting', args=(4,), kwargs={'b': 5})
print thread._Thread__name, thread._Thread__stopped, thread._Thread__started.is_set(), thread._Thread__daemonic
thread.start()
print thread.join(), thread._Thread__stopped, thread._Thread__started.is_set(), thread.ident == thread._Thread__ident
thread._Thread__args = (1, 2)
print thread._Thread__args

event, semaphore, bounded = threading.Event(), threading.Semaphore(3), threading.BoundedSemaphore(2)
event.set()
semaphore.acquire()
print event._Event__flag, semaphore._Semaphore__value, bounded._Semaphore__value
lock, condition = threading.RLock(), threading.Condition()
print lock._RLock__count, lock._RLock__owner, len(condition._Condition__waiters)
with lock:
    with lock:
        print lock._RLock__count, lock._RLock__owner == threading.current_thread().ident

try:
    thread._Thread__other
except AttributeError as error:
    print error


class Case(unittest.TestCase):
    def test_nothing(self):
        pass


def function():
    pass


Case.__name__, function.__name__ = 'Renamed', 'other'
print Case('test_nothing').id(), Case('test_nothing'), Case('test_nothing').shortDescription(), function.__name__

blocks = [heap.BufferWrapper(random.randrange(1, 1000)) for _ in range(30)]
print len(blocks)
subprocess._cleanup()
print subprocess._active


def forever():
    while True:
        time.sleep(0.05)


# It runs on, but nobody waits for it, nor does the end of the program.
stopped = threading.Thread(target=forever)
stopped.start()
stopped._Thread__stop()
stopped.join()
print stopped.isAlive()
