# pymp: python=2
"""What operators, truth, deletions and the making of classes refuse in Python 2.7, and in which words."""
def t(f):
    try: print repr(f())
    except Exception, e: print type(e).__name__, e
class A(object): pass
class M(A):
    def __pow__(self, o): return NotImplemented
class N(A):
    def __ipow__(self, o): return NotImplemented
for c in (A, M, N):
    def f():
        a = c(); a **= [1]
    t(f)
    def f():
        a = c(); a += [1]
    t(f)
t(lambda: '%c' % u'')
t(lambda: bytearray('a').extend(u's'))
t(lambda: bytearray('a').append(u's'))
t(lambda: bytearray('a').insert(0, u's'))
t(lambda: bytearray('a').remove(u's'))
t(lambda: bytearray('a').zfill(1, 2))
t(lambda: 'a'.zfill(1, 2))
t(lambda: u'a'.zfill(1, 2))
t(lambda: u'a'.zfill())
t(lambda: 'a'.zfill())
t(lambda: 'a'.isalpha(1))
t(lambda: 'a'.center())
t(lambda: u'a'.center())
t(lambda: 'a'.join())
t(lambda: u'a'.join(1, 2))
t(lambda: 'a'.find())
t(lambda: 'a'.partition(1, 2))
t(lambda: 'a'.center(1.5))
t(lambda: 'a'.zfill(1.5))
t(lambda: 'a'.zfill('x'))
t(lambda: range(1.5))
t(lambda: chr(1.5))
t(lambda: [].insert(1.5, 2))
t(lambda: [1].pop(1.5))
t(lambda: 'a' * 1.5)
t(lambda: round(x=1))
t(lambda: sorted(x=1))
t(lambda: sorted())
t(lambda: sum(x=1))
t(lambda: sum())
t(lambda: enumerate())
t(lambda: zip(x=1))
t(lambda: map(x=1))
t(lambda: int(x=1))
t(lambda: unicode(x=1))
t(lambda: complex(x=1))
t(lambda: open(x=1))
t(lambda: slice(x=1))
t(lambda: type(x=1))
t(lambda: property(x=1))
t(lambda: set(x=1))
t(lambda: xrange(x=1))
t(lambda: pow(x=1))
class I(object):
    def __iter__(self): return 5
class C5:
    def __iter__(self): return 5
t(lambda: 1 in I())
t(lambda: 1 in C5())
t(lambda: list(C5()))
t(lambda: 1 in 5)
class NZ:
    def __nonzero__(self): return 'a'
class NZ2(object):
    def __nonzero__(self): return 'a'
t(lambda: bool(NZ())); t(lambda: bool(NZ2())); t(lambda: not NZ())
class L:
    def __len__(self): return 'a'
t(lambda: bool(L())); t(lambda: len(L()))
class L:
    def __len__(self): return -1
t(lambda: bool(L())); t(lambda: len(L()))
class D(object):
    x = 1
class D2(object):
    def __init__(self): self.q = 1
class D3(D2):
    __slots__ = ('y',)
def f():
    d = D(); del d.x
t(f)
def f():
    d = D(); del d.z
t(f)
def f():
    d = D2(); del d.z
t(f)
def f():
    d = D3(); del d.z
t(f)
def f():
    d = D3(); del d.y
t(f)
def f(*b):
    return type('X', b, {})
class O: pass
class D4(D): pass
t(lambda: f(O, object)); t(lambda: f(O)); t(lambda: f(bool)); t(lambda: f(5))
class I(object):
    def __iter__(self): return 5
class J(object):
    def __iter__(self): raise TypeError('own')
class K(object):
    def __iter__(self): raise ValueError('own')
class N(object):
    __iter__ = None
class G(object):
    def __getitem__(self, i): raise TypeError('own')
for c in (I, J, K, N, G): t(lambda: 1 in c())
