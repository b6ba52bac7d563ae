/** Templates about calls: arguments in all forms, closures, decorators, and what a wrong call says. */
const VALUE = '«1¦2¦3¦$any»';
const STARRED = `«¦${VALUE}¦*[4, 5]¦*(6,)¦${VALUE}, *'xy'¦*(), ${VALUE}»`;
const NAMED = "«**{'a': 7}¦**{'c': 8, 'b': 9}¦b=$any¦c=$any, **{'c': 1}¦**{}, n=5¦a=1, b=2¦**{1: 2}»";
const ARGUMENTS = `«¦${VALUE}¦${VALUE}, ${VALUE}¦${VALUE}, b=${VALUE}¦*[1, 2]¦**{'a': 1}¦1, *[2], **{'c': 3}¦*$list¦*$str¦**$dict¦a=1, **{'a': 2}¦*5¦**5¦1, 2, 3, 4, 5, 6»`;

export const CALLS = [
  `
def f1(«a¦a, b¦a, b=2¦a=1, b=2¦a, *b¦*a¦**a¦a, **b¦a, b=3, *c¦a, b=3, *c, **e¦»):
    return «locals()¦sorted(locals())¦len(locals())»
* print(sorted(f1(${ARGUMENTS})))
? print(f1.__code__.co_argcount, f1.__code__.co_varnames, f1.__defaults__)
`,
  `
def f2(a):
    def f3(f):
        def f4(*args, **kw):
            print(a, len(args), sorted(kw))
            return «f(*args, **kw)¦f(*args[1:], **kw)¦f(args, **kw)¦f(*args)»
        return «f4¦f4¦f»
    return f3
@f2('first')
«@f2('second')¦»
def f5(«a¦a, b=1¦*a¦»): return «'called'¦a¦[a, 1]»
* print(f5(${ARGUMENTS}))
`,
  `
b = []
for n in range($n):
    «b.append(lambda: n)¦b.append(lambda n=n: n)¦b.append(lambda x, n=n: (x, n))¦b.append((lambda n: lambda: n)(n))»
* print([x(«¦1») for x in b])
def f1():
    c = 1
    def f2():
        return c
    «c = 2¦c += 1¦pass»
    return f2«()¦»
? print(str(f1()).split(' at 0x')[0])
`,
  `
class A(object):
    def f1(self, «a¦a=1¦*a»): return «(a, self is not None)¦a»
    @classmethod
    def f2(cls, «a¦a=1¦*a»): return cls.__name__, a
    @staticmethod
    def f3(«a¦a=1¦*a¦»): return «'static'¦1»
* print(«A().f1¦A.f1¦A.f2¦A().f2¦A.f3¦A().f3»(${ARGUMENTS}))
* print(«A().f1.__self__.__class__.__name__¦A().f1 == A().f1¦A.f2.__name__¦A.f3(1)¦A(1)¦A(a=1)¦A().f1(A())¦A.f1(A(), 5)»)
`,
  `
* print(«int¦float¦str¦list¦tuple¦dict¦set¦bool¦len¦sum¦min¦max¦abs¦divmod¦pow¦round¦sorted¦range¦ord¦chr¦hex¦isinstance¦getattr¦repr¦hash¦any¦zip¦enumerate¦iter¦callable»(«¦$any¦$any, $any¦$any, $any, $any»).__class__.__name__)
`,
  `
* print(«[]¦[3, 1]¦[1, 2, 2]».«append¦insert¦pop¦index¦count¦remove¦extend¦sort¦reverse»(«¦$any¦$int¦$int, $any¦$any, $any, $any¦x=1»))
* print(«''¦'abc'¦'a b'».«join¦split¦replace¦find¦strip¦upper¦center¦startswith¦partition¦format¦zfill¦splitlines»(«¦$any¦$str¦$str, $str¦$str, $n¦$any, $any, $any¦x=1»))
* print(«{}¦{1: 2}¦{'a': 1, 2: 3}».«get¦pop¦setdefault¦update¦fromkeys¦copy¦clear¦popitem»(«¦$any¦$int¦$int, $any¦$dict¦$any, $any, $any¦x=1»))
`,
];

/** What only Python 3 has. */
export const CALLS_3 = [
  `
def f1(«a, /, b=2, *, c=3¦a, *, b¦*, a, b=2¦a, b, /¦*a, b¦*a, b=1, **c¦a=1, /, **b¦a, b=1, /, c=2, *, n, **kw»):
    return locals()
* print(f1(«${STARRED}¦${NAMED}¦1, *[2], ${NAMED}¦*$list, ${NAMED}»))
? print(f1.__kwdefaults__, f1.__defaults__, f1.__code__.co_kwonlyargcount, f1.__code__.co_posonlyargcount)
`,
  `
? print([*$list, *$tuple«¦, *$str»], (*$list, 1), {*$list«¦, 1»})
? print({**$dict, **$dict«¦, 'a': 1»})
? print(*$list, *$tuple, sep=«'-'¦', '¦None¦1»«¦, end='!\\n'»)
`,
  `
def f1(n):
    a = 0
    def f2(x):
        nonlocal a
        a «+=¦=¦*=» x
        «return a¦return lambda: a¦del a¦pass»
    def f3():
        «nonlocal a; a = 'f3'¦return f2(5)¦return [f2(i) for i in range(3)]¦return a¦a = 2»
    return f2(n), f3(), a
? print(f1(«$int¦$str¦$list»))
`,
  `
class A:
    def __set_name__(self, owner, name): print('named', owner.__name__, name)
    def __init_subclass__(cls, **kw): print('made', cls.__name__, sorted(kw)); super().__init_subclass__(«¦**kw»)
    def __class_getitem__(cls, item): return cls.__name__, item
? class B(A, «c=1¦metaclass=type¦¦**{'n': 2}»):
    x = A()
    def f1(self): return __class__.__name__, super().__self__ is self
? print(B[«1¦1, 2¦int»])
? print(B().f1())
`,
  `
def f1():
    «a = (b := $int) + 1¦if (b := $list): a = len(b)¦a = [b := x for x in $list]; a = 1¦while (b := $n) > 100: pass¦a, b = 1, (c := 2)»
    «a: int = 5¦b: str¦a = 6¦»
    return «a, b¦b¦a»
? print(f1())
`,
];
