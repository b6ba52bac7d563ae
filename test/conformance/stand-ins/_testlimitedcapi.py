"""Functions of CPython's C interface: the tests that call one are skipped."""
import unittest


def __getattr__(name):
    if name.startswith('__'):
        raise AttributeError(name)

    def skip(*args, **kwargs):
        raise unittest.SkipTest("%s() is about CPython's inside" % name)

    return skip
