"""Helpers for with statements, as Python 2.7 has them."""

import sys
from functools import wraps
from warnings import warn

__all__ = ['contextmanager', 'nested', 'closing']


class GeneratorContextManager(object):
    """What the function of a `contextmanager` gives: the with block runs while its generator is suspended."""

    def __init__(self, gen):
        self.gen = gen

    def __enter__(self):
        try:
            return self.gen.next()
        except StopIteration:
            raise RuntimeError("generator didn't yield")

    def __exit__(self, type, value, traceback):
        if type is not None:
            return self._handled(type, value, traceback)
        try:
            self.gen.next()
        except StopIteration:
            return None
        raise RuntimeError("generator didn't stop")

    def _handled(self, type, value, traceback):
        # An exception may still be only a class and its argument.
        raised = type() if value is None else value
        try:
            self.gen.throw(type, raised, traceback)
        except StopIteration as end:
            # One that was raised in the block goes on.
            return end is not raised
        except:
            if sys.exc_info()[1] is raised:
                return None
            raise
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(func):
    """Makes a function that gives context managers of a generator function that yields once."""
    @wraps(func)
    def helper(*args, **kwds):
        return GeneratorContextManager(func(*args, **kwds))
    return helper


@contextmanager
def nested(*managers):
    """Several context managers as one: entered in order, left in the opposite order."""
    warn("With-statements now directly support multiple context managers", DeprecationWarning, 3)
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


class closing(object):
    """Closes something at the end of a with block."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()
