# pymp: python=2
"""Keywords that are no strings."""
def t(f):
    try: print repr(f())
    except Exception, e: print type(e).__name__, e
def f0(): pass
def f1(a): pass
def f2(*a): pass
def f3(**k): pass
for f in (f0, f1, f2, f3, dict, len): t(lambda: f(**{1: 2}))
