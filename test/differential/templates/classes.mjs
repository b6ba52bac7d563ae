/** Templates about classes: descriptors, slots, metaclasses, the order of bases, operators and their reflections. */
const OPERATOR = '«+¦-¦*¦%¦//¦&¦|¦<<¦**»';
/** Without `mul`: which of two sequences' methods repeats depends on CPython's two tables of operators. */
const METHOD = '«add¦sub¦mod¦floordiv¦and¦or¦lshift¦pow»';

export const CLASSES = [
  `
class A(object):
    def __init__(self, n): self.n = n
    def __get__(self, a, b): return «self.n, a is None¦self¦b.__name__¦1 // 0¦getattr(a, 'x', 'no x')»
    «def __set__(self, a, b): print('set', b)¦def __set__(self, a, b): a.__dict__['x'] = b¦»
    «def __delete__(self, a): print('deleted')¦»
class B(object):
    x = A($int)
    «__slots__ = ('y', 'z')¦def __getattr__(self, n): return 'missing ' + n¦def __init__(self): self.y = 1¦def __setattr__(self, n, v): object.__setattr__(self, n, [v])»
a = B()
* «print(type(a.x).__name__)¦a.x = 5¦del a.x¦print(str(a.x).split(' at')[0])¦B.x = 3¦print(a.z)¦a.y = 2¦print(a.y)¦del a.y¦a.q = 1¦print(sorted(getattr(a, '__dict__', {})))¦print(hasattr(a, 'x'))¦setattr(a, 'x', 4)¦print(getattr(a, 'x', 'default'))¦a.__dict__['x'] = 9»
`,
  `
class A(object):
    def __init__(self, x): self._x = x
    @property
    def x(self): return self._x
    «@x.setter¦@x.deleter¦@x.getter»
    def «x¦y»(self, *v): print('changed', v); self._x = v
a = A(1)
* «print(a.x)¦a.x = 2¦del a.x¦print(a.y)¦a.y = 3¦print(A.x.__class__.__name__)¦print(A.x.fget is None, A.x.fset is None, A.x.fdel is None)¦A.x = 1¦a._x = 8»
`,
  `
class A(«object¦list¦dict¦int¦str¦tuple¦float»):
    «__slots__ = ()¦x = 1¦def __len__(self): return 7»
    «def __${METHOD}__(self, other): return «NotImplemented¦'A'¦1 // 0»¦»
    «def __r${METHOD}__(self, other): return «NotImplemented¦'rA'»¦»
    «def __i${METHOD}__(self, other): return «NotImplemented¦'iA'»¦»
class B(A):
    «def __r${METHOD}__(self, other): return 'rB'¦pass»
    «def __${METHOD}__(self, other): return 'B'¦pass»
a, b = A(), B()
* print(«a¦b¦$int¦$str¦$list¦$float» ${OPERATOR} «a¦b¦b»)
* print(«a¦b» ${OPERATOR} «a¦b¦$int¦$str»)
? a ${OPERATOR}= «b¦$int¦$list»
? print(«str(a).split(' at')[0]¦len(a)¦bool(a)¦type(a).__name__»)
`,
  `
class A(object):
    def f1(self): return ['A']
class B(A):
    def f1(self): return ['B'] + super(B, self).f1()
class C(A):
    def f1(self): return ['C'] + «super(C, self).f1()¦A.f1(self)¦super(A, self).f1()»
? class D(«B, C¦C, B¦A, B¦B, A¦B, C, A¦B, object, C»):
    def f1(self): return ['D'] + super(«D¦B», self).f1()
? print(D().f1(), [x.__name__ for x in D.__mro__])
? print(issubclass(«D¦C», «B¦(A, int)¦D»), D.__bases__[0].__name__, D.__base__.__name__)
D = None
`,
  `
class M(type):
    def __new__(cls, name, bases, ns):
        «ns['x'] = 5¦ns.pop('y', None)¦pass»
        return type.__new__(cls, name, bases, ns)
    def __call__(cls, *args):
        «print('call', args)¦return type.__call__(cls)¦pass»
        return type.__call__(cls, *args)
    def «__len__(cls): return 3¦__getattr__(cls, n): return 'meta ' + n¦__repr__(cls): return 'the class'¦__contains__(cls, x): return x == 1¦__iter__(cls): return iter([1, 2])»
? A = M('A', («¦object,¦int,¦dict,»), {'y': 1, '__init__': lambda self, *a: None})
* print(«len(A)¦A.q¦repr(A)[:10]¦1 in A¦list(A)¦A.x¦A.y¦A().x¦type(A()).__name__¦type(A).__name__¦A() is A()¦isinstance(A, M)»)
`,
  `
class A(object):
    def __init__(self, n): self.n = n
    def __eq__(self, other): return «NotImplemented¦self.n == other.n¦'eq'»
    «def __ne__(self, other): return 'ne'¦def __lt__(self, other): return self.n < other.n¦def __le__(self, other): return NotImplemented¦def __hash__(self): return self.n¦def __cmp__(self, other): return cmp(self.n, other.n)»
a, b = A(1), A(2)
* print(«a == b¦a != b¦a == 1¦1 == a¦a in [b]¦[a, b] == [a, b]¦[a] == [b]¦(a, 1) == (a, 1)¦{'x': a} == {'x': a}¦[b, a].index(a)¦[a, b, a].count(b)¦a is b¦not a»)
* print(«hash(a) == hash(a)¦a in {1: 2}¦len(set([a, a]))¦a in set([])»)
`,
  `
class A(object):
    «def __iter__(self): return «iter([1, 2])¦self¦5¦[1]»¦def __getitem__(self, i): return [3, 4, 5][i]¦def __getitem__(self, i): raise KeyError(i)»
    «def next(self): raise StopIteration¦def __next__(self): raise StopIteration¦def __len__(self): return «3¦-1¦'a'¦2 ** 70»¦def __contains__(self, x): return x»
    «def __reversed__(self): return 'reversed'¦def __bool__(self): return 1¦def __index__(self): return 2¦def __float__(self): return 1¦def __int__(self): return 'x'»
a = A()
* print(«list(a)¦tuple(a)¦len(a)¦1 in a¦a[1]¦a[1:2]¦a[-1]¦str(reversed(a)).split(' at')[0]¦sum(a)¦bool(a)¦int(a)¦float(a)¦[5, 6, 7][a]¦'abc'[a]¦range(a)¦'x' * a¦max(a)¦sorted(a)¦dict(a)¦set(a)¦[x for x in a]¦zip(a, a) and 1¦''.join(a)¦hex(a)¦chr(a)¦round(a)¦divmod(a, 1)¦abs(a)¦map(None, a) and 1»)
`,
];
