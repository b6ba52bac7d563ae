# pymp: python=2
import sys
def t(f):
    try: print repr(f())
    except Exception as e: print type(e).__name__, e
class A:
    def __getattr__(self, name):
        if name[:2] != '__': return 'no ' + name
        return getattr(None, '_' + name)
class B: pass
class W:
    def __init__(self, o): self.__dict__['o'] = o
    def __getattr__(self, n): return getattr(self.o, n)
class Z:
    def __getattr__(self, n): raise ValueError('asked ' + n)
b = B(); b.__len__ = lambda: 7; b.__getitem__ = lambda i: i * 2; b.__call__ = lambda *a: a; b.__str__ = lambda: 'bstr'; b.__repr__ = lambda: 'brepr'; b.__add__ = lambda o: ('add', o); b.__contains__ = lambda x: x == 3; b.__nonzero__ = lambda: False; b.__neg__ = lambda: 'neg'; b.__eq__ = lambda o: 'eq'; b.__hash__ = lambda: 42; b.__int__ = lambda: 12; b.__iadd__ = lambda o: 'iadd'; b.__setitem__ = lambda k, v: sys.stdout.write('set %r %r\n' % (k, v)); b.__delitem__ = lambda k: sys.stdout.write('del %r\n' % k); b.__radd__ = lambda o: ('radd', o); b.__index__ = lambda: 2; b.__cmp__ = lambda o: -1; b.__enter__ = lambda: 'ent'; b.__exit__ = lambda *a: True; b.__float__ = lambda: 2.5; b.__unicode__ = lambda: u'uni'; b.__iter__ = lambda: iter([1, 2])
for x in (A(), B(), b, W([1, 2, 3]), W({'a': 1}), W('text')):
    print '---', x.__class__.__name__
    t(lambda: len(x)); t(lambda: x[0]); t(lambda: x['a']); t(lambda: x(1)); t(lambda: str(x).split(' at ')[0]); t(lambda: repr(x).split(' at ')[0]); t(lambda: 1 + x); t(lambda: 3 in x); t(lambda: bool(x)); t(lambda: -x); t(lambda: int(x)); t(lambda: list(x)); t(lambda: [1, 2, 3][x]); t(lambda: abs(x)); t(lambda: float(x)); t(lambda: unicode(x).split(' at ')[0]); t(lambda: x.foo); t(lambda: x[1:2]); t(lambda: x * 2); t(lambda: divmod(x, 2)); t(lambda: ~x); t(lambda: long(x)); t(lambda: oct(x)); t(lambda: isinstance(x, int)); t(lambda: callable(x)); t(lambda: reversed(x).next()); t(lambda: sorted(x)); t(lambda: coerce(x, 1)); t(lambda: x.next()); t(lambda: pow(x, 2)); t(lambda: hasattr(x, '__len__')); t(lambda: x is x); 
    def s(): x[1] = 2
    def d(): del x[1]
    def w():
        with x as y: return y
    def i():
        y = x; y += 1; return y
    t(s); t(d); t(w)
class A: pass
class N(object): pass
class L(object):
    def __int__(self): return 1
a = A()
for x in (None, True, 3, 2L**70, 2.5, 1j, 'a', u'a', (), [], {}, set, len, A, N, Ellipsis, xrange(3), buffer('a'), slice(1)):
    try: print x if not isinstance(x, type) else x.__name__, a < x, a > x, x < a, cmp(a, x), cmp(x, a)
    except Exception as e: print e
print a < N(), a < L(), L() < 3, L() < 2.5, N() < a
