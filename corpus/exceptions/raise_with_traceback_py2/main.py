# pymp: python=2
import sys, traceback
def a():
    raise KeyError('k')
def b():
    try:
        a()
    except KeyError:
        raise RuntimeError, 'second', sys.exc_info()[2]
def c():
    try:
        a()
    except KeyError:
        raise
def d():
    tb = None
    try: a()
    except KeyError: tb = sys.exc_info()[2]
    raise ValueError, ValueError('x'), tb
for f in b, c, d:
    try:
        f()
    except Exception: print traceback.format_exc()
    try:
        try: f()
        except Exception, e: raise type(e), e, sys.exc_info()[2]
    except Exception: print traceback.format_exc()
