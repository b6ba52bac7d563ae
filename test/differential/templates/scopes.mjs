/** Templates about names: closures, comprehensions, class bodies, text that is run, aliases, and classes that change under their instances. */
const IN_PLACE = '«+¦-¦*¦|¦&¦^¦%¦//»=';
// With x beside it: CPython 3.12 and 3.13 take the variable of a comprehension for the function's own where only functions in it read that name.
const READ =
  "«x¦y¦x + y¦[[x for x in [y]], x]¦(lambda: x)()¦f2()¦locals().get('y')¦sorted(locals())[:3]¦eval('x')¦[y for y in range(x)]¦{x: y for x in [1]}»";

export const SCOPES = [
  `
x, y = 1, 2
def f1(«x¦x=5¦y=3¦*y»):
    «y = 7¦global y¦pass»
    def f2(«¦x=9¦n=x»):
        «return x¦x = 4; return x¦return [x for _ in [1]][0]¦return (lambda y: (x, y))(8)»
    * print(${READ})
    «x = 6¦y += 1¦for x in [30, 31]: pass¦pass»
    * print(${READ})
    return f2
? it = f1(«3¦¦3, 4»)
? print(it())
print(x, y)
`,
  `
x = 'module'
class A(object):
    x = 'class'
    y = [«x for _ in [1]¦n for n in x¦(x, n) for n in [x]¦n for n in [x] if n != 'class'»]
    «a = (lambda: x)()¦a = x + '!'¦a = sorted(k for k in locals() if k[0] != '_')¦x, a = 'changed', x»
    def f1(self): return «x¦self.x¦A.x¦[x for _ in [1]]»
    «for b in range(2): pass¦del x¦if 1: c = x¦class B: z = x»
* print(«A.x¦A.y¦A.a¦A().f1()¦A.b¦A.c¦A.B.z¦sorted(k for k in vars(A) if k[0] != '_')»)
`,
  `
a = b = «[1, 2]¦{1, 2}¦bytearray(b'ab')¦(1, 2)¦5¦'ab'¦{'k': 1}»
c = [a] * 2
* «a ${IN_PLACE} $any¦b ${IN_PLACE} a¦c[0] ${IN_PLACE} $any¦a += a¦b *= $n¦c[1] |= {3: 4}¦c += [a]¦c[0] += b'c'¦a -= {1}¦b ^= {1, 7}¦a[0:1] = b¦a[::2] = $list¦del a[$n:]¦b[$n:$n] = a¦a[$n:$n:$n] = b»
print(a, b, c, isinstance(a, str) or a is b, isinstance(a, str) or c[0] is a)
`,
  `
def f1(n):
    a = []
    for i in range(n):
        «a.append(lambda: i)¦a.append(lambda i=i: i)¦a.append(lambda x: [i for _ in [1]][0] + x)¦a.append((i + y for y in [n]))»
    n = 10
    «i = 'after'¦n += 1¦pass»
    return a
* print([«x()¦x(1)¦x(2)¦next(x)¦list(x)» for x in f1(«1¦2¦3»)])
`,
  `
class A(object):
    «__slots__ = ('x', 'y')¦def __getattr__(self, name): return 'no ' + name¦pass¦y = 'class'»
    def __init__(self, x): self.x = x
class B(A): pass
a, b = A(«1¦2.5¦'s'»), B($any)
* «A.x = property(lambda self: 'property')¦B.x = 3¦A.x = 2.5¦del A.x¦del B.x¦A.y = 4¦del A.y¦a.x = 7.5¦b.x = 1¦a.y = 2¦b.y = 2.25¦del a.x¦A.__getattribute__ = lambda self, name: 'asked ' + name¦del A.__getattribute__¦A.__setattr__ = lambda self, name, v: print('set')¦A.f1 = lambda self, n=1: n¦a.__class__ = B¦B.__bases__ = (object,)¦print(a.x, b.x)¦print(a.y)¦print(b.y)¦print(b.f1(2), a.f1())¦print(a.x + 1)¦print(sorted(vars(b)))»
`,
  `
def f1(n):
    try:
        x = [y for y in range(n) if «y % 2¦n // y¦y != n»]
        return «[[a for a in range(b)] for b in x]¦{a: {b for b in x if b > a} for a in x}¦[(a, b) for a in x for b in x if a < b]¦sum(a * b for a in x for b in x)¦list(map(lambda a: [a + b for b in x], x))»
    finally:
        «x = None¦n = 0¦print('done')»
* print(f1($n))
`,
];

/** What `exec` as a function does; Python 2 has its own templates. */
export const SCOPES_3 = [
  `
x = 1
def f1(n):
    y = 2
    a = {'x': 10}
    * exec(«'x = 5'¦'y = x'¦'print(x)'¦'global x; x = 8'¦'def f2(): return x\\nprint(f2())'¦'class A: x = x + 1\\nprint(A.x)'¦'print([x for _ in "a"])'¦'n += 1'¦'del x'¦'x ='¦'  x'¦'return x'¦'yield x'¦'(x := 3)'», «globals()¦a¦a, {'x': 20}¦globals(), a¦{}¦locals()¦5»)
    * print(eval(«'x'¦'y'¦'x + n'¦'[x for _ in "a"]'¦'(lambda: x)()'¦'x = 1'¦''¦'x\\n'¦' x'¦'__builtins__ is None'», «globals()¦a¦a, {'x': 20}¦globals(), locals()¦{}»))
    return x, y, n, sorted(k for k in a if k[0] != '_')
? print(f1(3))
print(x)
`,
  `
def f1(n):
    if (x := n) > 1 and any((y := i) > $n for i in range(n)): print(x, y)
    print([b := i * 2 for i in range(n)], «b¦x¦y¦i»)
    while (n := n - 1) > «0¦1»: print(n, end=' ')
    return (a := [x, n]), a[(x := 0)]
? print(f1(«0¦1¦3¦4»))
`,
  `
def f1():
    x = 1
    def f2():
        nonlocal x
        «x += 1¦del x¦x = [x]¦x: int = 5»
        def f3(): return «x¦[x for _ in [1]]¦f2¦x + 1»
        return f3
    try: print(f2()())
    except Exception as x: print('caught', type(x).__name__)
    return x
* print(f1())
`,
];
