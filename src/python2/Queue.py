"""Queues between threads: first in first out, last in first out, and by priority."""

import heapq as _heapq
import threading as _threading
from collections import deque as _deque
from time import time as _time

__all__ = ['Empty', 'Full', 'Queue', 'PriorityQueue', 'LifoQueue']


class Empty(Exception):
    "Raised by get(block=0) and get_nowait()."


class Full(Exception):
    "Raised by put(block=0) and put_nowait()."


class Queue:
    """A queue of at most maxsize items; of any number when maxsize is not positive."""

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.mutex = _threading.Lock()
        self.not_empty = _threading.Condition(self.mutex)
        self.not_full = _threading.Condition(self.mutex)
        self.all_tasks_done = _threading.Condition(self.mutex)
        self.unfinished_tasks = 0

    def task_done(self):
        """Says that an item that was got has been dealt with."""
        with self.all_tasks_done:
            left = self.unfinished_tasks - 1
            if left < 0:
                raise ValueError('task_done() called too many times')
            self.unfinished_tasks = left
            if left == 0:
                self.all_tasks_done.notify_all()

    def join(self):
        """Waits until every item that was put has been dealt with."""
        with self.all_tasks_done:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()

    def qsize(self):
        """How many items are there now."""
        with self.mutex:
            return self._qsize()

    def empty(self):
        """Whether there is none now."""
        with self.mutex:
            return not self._qsize()

    def full(self):
        """Whether there is no room now."""
        with self.mutex:
            return 0 < self.maxsize == self._qsize()

    def put(self, item, block=True, timeout=None):
        """Adds an item; waits for room if block, for at most timeout seconds, and raises Full if there is none."""
        with self.not_full:
            if self.maxsize > 0:
                self._await(self.not_full, self._has_no_room, block, timeout, Full)
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def put_nowait(self, item):
        """Adds an item or raises Full."""
        return self.put(item, False)

    def get(self, block=True, timeout=None):
        """Takes an item; waits for one if block, for at most timeout seconds, and raises Empty if there is none."""
        with self.not_empty:
            self._await(self.not_empty, self._has_nothing, block, timeout, Empty)
            item = self._get()
            self.not_full.notify()
            return item

    def get_nowait(self):
        """Takes an item or raises Empty."""
        return self.get(False)

    def _has_no_room(self):
        return self._qsize() == self.maxsize

    def _has_nothing(self):
        return not self._qsize()

    def _await(self, condition, must_wait, block, timeout, error):
        if not block:
            if must_wait():
                raise error
        elif timeout is None:
            while must_wait():
                condition.wait()
        else:
            if timeout < 0:
                raise ValueError("'timeout' must be a non-negative number")
            end = _time() + timeout
            while must_wait():
                left = end - _time()
                if left <= 0.0:
                    raise error
                condition.wait(left)

    # What kinds of queues differ in.

    def _init(self, maxsize):
        self.queue = _deque()

    def _qsize(self, len=len):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()


class PriorityQueue(Queue):
    """Gives the lowest item first."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item, heappush=_heapq.heappush):
        heappush(self.queue, item)

    def _get(self, heappop=_heapq.heappop):
        return heappop(self.queue)


class LifoQueue(Queue):
    """Gives the newest item first."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.pop()
