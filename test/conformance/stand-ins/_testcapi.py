"""The two functions of CPython's C interface that show exceptions, by way of the interpreter's own hook.

They are how `test_traceback` asks what the interpreter itself prints, not its module `traceback`. The tests that call
anything else are skipped.
"""
import io
import sys
import unittest


def exception_print(exc, legacy=False):
    sys.__excepthook__(type(exc), exc, getattr(exc, '__traceback__', None))


def traceback_print(tb, file):
    stderr, sys.stderr = sys.stderr, io.StringIO()
    try:
        sys.__excepthook__(Exception, Exception().with_traceback(tb), tb)
        lines = sys.stderr.getvalue().splitlines(keepends=True)
    finally:
        sys.stderr = stderr
    # The function shows no carets.
    file.write(''.join(line for line in lines[:-1] if line.strip(' ~^\n') != ''))


def __getattr__(name):
    if name.startswith('__'):
        raise AttributeError(name)

    def skip(*args, **kwargs):
        raise unittest.SkipTest("%s() is about CPython's inside" % name)

    return skip
