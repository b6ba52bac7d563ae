# pymp: python=2,3
"""A class with floats in slots gets a `__getattribute__`: the slots are as they were."""
from __future__ import print_function


def t(v, slots):
    class A(object):
        if slots: __slots__ = ('x', 'y')
        def __init__(self, x): self.x = x
    a = A(v)
    A.__getattribute__ = lambda self, name: 'asked ' + name
    try: del a.x; print('ok', v, slots)
    except Exception as e: print(repr(e), v, slots)
    a.x = 3.5
    try: del a.x; print('ok', v, slots)
    except Exception as e: print(repr(e), v, slots)
    a.x = 4.5
    del A.__getattribute__
    print(a.x)
for v in (1, 2.5, 'a'):
    for s in (True, False): t(v, s)
