# pymp: stderr=exact
"""What `traceback` is asked for before anything else of it, and afterwards."""
import sys, traceback, io, logging
def f(n):
    if n == 0: raise ValueError('a\nb')
    f(n - 1)
def chained():
    try:
        try:
            f(6)
        except ValueError as e:
            raise KeyError(3) from e
    except KeyError:
        {}[1 +
          2]
try: chained()
except Exception as e:
    caught = e
    traceback.print_exc()
    traceback.print_exc(file=sys.stdout)
    print(traceback.format_exc())
    for piece in traceback.format_exception(*sys.exc_info()): print(repr(piece))
    print(traceback.format_exception(e) == traceback.format_exception(type(e), e, e.__traceback__))
    out = io.StringIO()
    traceback.print_exception(type(e), e, e.__traceback__, file=out)
    print(out.getvalue() == traceback.format_exc())
    traceback.print_exception(e, file=sys.stdout)
print(traceback.format_exc())
traceback.print_exc(file=sys.stdout)
logging.basicConfig(stream=sys.stdout, format='%(message)s')
try: [].pop()
except IndexError: logging.exception('oops')
early = traceback.format_exc
try: 1/0
except ZeroDivisionError:
    print(traceback.format_exc(limit=0), traceback.format_exc(chain=False), traceback.format_exc(-1))
    print(traceback.format_exception_only(*sys.exc_info()[:2]))
    traceback.print_exception(*sys.exc_info(), file=sys.stdout)
print(traceback.print_exception.__defaults__, traceback.print_exc.__doc__)
import inspect
print(inspect.signature(traceback.print_exception), inspect.signature(early))
try: traceback.print_exception()
except TypeError as e: print(e)
try: traceback.print_exception(3)
except TypeError as e: print(e)
try: traceback.print_exception(caught, None)
except ValueError as e: print(e)
traceback.print_exception(None, None, None, file=sys.stdout)
try: raise ExceptionGroup('g', [ValueError(1), caught])
except Exception as e: print(traceback.format_exc()); e.add_note('hm\nhm'); print(traceback.format_exception(e)[-3:])
try: compile('a b', 'x', 'exec')
except SyntaxError as e: print(traceback.format_exc(), traceback.format_exception(e))
