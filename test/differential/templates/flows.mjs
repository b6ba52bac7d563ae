/** Templates about control: what leaves `try`, `with`, loops and generators, and in which order. */
const LEAVE = "«pass¦pass¦return 'a'¦break¦continue¦raise KeyError(i)¦1 // 0¦print(i)¦return»";
/** Python 2 has no `continue` in `finally`. */
const END = LEAVE.replaceAll('continue', 'pass');
const YIELD = '«yield i¦yield i¦x = yield i¦return¦raise ValueError(i)¦print(i)¦break¦continue»';

export const FLOWS = [
  `
def f1(n):
    for i in range(n):
        try:
            try:
                if i == $n:
                    ${LEAVE}
                print(i)
                ${LEAVE}
            «finally¦except KeyError¦except ArithmeticError¦finally»:
                if i > $n:
                    ${END}
                print('inner')
        «finally¦except (KeyError, ZeroDivisionError)¦finally»:
            ${END}
            print('outer')
    else:
        return 'else'
    return 'end'
? print(f1(3))
? print(f1(1))
`,
  `
def g1(n):
    i = 0
    while i < n:
        i += 1
        try:
            ${YIELD}
            if i < 2:
                «yield¦print((yield i))¦pass»
            ${YIELD}
        «except ValueError¦except GeneratorExit¦finally»:
            print('out', i)
            «yield -1¦pass¦pass¦return¦raise¦raise IndexError(i)»
    else:
        yield 'else'
it = g1($n)
* print(«next(it)¦it.send(5)¦it.throw(ValueError)¦it.throw(ValueError(7))¦list(it)¦it.throw(KeyError, 'k')»)
? print(it.close())
? print(list(it))
`,
  `
def f1(a):
    while True:
        a -= 1
        if a < $n: «break¦return a¦pass»
        try:
            if a < 0: «break¦return 'neg'¦raise StopIteration(a)»
            print(10 // a)
        except ZeroDivisionError:
            print('zero')
            «continue¦break¦pass¦raise»
        else:
            print('fine')
            «pass¦continue¦pass»
        finally:
            print('finally', a)
            «if a < -3: return 'far'¦if a < -3: break¦if a < -9: raise KeyError(a)»
    return 'end', a
* print(f1(«$n¦3¦5¦$int % 9»))
`,
  `
def f2(n):
    try:
        «return n¦raise KeyError(n)¦n += 1¦return f3(n)»
    «except KeyError¦except (KeyError, TypeError)»:
        «return 'handled'¦n += 10¦raise¦raise IndexError(n)»
    else:
        «n += 100¦return 'no error'»
    finally:
        «n += 1000¦print(n)¦return n¦n = [n]»
    return n
def f3(n):
    «return n * 2¦raise TypeError(n)¦return f2(n - 1) if n > 0 else n»
* print(f2($n))
`,
  `
class A(object):
    def __init__(self, n): self.n = n
    def __enter__(self): print('enter %d' % self.n); return «self¦self.n¦[self.n]»
    def __exit__(self, t, v, tb): print('exit %d %s' % (self.n, t and t.__name__)); return «None¦None¦self.n == 2¦True»
def f1(n):
    for i in range(n):
        with A(1) as a, A(2):
            «with A(3):¦if True:¦for b in [1]:»
                «pass¦break¦continue¦return i¦raise KeyError(i)¦1 // 0»
            print('behind')
            «pass¦break¦continue¦return i¦raise KeyError(i)¦1 // 0»
        print('after', i)
    return 'end'
* print(f1($n))
`,
  `
a = []
def f1(b): a.append(b); return b
? «print(f1(1) < f1(2) < f1(0) < f1(4))¦print(f1(1) and f1(0) or f1(3))¦a[f1(0):f1(1)] = [f1(4), f1(5)]¦print({f1(1): f1(2), f1(3): f1(4)})¦print(f1(1) if f1(0) else f1(2))»
? «f1(a)[f1(0)], b = f1(5), f1(6)¦f1(a)[f1(0)] += f1(1)¦print([f1(x) for x in [1, 2] if f1(x - 1)])¦print((lambda x=f1(3), *y: x)(f1(1), *f1([2])))¦assert f1(0), f1(1)¦del f1(a)[f1(0)]»
print(a)
`,
  `
for n in $list:
    if n == $int:
        «break¦continue¦pass»
    for x in $list:
        if x == n:
            «break¦continue¦pass»
        print(x)
    else:
        print('inner else')
        «continue¦pass¦break»
    print('step')
else:
    print('outer else')
`,
];
