"""A queue of calls of which one at a time is let through."""

from collections import deque


class mutex:
    """Whose turn has come, is called; the others wait in the queue."""

    def __init__(self):
        self.locked, self.queue = False, deque()

    def test(self):
        """Whether it is held."""
        return self.locked

    def testandset(self):
        """Takes it; False if somebody had it already."""
        was_held, self.locked = self.locked, True
        return not was_held

    def lock(self, function, argument):
        """Queues up; the call is made now if nobody is before it."""
        is_first = self.testandset()
        self.queue += [(function, argument)]
        if is_first:
            self.unlock()

    def unlock(self):
        """Makes the call whose turn it is; without one, gives the lock up."""
        self.locked = len(self.queue) > 0
        if self.locked:
            waiting, value = self.queue.popleft()
            waiting(value)
