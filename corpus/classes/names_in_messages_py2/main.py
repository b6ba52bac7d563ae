# pymp: python=2
# The names that messages call functions and OrderedDict by
def f(a): pass
f.__name__ = 'zz'
try: f()
except TypeError as e: print e
try: f(b=1)
except TypeError as e: print e
import functools
def d(g):
    @functools.wraps(g)
    def w(x): return x
    return w
@d
def q(): pass
try: q()
except TypeError as e: print e
from collections import OrderedDict
import pickle, copy
o = OrderedDict([(1, 2)]); print repr(o), OrderedDict, OrderedDict.__name__, pickle.loads(pickle.dumps(o)), copy.deepcopy(o), type(o), repr(type(o))
class S(OrderedDict): pass
print S, S(), S.__name__, pickle.loads(pickle.dumps(S([(3, 4)]), 2))
import json; print json.dumps(o)
