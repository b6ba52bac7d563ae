# pymp: python=2
# raise with what is no exception
def t(x):
    try: raise x
    except Exception as e: print type(e), e
class A(object): pass
class M(type): pass
class B(object):
    __metaclass__ = M
class O: pass
try: raise A
except TypeError as e: print e
try: raise A, 1
except TypeError as e: print e
try: raise A(), 1
except TypeError as e: print e
g = (x for x in [1])
try: g.throw(A)
except TypeError as e: print e
try: g.throw(A())
except TypeError as e: print e
