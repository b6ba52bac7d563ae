"""A queue of functions of which one at a time is let through."""
from collections import deque


class mutex:
    def __init__(self):
        self.locked = False
        self.queue = deque()

    def test(self):
        """Whether it is held."""
        return self.locked

    def testandset(self):
        """Takes it if it is free; whether it was."""
        if self.locked:
            return False
        self.locked = True
        return True

    def lock(self, function, argument):
        """Calls the function when its turn has come."""
        if self.testandset():
            function(argument)
        else:
            self.queue.append((function, argument))

    def unlock(self):
        """Lets the next one through."""
        if self.queue:
            function, argument = self.queue.popleft()
            function(argument)
        else:
            self.locked = False
