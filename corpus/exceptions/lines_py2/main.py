# pymp: python=2
"""The line that a traceback names, in statements of several lines."""
import traceback, sys
def f(*a): raise ValueError(1)
def line():
    t = sys.exc_info()[2]
    return t.tb_lineno
def w():
    try:
        f(1,
          2,
          3)
    except ValueError: print line()
    try:
        x = [f(i)
             for i in
             range(3)]
    except ValueError: print line()
    try:
        x = (f(1) +
             2)
    except ValueError: print line()
    try:
        x = {1: 2,
             3: f(
               4)}
    except ValueError: print line()
    try:
        if (1 and
            f()):
            pass
    except ValueError: print line()
    try:
        print 1, \
          2, \
          f()
    except ValueError: print line()
    try:
        for i in [1,
                  2]:
            f(i)
    except ValueError: print line()
    try:
        x = None
        x.foo(
           1,
           2)
    except AttributeError: print line()
    try:
        raise ValueError(
            1)
    except ValueError: print line()
    try:
        return f('''
a
b''')
    except ValueError: print line()
    try:
        list(f(i) 
             for i in
             range(3))
    except ValueError: print line()
    try:
        g = lambda: (1 +
                f())
        g()
    except ValueError: print line(), sys.exc_info()[2].tb_next.tb_lineno
w()
