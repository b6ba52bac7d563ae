"""Queues between threads: first in first out, last in first out, and by priority: those of Python 3, in Python 2's form."""

import threading as _threading
from types import ClassType as _ClassType

__all__ = 'Empty Full Queue PriorityQueue LifoQueue'.split()

_library = __import__('@queue')

Empty, Full = _library.Empty, _library.Full
# Nobody else sees the library's queues.
Full.__module__ = __name__


def __init__(self, maxsize=0):
    self.maxsize, self.unfinished_tasks = maxsize, 0
    self._init(maxsize)
    lock = self.mutex = _threading.Lock()
    for name in 'not_empty', 'not_full', 'all_tasks_done':
        setattr(self, name, _threading.Condition(lock))


def _made(name, base, doc, *methods):
    """A class of the old kind with these methods of the library's class of its name."""
    theirs = vars(getattr(_library, name))
    return _ClassType(name, base, dict(((method, theirs[method]) for method in methods), __doc__=doc, __module__=__name__))


_KIND = ('_init', '_qsize', '_put', '_get')
Queue = _made('Queue', (), 'At most maxsize items, of which the oldest is got first; any number if maxsize is not positive.',
              'put', 'get', 'put_nowait', 'get_nowait', 'qsize', 'empty', 'full', 'task_done', 'join', *_KIND)
Queue.__init__, Queue.is_shutdown = __init__, False
PriorityQueue = _made('PriorityQueue', (Queue,), 'Gives the lowest item first.', *_KIND)
LifoQueue = _made('LifoQueue', (Queue,), 'Gives the newest item first.', *_KIND)
del __init__, _made, _KIND
