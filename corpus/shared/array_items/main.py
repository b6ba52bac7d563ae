"""Items of shared and of ctypes arrays: indexes, conversions, classes with an own __getitem__."""
from multiprocessing import Array, Value, RLock, Lock
a = Array('i', 5); b = Array('d', 4, lock=False); c = Array('c', b'hello'); q = Array('q', [1, 2**62, -3])
a[0] = 4; a[-1] = 9; a[1] += 2
for bad in (5, -6):
    try: a[bad]
    except IndexError as e: print(e)
    try: a[bad] = 1
    except IndexError as e: print(e)
    try: b[bad]
    except IndexError as e: print(e)
    try: b[bad] = 1
    except IndexError as e: print(e)
try: a[0] = 'x'
except TypeError as e: print(e)
try: a[0] = 1.5
except TypeError as e: print(e)
b[2] = 3; b[-1] = 2.5
print(a[:], b[:], c[0], c.value, q[1], q[-1], a[0], b[2], b[-4])
a[True] = 7; print(a[True], a[False])
a[2] = 2**40 + 3; print(a[2])
import ctypes
a[3] = ctypes.c_int(77); print(a[3])
T = ctypes.c_int * 3
class S(T):
    def __getitem__(self, i): return ('mine', T.__getitem__(self, i))
    def __setitem__(self, i, v): T.__setitem__(self, i, v + 1)
s = S(1, 2, 3); print(s[0], s[-1]); s[1] = 5; print(s[1])
class B(bytes):
    def __getitem__(self, i): return 'b%r' % i
class BA(bytearray):
    def __setitem__(self, i, v): bytearray.__setitem__(self, i, v + 1)
print(B(b'abc')[1], b'abc'[1]); x = BA(b'abc'); x[0] = 65; print(x, x[0])
import array
class AR(array.array):
    def __getitem__(self, i): return 'a%r' % i
print(AR('i', [1,2])[1], array.array('i', [1, 2])[-1])
T2 = ctypes.c_int * 4
T2.__getitem__ = lambda self, i: 'patched'
print(T2()[0])
l = Array('i', 3, lock=Lock()); l[0] = 5; print(l[0])
with l.get_lock():
    print(l.get_lock())
