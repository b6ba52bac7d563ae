# pymp: python=2
# What calls, old-style classes and bytearrays refuse, in Python 2.7's words.
def t(f):
    try: print repr(f())
    except Exception, e: print type(e).__name__, e
class A:
    def f1(self): return 'A'
class B(A):
    def __init__(self, *a): A.__init__(self)
t(lambda: '%c' % u'')
t(lambda: '%c' % u'ab')
t(lambda: u'%c' % 'ab')
t(lambda: u'%c' % '')
t(lambda: '%c' % 1.5)
t(lambda: '%c' % '')
t(lambda: super(A, 1))
t(lambda: super(B, B()).f1())
class C(A): pass
t(lambda: super(C, C()).f1())
def f2():
    def f4(*a, **k): return a
    return f4
class D(object):
    @classmethod
    def f2(cls, a): return cls
    def m(self, a): pass
    @staticmethod
    def s(a): return a
t(lambda: f2()(**5))
t(lambda: f2()(*5))
t(lambda: D.f2(**5))
t(lambda: D().m(**5))
t(lambda: D.s(*5))
t(lambda: f2()(a=1, **{'a': 2}))
t(lambda: D.f2(a=1, **{'a': 2}))
t(lambda: D.f2(**{1: 2}))
t(lambda: f2()(**{1: 2}))
t(lambda: dict(*5))
t(lambda: dict(**5))
t(lambda: len(**{1: 2}))
t(lambda: D(**{1: 2}))
t(lambda: D(a=1, **{'a': 2}))
t(lambda: dict(**{1: 2}))
def ex(x):
    exec x in {}
t(lambda: ex(5))
t(lambda: ex(None))
t(lambda: eval(5))
t(lambda: B())
t(lambda: A.__init__)
t(lambda: A().__init__)
t(lambda: A().__hash__)
a = bytearray('abc')
def s(i, v): a[i] = v
t(lambda: s(9, 256))
t(lambda: s(9, 'a'))
t(lambda: s(slice(0, 1), u's'))
t(lambda: s(slice(0, 1), 5))
t(lambda: s(slice(0, 1), None))
t(lambda: s(0, u's'))
t(lambda: s(0, 'ss'))
t(lambda: a)
t(lambda: dict.fromkeys(1, 2, 3))
t(lambda: dict.fromkeys())
t(lambda: {}.fromkeys())
t(lambda: {}.fromkeys(1, 2, 3))
t(lambda: list(x=1))
t(lambda: list(1, x=2))
t(lambda: list([1], x=2))
t(lambda: tuple(1, x=2))
t(lambda: set(1, x=2))
t(lambda: float(1, x=2))
t(lambda: int(1, y=2))
class E(object):
    __slots__ = ('y',)
    x = 1
e = E()
def de(): del e.x
t(de)
class F: 
    x = 1
f = F()
def de(): del f.x
t(de)
t(lambda: '\xc3\xa9' == u'ab')
t(lambda: '\xc3\xa9' == u'a')
t(lambda: u'\xe9' in ['\xe9'])
t(lambda: max('abc', key=None))
t(lambda: sorted('abc', key=None))
t(lambda: min(1, 2, key=None))
t(lambda: u'ab'.translate('x' * 256))
t(lambda: 'ab'.translate(5))
t(lambda: 'ab'.translate(u'z' * 256))
t(lambda: 'ab'.translate([1]))
t(lambda: 'ab'.translate(None))
t(lambda: [1, 2]['a':])
t(lambda: 'abc'['a':])
t(lambda: u'abc'[:'a'])
t(lambda: (1, 2)[1.5:])
t(lambda: xrange(3)[1:])
t(lambda: bytearray('abc')['a':])
t(lambda: [1, 2]['a'::1])
t(lambda: 'abc'['a'::1])
class A:
    def __coerce__(self, other): return 5, other
a = A()
def f():
    global a
    a += 1
    return a
t(f)
t(lambda: a)
class M(object):
    __slots__ = ('y',)
    def __init__(self): self.y = 1; del self.y
t(lambda: M().y)
def f(): 
    m = M()
    del m.y
t(f)
class N(object):
    def __getattr__(self, n): raise AttributeError(n)
t(lambda: N().foo)
class M(M):
    def __getattr__(self, n): return 'g' + n
t(lambda: M().y)
class B(object):
    __metaclass__ = type
