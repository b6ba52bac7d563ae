"""What only Python 2's `contextlib` has."""

import sys
from contextlib import contextmanager


@contextmanager
def nested(*managers):
    """Several context managers as one: entered in order, left in the opposite order."""
    exits = []
    entered = []
    problem = (None, None, None)
    try:
        for manager in managers:
            leave, enter = manager.__exit__, manager.__enter__
            entered.append(enter())
            exits.append(leave)
        yield entered
    except:
        problem = sys.exc_info()
    finally:
        while exits:
            try:
                if exits.pop()(*problem):
                    problem = (None, None, None)
            except:
                problem = sys.exc_info()
        if problem != (None, None, None):
            raise problem[0], problem[1], problem[2]
