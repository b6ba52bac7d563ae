# pymp: python=2,3
"""pow() with two and three arguments of all kinds: results, and the types that errors name."""
from __future__ import print_function
class B(object): pass
class P(object):
    def __pow__(self, *a): return 'P.pow%d' % len(a)
    def __rpow__(self, *a): return 'P.rpow%d' % len(a)
class I(int): pass
import sys
bases = [3, 2**70, 2.5, 'a', 1j, P(), I(3)]
exps = [3, True, 2.5, {1}, 1j, B(), P(), I(2), -1]
if sys.version_info[0] == 2:
    bases.append(long(5)); exps.append(long(5))
mods = [3, 2.5, 'a', {1}, None, 1j, B(), [], 2**70]
def name(x): return type(x).__name__ + (str(x) if isinstance(x, int) else '')
for a in bases:
    for b in exps:
        try: print('pow', name(a), name(b), repr(pow(a,b)))
        except Exception as e: print('pow', name(a), name(b), type(e).__name__, str(e).split(' at 0x')[0])
        try: print('**', name(a), name(b), repr(a**b))
        except Exception as e: print('**', name(a), name(b), type(e).__name__, str(e).split(' at 0x')[0])
        for c in mods:
            try: print(name(a), name(b), name(c), repr(pow(a,b,c)))
            except Exception as e: print(name(a), name(b), name(c), type(e).__name__, str(e).split(' at 0x')[0])
