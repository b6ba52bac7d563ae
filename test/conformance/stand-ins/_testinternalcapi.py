"""What some test files import from CPython's inside before their first test.

`get_config` says what holds here; everything else skips the test that asks for it. Only the runner of the conformance
tests knows this folder: no program that runs here finds such a module.
"""
import unittest


def get_config():
    return {'code_debug_ranges': 1}


def _inside(name):
    def skip(*args, **kwargs):
        raise unittest.SkipTest("%s() is about CPython's inside" % name)

    return skip


has_inline_values = _inside('has_inline_values')


def __getattr__(name):
    if name.startswith('__'):
        raise AttributeError(name)
    return _inside(name)
