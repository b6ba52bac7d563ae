"""Threads as objects, and what they wait for each other with: the classes of Python 3, under Python 2's names and habits."""

import itertools as _itertools
import re as _re
from time import sleep as _sleep, time as _time

import thread as _thread
from _privatenames import add_to_locks as _add_to_locks

_base = __import__('@threading')

__all__ = ['activeCount', 'active_count', 'Condition', 'currentThread', 'current_thread', 'enumerate', 'Event', 'Lock',
           'RLock', 'Semaphore', 'BoundedSemaphore', 'Thread', 'Timer', 'setprofile', 'settrace', 'local', 'stack_size']

from thread import allocate_lock as Lock, error as ThreadError

_allocate_lock = Lock
local = _base.local
stack_size = _base.stack_size
current_thread = currentThread = _base.current_thread
active_count = activeCount = _base.active_count
enumerate = _enumerate = _base.enumerate
settrace = _base.settrace
setprofile = _base.setprofile
_active = _base._active
_limbo = _base._limbo
_active_limbo_lock = _base._active_limbo_lock
_start_new_thread = _thread.start_new_thread
_get_ident = _thread.get_ident
_shutdown = _base._shutdown
_MainThread = _base._MainThread
_DummyThread = _base._DummyThread

# ---------------------------------------------------------------- threads

Thread = _base.Thread
_numbers = _itertools.count(1)
_init_thread = Thread.__init__


def _newname(template='Thread-%d'):
    return template % next(_numbers)


def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, verbose=None, **more):
    """A thread that calls target(*args, **kwargs)."""
    if more and not isinstance(self, _DummyThread):
        raise TypeError("__init__() got an unexpected keyword argument '%s'" % min(more))
    _init_thread(self, group, target, name or _newname(), args, kwargs, **more)


def _asks(name, method):
    """The older name of a method without arguments."""
    def ask(self):
        return getattr(self, method)()

    ask.__name__ = name
    return ask


def _accessors(attribute):
    """The older pair of methods for an attribute."""
    def get(self):
        return getattr(self, attribute)

    def set(self, value):
        setattr(self, attribute, value)

    return get, set


def _holding_lock(self):
    """For pickle and copy: a lock is in each of these, and neither can have that."""
    return {'_lock': _allocate_lock()}


Thread.__init__ = __init__
Thread.__getstate__ = _holding_lock
Thread.isAlive = _asks('isAlive', 'is_alive')
Thread.getName, Thread.setName = _accessors('name')
Thread.isDaemon, Thread.setDaemon = _accessors('daemon')
del __init__


def _maker(cls):
    """The function that makes instances: in Python 2, the classes have an underscore before their names."""
    def make(*args, **kwargs):
        return cls(*args, **kwargs)

    make.__name__, make.__doc__ = cls.__name__[1:], cls.__doc__
    return make


class _Timer(_base.Timer):
    """Calls a function after a time, in seconds, unless it is cancelled before."""


Timer = _maker(_Timer)


# ---------------------------------------------------------------- locks


class _RLock(type(_base.RLock())):
    """A lock that the thread that has it can take again."""

    def acquire(self, blocking=1):
        again = self._is_owned()
        got = super(_RLock, self).acquire(blocking)
        return 1 if again else got

    def _held(self):
        """How often it is taken, and by which thread."""
        owner, count = _re.search(r'owner=(\d+) count=(\d+)', super(_RLock, self).__repr__()).groups()
        return int(count), int(owner) or None

    def __reduce_ex__(self, protocol):
        return _RLock, (), _holding_lock(self)

    def __repr__(self):
        count, owner = self._held()
        thread = _active.get(owner)
        return '<%s owner=%r count=%s>' % (type(self).__name__, thread and thread.name, count)


def RLock(*args, **kwargs):
    """A new lock that its owner can take several times."""
    return _RLock()


class _Condition(_base.Condition):
    """A lock with a queue of threads that wait for a notification."""

    def __init__(self, lock=None, verbose=None):
        _base.Condition.__init__(self, RLock() if lock is None else lock)

    def wait(self, timeout=None):
        _base.Condition.wait(self, timeout)

    notifyAll = _asks('notifyAll', 'notify_all')
    __getstate__ = _holding_lock


Condition = _maker(_Condition)


class _Semaphore(_base.Semaphore):
    """A counter that is never below 0: acquire() waits for that."""

    def __init__(self, value=1, verbose=None):
        _base.Semaphore.__init__(self, value)

    __repr__ = object.__repr__
    __getstate__ = _holding_lock


Semaphore = _maker(_Semaphore)


class _BoundedSemaphore(_base.BoundedSemaphore):
    """A semaphore that is never released more often than it was acquired."""

    def __init__(self, value=1, verbose=None):
        _base.BoundedSemaphore.__init__(self, value)

    __repr__ = object.__repr__
    __getstate__ = _holding_lock


BoundedSemaphore = _maker(_BoundedSemaphore)


class _Event(_base.Event):
    """A flag that threads can wait for."""

    def __init__(self, verbose=None):
        _base.Event.__init__(self)

    isSet = _asks('isSet', 'is_set')

    __repr__ = object.__repr__
    __getstate__ = _holding_lock


Event = _maker(_Event)

_add_to_locks(_RLock, _Condition, (_Semaphore, _BoundedSemaphore), _Event)
