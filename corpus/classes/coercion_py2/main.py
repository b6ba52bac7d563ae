# pymp: python=2
# __coerce__ of old-style classes comes before every other method; __cmp__ of integers' subclasses decides comparisons
class Number:
    def __coerce__(self, o): print 'coerce', o; return 5, o
    def __add__(self, o): return 'add', o
    def __radd__(self, o): return 'radd', o
    def __mul__(self, o): return 'mul', o
    def __iadd__(self, o): return 'iadd', o
    def __pow__(self, o, m=None): return 'pow', o, m
    def __divmod__(self, o): return 'divmod'
    def __lt__(self, o): return 'lt'
class Nothing:
    def __coerce__(self, o): print 'coerce', o; return None
    def __add__(self, o): return 'add', o
    def __radd__(self, o): return 'radd', o
class Unknown:
    def __coerce__(self, o): return NotImplemented
    def __add__(self, o): return 'add', o
class Same:
    def __init__(self, n=0): self.n = n
    def __coerce__(self, o): print 'coerce'; return self, Same(o)
    def __add__(self, o): return 'Same', o.__class__.__name__
    def __radd__(self, o): return 'Same', o.__class__.__name__
class Wrong:
    def __coerce__(self, o): return 5
class Made:
    def __getattr__(self, n): return 'made ' + n
class Base:
    def __add__(self, o): return 'Base'
    def __radd__(self, o): return 'rBase'
class Derived(Base):
    def __radd__(self, o): return 'rDerived'
def shown(f):
    try: print f()
    except Exception as e: print type(e).__name__, e
for cls in Number, Nothing, Unknown, Same, Wrong, Made:
    print '#', cls.__name__
    a = cls()
    shown(lambda: a + 1); shown(lambda: 1 + a); shown(lambda: a * 2); shown(lambda: 2 * a); shown(lambda: a - 1)
    shown(lambda: a ** 2); shown(lambda: divmod(a, 2)); shown(lambda: a + 'x'); shown(lambda: 'x' + a)
    shown(lambda: [1] + a); shown(lambda: 'x' * a); shown(lambda: a << 1)
    def increase():
        b = a; b += 1; return b
    shown(increase)
shown(lambda: Base() + Derived()); shown(lambda: Derived() + Base()); shown(lambda: 1 + Derived())
shown(lambda: Number() < 3)
shown(lambda: pow(Number(), 2, 3))
class Int(int):
    def __cmp__(self, o): print 'cmp', int(self), o; return 0
class Long(long):
    def __cmp__(self, o): print 'cmp'; return 0
class Both(int):
    def __cmp__(self, o): return -1
    def __eq__(self, o): return 'eq'
class Dict(dict):
    def __cmp__(self, o): print 'cmp'; return 0
class Text(str):
    def __cmp__(self, o): print 'cmp'; return 0
print Int(3) == 4, Int(3) < 4, 4 == Int(3), Int(3) != 5, Int(3) in [7], sorted([Int(3), Int(1)]), 4 > Int(9)
print Long(1) == 2, Long(1) < 2, 2L == Long(1), Both(1) == 1, Both(1) < 0, Both(1) > 5
print Dict({1: 2}) == {}, Dict() < {1: 2}, {1: 2} < Dict(), Text('a') == 'b', Text('a') < 'b'
