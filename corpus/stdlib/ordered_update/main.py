# pymp: python=3
"""What OrderedDict takes, and what it says of the rest."""
from __future__ import print_function
import collections, sys
def t(f, *a):
    try: print(repr(f(*a)))
    except BaseException as e: print(type(e).__name__, str(e))
O = collections.OrderedDict
class S(O): pass
for C in (O, S):
    o = C()
    for bad in (1, [1], [(1, 2, 3)], [(1,)], ['ab'], ['abc'], [[]], None, [None], 'ab', ['a'], [iter('ab')], [{1, }], [([], 1)]):
        t(C, bad); t(o.update, bad)
    t(C, 1, 2); t(o.update, 1, 2); t(o.update); t(C, [], [], []); t(o.update, [], [], [])
    t(lambda: o.pop()); t(lambda: o.popitem(1, 2)); t(lambda: o.setdefault()); t(lambda: o.copy(1)); t(lambda: C.fromkeys()); t(lambda: o.popitem(lst=1)); t(lambda: o.get()); t(lambda: o.items(1)); t(lambda: o.pop('z')); t(lambda: o.move_to_end('zz')); t(lambda: C.fromkeys(1)); t(lambda: o.pop(1, 2, 3)); t(lambda: C().popitem())
