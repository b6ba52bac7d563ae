/** Templates about what is changed after it was made, and about classes that the library makes. */
const CALL = '«¦1¦1, 2¦1, 2, 3¦1, c=5¦*[1]¦**{"b": 4}»';

export const OBJECTS = [
  `
def f1(a, «b, c¦b, c=3¦b=2, c=3»): return a, b, c
def f2(a, b=7): return 'other', a, b
* print(f1(${CALL}))
? f1.__defaults__ = «None¦()¦(9,)¦(8, 9)¦(7, 8, 9)¦(6, 7, 8, 9)¦[1]¦5»
* print(f1(${CALL}), f1.__defaults__)
? f1.__code__ = «f2.__code__¦(lambda *a: a).__code__¦f1.__code__¦5»
* print(f1(${CALL}))
print(f1.__name__, f1.__code__.co_name, f1.__code__.co_argcount)
`,
  `
class A(object):
    def __init__(self, n): self.n = n
    «def __get__(self, a, b): return self if a is None else a.__dict__.get(self.n, 'unset')¦def __get__(self, a, b): return 'computed'¦»
    def __set__(self, a, b):
        if b == $n: raise ValueError(b)
        a.__dict__[self.n] = b
    «def __delete__(self, a): del a.__dict__[self.n]¦»
class B(object):
    x = A('x')
    y = A('«y¦x¦_y»')
    def __init__(self, x): self.x = x
? a = B($n)
a = B(77)
* «a.x = $n¦a.y = $any¦del a.x¦print(str(a.x).split(' at')[0])¦print(str(a.y).split(' at')[0])¦a.__dict__['x'] = $int¦print(sorted(a.__dict__))¦print(a.__dict__.get('x'))¦vars(a).update(x=$int, z=1)¦a.__dict__.clear()¦print(hasattr(a, 'x'), hasattr(a, 'z'))¦a.__dict__ = {'x': 1}»
`,
  `
from collections import OrderedDict, namedtuple, defaultdict, Counter
a = «OrderedDict([(1, 2), ('b', $any)])¦defaultdict(list, {1: [2]})¦Counter('abca')¦namedtuple('T', 'x y')(1, $any)»
* print(«a¦len(a)¦a == a¦list(a)[:3]¦a.pop()¦a.pop(1)¦a.popitem()¦a[1]¦a['new']¦a[$n]¦a.most_common(1)¦a.x¦a._replace(x=5)¦a._asdict()¦a + a¦a - a¦a & a¦a * 2¦a.rotate(1)¦a.append(5)¦a.extend('xy')¦a.copy()¦a.count(1)¦a.index(2)¦hash(a)¦1 in a¦sorted(a, key=str)¦a < a¦a.keys()¦bool(a)¦a.setdefault(1)¦a.get(1)¦a.elements()»)
`,
];

/** What only Python 3 has. */
export const OBJECTS_3 = [
  `
import dataclasses
@dataclasses.dataclass«¦(order=True)¦(frozen=True)¦(eq=False)¦(kw_only=True)¦(slots=True)»
class A:
    n: int
    x: object = «$int¦dataclasses.field(default_factory=list)¦dataclasses.field(default=1, repr=False, compare=False)¦[]»
    «def __post_init__(self): print('made')¦y: str = 'y'¦y: int¦»
* print(«A(1)¦A(1, 2)¦A(n=1)¦A(n=1, x=2)¦A()¦A(1) == A(1)¦A(n=1) < A(n=2)¦dataclasses.asdict(A(1))¦dataclasses.astuple(A(n=1))¦dataclasses.replace(A(n=1), x=5)¦[f.name for f in dataclasses.fields(A)]¦(lambda a, b: hash(a) == hash(b))(A(1), A(1))¦A.__match_args__¦dataclasses.is_dataclass(A)»)
? a = A(n=1); a.n = 5; print(a.n)
`,
  `
import enum
class A(«enum.Enum¦enum.IntEnum¦enum.Flag¦enum.IntFlag¦enum.StrEnum»):
    B = «1¦'b'¦enum.auto()»
    C = «2¦'c'¦enum.auto()¦1¦4»
    «D = B¦D = 3¦def f1(self): return self.name¦@property\n    def k(self): return 1¦»
* print(«list(A)¦A.B¦repr(A.C)¦A(1)¦A('b')¦A['C']¦A['Z']¦A.B.value¦A.B.name¦A.B == 1¦A.B | A.C¦~A.B¦A.B in A¦1 in A¦A.B < A.C¦f'{A.B}'¦f'{A.B!r:>12}'¦'%s' % A.B¦len(A)¦A.B is A(A.B.value)¦A.__members__¦A.B & 1¦A.C + 1¦hash(A.B) == hash(A.B)¦A(7)¦A(0)¦A.B.f1()¦isinstance(A.B, int)»)
? A.B = 5
`,
  `
e = «ValueError('v')¦KeyError('k', 1)¦OSError(2, 'no')¦ExceptionGroup('g', [ValueError(1)])»
try:
    try:
        «raise e¦1 / 0¦raise e from KeyError('cause')¦raise e from None»
    except «Exception¦ZeroDivisionError¦(ValueError, LookupError)» as x:
        «x.add_note('note'); raise¦raise TypeError('second')¦raise TypeError('second') from x¦raise TypeError('second') from None¦raise x.with_traceback(None)»
    finally:
        «pass¦print('finally')¦raise IndexError('third')»
except BaseException as y:
    print(repr(y), repr(y.__cause__), repr(y.__context__), y.__suppress_context__, getattr(y, '__notes__', None))
    print(repr(y.__context__ and y.__context__.__context__))
`,
];
