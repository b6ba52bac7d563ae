# pymp: python=2,3
"""Decorators with and without arguments, stacked, on methods and classes."""
from __future__ import print_function
import functools

calls = []


def traced(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        calls.append(function.__name__)
        return function(*args, **kwargs)

    return wrapper


def repeat(times, separator=' '):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args):
            return separator.join([function(*args)] * times)

        return wrapper

    return decorate


@traced
@repeat(3, separator='-')
def shout(word):
    """Says it loudly."""
    return word.upper()


print(shout('hey'), shout.__name__, shout.__doc__)


def with_registry(cls):
    cls.registry = {}
    return cls


@with_registry
class Commands(object):
    def __init__(self, prefix):
        self.prefix = prefix

    @traced
    def run(self, name):
        return self.prefix + name

    @staticmethod
    def version():
        return '1.0'

    @classmethod
    def create(cls):
        return cls('created:')

    @property
    @traced
    def loud(self):
        return self.prefix.upper()


print(Commands('>').run('list'), Commands.version(), Commands.create().run('x'), Commands('abc').loud)
print(Commands.registry, calls)


class Memo(object):
    def __init__(self, function):
        self.function = function
        self.cache = {}

    def __call__(self, n):
        if n not in self.cache:
            self.cache[n] = self.function(n)
        return self.cache[n]


@Memo
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


print(fibonacci(80), len(fibonacci.cache))
