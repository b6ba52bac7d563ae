# pymp: python=2
"""Old-style class dicts, dict proxies, unicode slots, unbound methods, cmp of sets, slices of old-style instances."""
import types, warnings, sys
class C: pass
d = C.__dict__
d['f'] = lambda self: 42
print C().f(), sorted(d)
exec 'def g(self): return 7' in globals(), C.__dict__
print C().g(), C.__dict__.has_key('g'), len(C.__dict__)
del C.__dict__['g']
print hasattr(C, 'g')
class D(object):
    x = 1
p = D.__dict__
print repr(p)[:12], sorted(p.iterkeys()), p.has_key('x'), [k for k, v in p.iteritems() if k == 'x']
class S(object):
    __slots__ = (u'a', u'b')
s = S(); s.a = 1; print s.a, S.__slots__
class S(object):
    __slots__ = u'ab'
s = S(); s.ab = 1; print s.ab, S.__slots__
def f(self): return 'f', self
m = types.MethodType(f, None, D)
print m, m.im_class, m.im_self, m(1)[0] if 0 else ''
D.m = m
print D.m, D().m()[0]
class A(object):
    def foo(self): return 'foo'
class E(object):
    foo = A.foo
print E().foo, E().foo == A.foo
class A:
    def foo(self): return 'foo'
class E:
    foo = A.foo
print E().foo, E().foo == A.foo
a, b = [1], [1]
print a.__add__ == b.__add__, a.append == b.append, [].append == (1).__add__
for f in (lambda: cmp(set(), set([1])), lambda: set().__cmp__(3), lambda: hash(N()), lambda: hash(N2())):
    class N:
        def __cmp__(self, o): return 0
    class N2:
        def __eq__(self, o): return 0
    try: print f()
    except (TypeError, AttributeError) as e: print type(e).__name__, e
class F(object):
    def __str__(self): return 'F!'
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    print format(F(), '>5'), format(F(), u'>5').__repr__(), len(w), w[0].message, w[0].category
class Co:
    def __coerce__(self, o): print 'coerce', o; return 3, o
    def __cmp__(self, o): print 'cmp', o; return 0
print Co() == 3, Co() < 4, 5 > Co()
print A().__reduce__ if 0 else F().__reduce__(2)[0].__name__
print dir(types.ModuleType('x'))
try:
    type('Sl', (long,), {'__slots__': 'x'})
except TypeError as e: print e
class X(object):
    def __getslice__(self, i, j): return i, j
    def __len__(self): return 10
print X()[-5L:7L], X()[:True], X()[2:], X()[2**70:]
class Y:
    def __getitem__(self, k): return k
print Y()[:42], Y()[1:], Y()[2:5:1], Y()['a':]
try: Y()[-1:]
except AttributeError as e: print e
class S(str): pass
class U(unicode): pass
class V(object):
    def __str__(self): return S('abc')
class W(object):
    def __unicode__(self): return U('abc')
print type(str(V())), type(unicode(W())), type(str(S('a'))), type(unicode(U('a')))
print format(3, S('>4'))
for f in (lambda: int(bytearray('100'), 2), lambda: type('I', (int,), {})(sys.maxint + 1)):
    try: print f()
    except Exception as e: print type(e).__name__, e
print eval('\xef\xbb\xbf1 + 2')
exec compile('\xef\xbb\xbfprint 5', 'x', 'exec')

for key in 2 ** 70, 1, 'a':
    try: set()[key]
    except (IndexError, TypeError) as e: print type(e).__name__, e
