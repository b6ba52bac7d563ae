/** Templates of what only Python 2 has. */
const VALUE = "«1¦'a'¦u'b'¦None¦1.5¦[1]¦$any¦'x\\n'¦'\\t'¦''»";
const TEXT = "«'ab'¦u'ab'¦'\\xe9'¦u'\\xe9'¦''¦u''¦u'\\u20ac'¦'\\xc3\\xa9'¦$str¦'a,b'¦u'a b'»";

export const STATEMENTS_2 = [
  `
import sys
* print ${VALUE}«,¦, ${VALUE}¦, ${VALUE},¦»
* «print >>sys.stdout, ${VALUE}«¦,»¦print >>None, ${VALUE}¦print¦print >>sys.stdout¦sys.stdout.write('w')¦print (1, 2)¦print (1), 2¦print >>5, 1»
print
`,
  `
a = {'x': $int}
* exec «'x += 1'¦'y = x * 2'¦"print x"¦'x ='¦"def f(n): return n + 1\\ny = f(x)"¦'raise KeyError(x)'¦u'x = 5'¦compile('x = 6', 'f', 'exec')¦5» in a
? exec('b = 7', a)
? print(eval(«'x + 1'¦'b'¦' x'¦'x = 1'¦u'x'», a))
print(sorted(a)[1:])
`,
  `
? raise «ValueError, 'a'¦ValueError, (1, 2)¦KeyError, KeyError('k')¦ValueError, None¦'string'¦5¦ValueError('a'), None¦ValueError('a'), 'b'¦A¦A()¦IOError, (2, 'no')¦TypeError, 'x', None¦None»
class A: pass
class B(Exception): pass
try:
    raise «A¦A()¦B, 1¦B(1, 2)¦A, 1¦(B, 2)¦((B, A), 3)»
except «A¦B¦(A, B)», «e¦(e, n)»:
    print(e.__class__.__name__)
except Exception, e:
    print('other', e)
`,
  `
def f1(a, (b, c)«¦=(1, 2)¦=None», «*d¦(e, (n, x))=(3, (4, 5))»):
    return locals()
* print(sorted(f1(«1, (2, 3)¦1¦1, 'xy'¦1, 5¦$any, $tuple¦1, (2, 3), 4¦1, (2, 3), (4, 'ab')»).items()))
? print((lambda (a, b), c: (a, b, c))(«(1, 2), 3¦1, 2¦'ab', 1»))
`,
  `
* print(«cmp($any, $any)¦cmp($int, $float)¦apply(max, $list)¦apply(dict, (), {'a': 1})¦reduce(lambda x, y: x + y, $list)¦reduce(lambda x, y: [x, y], $list, 0)¦filter(None, $list)¦filter(lambda x: x > 'a', $str)¦filter(bool, $tuple)¦map(None, $list, $str)¦map(lambda x, y=1: (x, y), $list)¦zip()¦zip($list, $str)¦range($n)¦coerce($int, $float)¦coerce(1, 2L)¦intern('a')¦unichr($int)¦oct($int)¦hex($int)¦round($float)¦long($float)¦int($float)¦repr($int)¦\`$any\`¦str($float)¦callable($any)¦buffer('abc')[1]¦sorted($list, cmp=lambda x, y: cmp(str(y), str(x)))¦max($list, $list)¦sum($list, $int)»)
`,
  `
* print(«7 / 2¦-7 / 2¦$int / $int¦$int // 2¦0777¦0xFFL¦10L¦2 ** 62¦2 ** 63¦-2 ** 63¦sys.maxint + 1 if 0 else 9223372036854775807 + 1¦type(2 ** 63).__name__¦type(2L - 1L).__name__¦hash(2 ** 70)¦1 <> 2¦5 <> 5L¦long('12L')¦int('0x1f', 16)¦int('077', 0)¦1L.__class__.__name__¦divmod($int, -3)¦$int % 5L¦1e16¦$float¦float('1e400')¦-0.0¦$int & 0xFF¦~$int¦$int << 65¦int(1e20)¦long(5)¦isinstance(5L, int)¦5L == 5¦{5: 1}[5L]¦range(3L)¦xrange(3)[1]¦1 / 0¦1 % 0¦1.0 / 0¦0 ** -1¦pow(2, -1)¦round(2.5)¦int(-2.7)¦abs(-5L)¦-(-9223372036854775807 - 1)»)
`,
  `
a = $dict
* print(«a.has_key($int)¦sorted(a.iteritems())¦a.keys()¦a.values()¦list(a.iterkeys())¦a.viewkeys() & set([1])¦len(a.viewitems())¦a.items()[:1]¦sorted(a.itervalues())¦a.get($int)¦a == dict(a)¦cmp(a, {1: 2})¦a < {}¦{} < a¦cmp({1: 1}, {1: 2})¦a.pop($int, None)¦dict.fromkeys($str)¦a¦str(a)¦set(a)»)
* print(«xrange($n)¦xrange($n, $n)¦xrange($n, 9, $n)¦list(xrange($n, 9, 2))¦len(xrange($n))¦xrange(5)[$n]¦xrange(3) == xrange(3) and 1¦reversed(xrange(3)).next()¦enumerate('ab').next()¦iter([]).next()¦(x for x in [1]).next()»)
`,
];

export const CLASSES_2 = [
  `
class A:
    «x = 1¦def __init__(self, x=2): self.x = x»
    «def __getattr__(self, n): «return 'got ' + n¦raise AttributeError(n)»¦def __cmp__(self, other): return «0¦1¦-1¦'a'»¦def __len__(self): return 3¦def __nonzero__(self): return False¦def __del__(self): pass»
    «def __coerce__(self, other): return «None¦(5, other)¦(other, 2)»¦def __add__(self, other): return 'add'¦def __radd__(self, other): return 'radd'¦def __getslice__(self, i, j): return i, j¦def __getitem__(self, i): return [1, 2, 3][i]¦def __call__(self, *a): return a»
    «def __str__(self): return 'str'¦def __repr__(self): return 'repr'¦def __hex__(self): return 'hex'¦def __iter__(self): return iter('xy')¦def __contains__(self, n): return 2¦def __hash__(self): return 5¦def __unicode__(self): return u'uni'»
a = A()
* print(«a.x¦a.y¦len(a)¦bool(a)¦a + 1¦1 + a¦a == 1¦a == a¦a[1]¦a[1:2]¦a[1:]¦a()¦a(1)¦str(a)[:5]¦repr(a)[:4]¦hex(a)¦list(a)¦2 in a¦isinstance(a, A)¦type(a).__name__¦a.__class__.__name__¦A.__name__¦unicode(a)[:5]¦hash(a) == hash(a)¦hasattr(a, 'x')¦a.__dict__.keys()¦A.__bases__¦a * 2¦-a¦int(a)¦a.x.y¦cmp(a, a)¦A.__dict__.has_key('x')¦dir(a)[:2]¦callable(a)¦a < 1 or 1¦'%s' % a and 1¦[1, 2][a]»)
? «del a.x¦a.y = 3; print(a.y)¦A.x = 9; print(a.x)¦a.__class__ = A; print(1)¦a.__dict__ = {'x': 8}; print(a.x)¦a += 1; print(a)¦for n in a: print(n)»
`,
  `
class A:
    def f1(self): return 'A'
class B(«A¦object¦A, object¦dict¦Exception»):
    «__metaclass__ = type¦pass¦__slots__ = ('q',)¦def f1(self): return 'B' + super(B, self).f1()¦def __init__(self, *a): A.__init__(self)»
    «def __cmp__(self, other): return -1¦def __nonzero__(self): return 'a'¦def __getslice__(self, i, j): return (i, j)¦def __long__(self): return 5L¦def __div__(self, other): return 'div'¦def next(self): return 1¦def __oct__(self): return 1»
? a = B()
* print(«a.f1()¦B.f1.__name__¦B.f1(A())¦A.f1(a)¦type(B).__name__¦isinstance(a, A)¦issubclass(B, object)¦a == a¦a < a or 1¦bool(a)¦a[1:2]¦a[:]¦long(a)¦a / 2¦2 / a¦oct(a)¦a.next()¦B.f1.im_class.__name__¦a.f1.im_self is a¦a.f1.im_func.func_name¦a.q»)
`,
];

export const TEXTS_2 = [
  `
* print(repr(${TEXT} «+¦%¦==¦in¦<¦!=» ${TEXT}))
* print(repr(${TEXT}.«join([${TEXT}, ${TEXT}])¦split(${TEXT})¦replace(${TEXT}, ${TEXT})¦find(${TEXT})¦startswith(${TEXT})¦count(${TEXT})¦strip(${TEXT})¦partition(${TEXT})¦encode('«utf-8¦ascii¦hex¦base64¦rot13¦string_escape¦unicode_escape¦latin-1»')¦decode('«utf-8¦ascii¦hex¦string_escape¦unicode_escape¦latin-1»')¦upper()¦title()¦isalpha()¦center(6, ${TEXT})¦translate('x' * 256)¦format(${TEXT})¦zfill(4)¦expandtabs()¦splitlines()»))
* print(repr(«'%s'¦u'%s'¦'%r'¦'%5s|'¦'%c'¦'{}'¦u'{0!r}'¦'%(a)s'» % «${TEXT}¦(${TEXT},)¦{'a': ${TEXT}}¦$any»))
* print(repr(«str¦unicode¦repr¦len¦ord¦list¦tuple¦sorted¦float¦int»(${TEXT})))
`,
  `
a = bytearray(${TEXT.replaceAll("u'", "'").replaceAll("'\\u20ac'", "'z'").replace('¦$str', '')})
* «a[$n:$n] = «'XY'¦[1, 2]¦u's'¦5»¦a[$n] = «65¦256¦'a'»¦a.append(«66¦'a'¦300»)¦a.extend(«'z'¦[1]¦u's'»)¦print(repr(a.pop($n)))¦a += «'+'¦u'-'»¦print(repr(a + 'x'))¦print('x' + a)¦print(a == 'ab')¦print(a.find('b'))¦print(repr(a[::-1]))¦print(repr(str(a)))¦print(repr(a.split(',')))¦print(a[0])»
print(repr(a), len(a))
`,
  `
* print(«set¦frozenset¦dict.fromkeys¦sorted¦list»([${TEXT}, ${TEXT}, $int, $int]))
* print(«'ab' == u'ab'¦{'ab': 1}[u'ab']¦hash('ab') == hash(u'ab')¦'\\xe9' == u'\\xe9'¦u'\\xe9' in ['\\xe9']¦cmp('a', u'b')¦'a' < u'b'¦isinstance(u'a', basestring)¦isinstance('a', unicode)¦u'%s' % '\\xe9'¦'%s %s' % ('\\xe9', u'a')¦str(u'\\xe9')¦unicode('\\xe9')¦unicode('a', 'ascii')¦unicode('\\xe9', 'latin-1')¦unicode('\\xe9', 'ascii', 'replace')¦u'a' 'b'¦ur'\\u0041\\n'¦r'\\n'¦b'a'¦getattr(1, u'real')¦u'x'.__class__.__name__¦'a' * 2L¦'abc'[1L]¦'abc'.index(u'c')¦u'\\U0001f600'¦len(u'\\U0001f600')¦u'\\N{BULLET}'¦ord(u'\\u20ac')»)
`,
];
