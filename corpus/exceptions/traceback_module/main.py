"""The traceback module, sys.exc_info, __context__, __cause__."""
import sys
import traceback


def inner():
    raise KeyError('deep')


def outer():
    try:
        inner()
    except KeyError as error:
        raise RuntimeError('wrapped') from error


try:
    outer()
except RuntimeError as error:
    print(traceback.format_exc())
    print(type(error.__cause__).__name__, error.__context__ is error.__cause__, error.__suppress_context__)
    kind, value, trace = sys.exc_info()
    print(kind.__name__, value is error, trace.tb_lineno, [frame.name for frame in traceback.extract_tb(trace)])
    print(traceback.format_exception_only(error))
    traceback.print_exc(file=sys.stdout)
print(sys.exc_info())


def stack():
    return [frame.name for frame in traceback.extract_stack()]


print(stack())
try:
    exec('def broken(:\n  pass')
except SyntaxError as error:
    print(error.lineno, error.msg)
try:
    try:
        {}['a']
    except KeyError:
        [][0]
except IndexError as error:
    print(repr(error.__context__), error.__cause__, ''.join(traceback.format_exception(error)).count('During handling'))
