"""Where a frame is: at the decorator, or at the name of an attribute that is on a later line than its object."""
import sys
sys.stderr = sys.stdout
def dec(f): 1/0
def ok(f): return f
def t1():
    @dec
    @ok
    @ok
    def f(): pass
def t2():
    @ok
    @dec
    @ok
    class A: pass
class X:
    def m(self, *a): 1/0
    def __getattr__(self, n): 1/0
def t3():
    x = X()
    (x
      .m(1,
        2))
def t4():
    (None
      .foo(1,
        2))
def t5():
    (None.
      foo(1,
        2))
def t6():
    (None
      .foo
      .bar)
def t7():
    y = X()
    y.m.m(
      3,
     4
    )
def t8():
    (
        None
        . method
    )()
def t9():
    X()[
     1
     ]
def t10():
    (X() +
     3 +
     4)
import traceback
for t in [t1,t2,t3,t4,t5,t6,t7,t8,t9,t10]:
    try:
        t()
    except Exception:
        traceback.print_exc()
        print(flush=True)
