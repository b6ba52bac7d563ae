# pymp: python=3
"""Slots that a class adds to one of the library's: copies and pickles have what is in them."""
import copy, collections, pickle
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
class O(collections.OrderedDict):
    __slots__ = ('x', 'y')
class D(collections.deque):
    __slots__ = ('x', 'y')
class L(list):
    __slots__ = ('x',)
class DD(dict):
    __slots__ = ('x',)
class DF(collections.defaultdict):
    __slots__ = ('x',)
class S(set):
    __slots__ = ('x',)
for cls in (O, D, L, DD, DF, S):
    o = cls(); o.x = 5
    t(lambda: copy.copy(o).x)
    t(lambda: copy.deepcopy(o).x)
    t(lambda: pickle.loads(pickle.dumps(o)).x)
