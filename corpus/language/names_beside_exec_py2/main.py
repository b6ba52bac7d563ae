# pymp: python=2 stderr=none
"""What is said of a name that nobody has, in functions where exec or import * may have made it."""
def f():
    exec 'x=1' in {}
    print b
def g():
    exec('x=1', {})
    print b
def h():
    exec 'x=1' in {}, {}
    def inner(): print b
    inner()
def i():
    exec 'x=1'
    print b
def j():
    from os import *
    print b
def k():
    print b
def l():
    exec 'x=1' in {}
    print [b for q in [1]]
def m():
    exec 'x=1' in {}
    print list(b for q in [1])
def n():
    exec 'x=1' in {}
    global b
    print b
for q in (f,g,h,i,j,k,l,m,n):
    try: q()
    except NameError as e: print q.__name__, e
