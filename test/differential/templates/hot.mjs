/**
 * Templates of code that runs often with the same types, and then with others: what was made for the first ones has to
 * be left where it no longer holds. Classes get no data descriptor and no `__getattribute__` after their first instances:
 * those that have an attribute of their own by then go on showing it here (corpus/classes/descriptor_set_later).
 */
const STEP =
  '«c + a * i - b¦c + i % 7 + b¦(c ^ i) + a¦c + a // 3 + b¦c * 3 + a - b¦c + i / 2¦max(c, i) + a¦c - -b¦c + abs(i - a)¦c + (a << 1) - (b >> 1)¦a if i % 3 else c + b¦c + divmod(i, 7)[1] * a¦c + i * i * i¦c * c % 1000003 + a¦c - i * 0.5¦~c + b¦c + len(str(i)) * a¦c + int(i * 1.5) + b¦min(a, b, c) + i¦c + (a > i) + (b == i)»';
const ODD =
  "«$int¦$float¦$str¦2.5¦True¦9007199254740991¦-2 ** 62¦None¦[1]¦1j¦A(3)¦A(2 ** 53)¦B(1.5)¦0¦-0.0¦float('inf')¦2 ** 31¦(1,)¦4503599627370496.5»";
const TYPES = `
class A(int):
    «pass¦def __add__(self, other): return 'add'¦def __radd__(self, other): return 5¦def __mod__(self, other): return 3»
class B(float):
    «pass¦def __mul__(self, other): return 2¦def __rsub__(self, other): return 9¦def __lt__(self, other): return True»
`;

export const HOT = [
  `${TYPES}
def f1(a, b, n):
    c = «0¦a¦0.0¦1»
    for i in range(n):
        c = ${STEP}
        «if c > 10 ** 6: c -= 10 ** 6¦if i == 40: a = b¦if c != c: break¦c = ${STEP}¦»
    return «c¦(a, b, c)¦[c, i]»
for x in range(«3¦60»):
    y = f1(x, 2, «20¦200»)
print(repr(y))
* print(repr(f1(${ODD}, «1¦2¦${ODD}», «3¦50¦5»)))
print(repr(f1(1, 2, 30)))
`,
  `
a = «1¦'s'¦2.0»
def f2(x): return x «+¦*» «a¦1»
def f1(n):
    c = []
    for i in range(n): c.append(f2(«i¦len(c)¦abs(-i)»)) if i % 50 == 0 or «f2(i)¦i < 3» else None
    return c
? print(f1(«500¦40»))
? print(f1(3))
* «a = 2.5¦a = 'x'¦a = [1]¦f2 = len¦f2 = lambda x, y=1: (x, y)¦f2 = str¦a = 2 ** 60¦a = None»
? print(f1(«10¦3»))
`,
  `
class A(object):
    «__slots__ = ('x', 'y')¦k = 3¦k = 0.5»
    def __init__(self, x, y): self.x = x; self.y = y
    def f1(self, n): return «self.x + n * self.y¦self.x * n - self.y¦(self.x, n)¦self.f2() + n»
    def f2(self): self.x «+=¦-=¦*=» «1¦self.y¦0.5»; return self.x
def f3(a, n):
    c = 0
    for i in range(n):
        c = a.f1(«i¦c¦i * 0.5»)
        «a.x = i¦a.y = a.x¦a.f2()¦a.x += 1¦»
    return c
a = A(«1, 2¦1.5, 2.5¦1, 2.0¦'a', 2»)
? print(repr(f3(a, «300¦50»)))
* «a.x = ${ODD.replace(/¦[AB]\([^)]*\)/g, '')}¦a.y = $any¦A.f1 = lambda self, n: ('new', n)¦A.f2 = lambda self: 'f2'¦a.f1 = lambda n: ['own', n]¦del a.x¦A.x = 5¦A.__getattr__ = lambda self, n: 1¦del A.f2¦a.__class__ = type('B', (A,), {'f1': lambda self, n: 'B'})¦A.__setattr__ = lambda self, n, v: object.__setattr__(self, n, [v])»
? print(repr(f3(a, 3)))
? print(repr(a.x), repr(a.y))
`,
  `${TYPES}
def f1(a, n):
    c = 0
    for i in range(n):
        «c += a[i % 3]¦a[i % 3] = c; c += 1¦a[i % 3] += 1; c = a[-1]¦c = a[i % 3] * 2 - a[0]¦c += a[i % len(a)] > 1¦a.append(i); c += a.pop(0)¦c = sum(a[:2]) + c % 5¦c += len(a[i % 3:])¦a[0], a[1] = a[1], a[0]; c = a[0]¦for x in a: c += x¦c = sum([x * x for x in a])¦c = max(a) + a.index(a[1])¦c = sorted(a)[0] + i»
    return c
a = «[1, 2, 3]¦[1.5, 2.5, 3.5]¦['a', 'b', 'c']¦[2 ** 53, 1, 2]¦[0] * 5»
? print(repr(f1(a, «300¦60»)), a[:4])
* a[$n] = ${ODD}
? print(repr(f1(a, 4)), a[:4])
? print(repr(f1(«(1, 2, 3)¦'abc'¦{0: 1, 1: 2, 2: 3}¦[]¦range(3)¦[True, False, None]¦[1, 2.0, 3]¦[[1], [2], [3]]», 5)))
? print(repr(f1([1, 2, 3], 6)))
`,
  `
def f1(n, «*a¦a=1¦**a¦a=(1, 2)»):
    return «n¦(n, a)¦a»
def f2(n):
    c = None
    for i in range(n):
        c = f1(«i¦i, 2¦*[i]¦n=i¦i, a=2¦*(i, i)¦**{'n': i}¦i, *range(i % 3)»)
    return c
? print(f2(«200¦20»))
* «f1.__defaults__ = (9,)¦f1 = dict¦f1 = lambda *x, **y: (x, sorted(y))¦f1.__code__ = (lambda n, a: 'code').__code__¦f1 = type('A', (object,), {'__init__': lambda self, n, a=1: None, '__repr__': lambda self: 'made'})¦f1 = None»
? print(f2(3))
`,
  `
def f1(n):
    c = a = 1
    «while c < n: c = c * «2¦3¦10» + a; a += 1¦for i in range(80): c = c * 3 - i; a ^= c¦for i in range(200): c += c; a -= c¦for i in range(70): c <<= 1; a |= c >> 3¦for i in range(60): a = c; c = -c * 7 + i¦while c < n: c += c // 2 + 1; a = c % 97 - c¦for i in range(30): a, c = c, a * c + i»
    return c, a, «c % 1000¦c // 7¦c & 0xFFFF¦-c // 10¦c >> 40¦divmod(a, -7)¦float(c)¦hash(c) == hash(c + 0)¦c == c + 0.0¦str(c)[-5:]»
* print(f1(«10¦10 ** 15¦2 ** 53¦2 ** 63¦10 ** 20¦2 ** 31¦-5¦1e18¦9007199254740992»))
`,
  `
def f1(n):
    def f2(x):
        «a.append(x)¦return x + c[0]¦c[0] += x; return c[0]¦return lambda: x»
    a, c = [], [0]
    for i in range(n): x = f2(i)
    «c = ['s']¦c[0] = 0.5¦a = None¦f2 = len¦c = (1,)¦»
    try: return repr(f2(«'t'¦1¦2.5»))[:9], c, a and a[-3:]
    except Exception as e: return type(e).__name__, str(e)
* print(f1(«0¦1¦100»))
`,
  `
def f1(n):
    c = «''¦u''¦'a'»
    for i in range(n):
        c «+= 'x'¦+= str(i)¦= c[1:] + 'yz'¦= 'p' + c[:20]¦+= chr(97 + i % 26)¦= c.replace('x', 'xy')[:40] + 'x'¦+= '%d,' % i¦= '{0}-{1}'.format(c[-5:], i)»
        «if c[-1] == 'e': c = c.upper()¦if i == $n: c = c * 2¦if len(c) > 50: c = c[::-1][:9]¦»
    return c[-30:], len(c), c.count('x'), c.find('y'), «hash(c) == hash(c + '')¦c.split(',')[-3:]¦c[::-7]¦c < 'x'¦c.upper()[:4]¦list(c)[:2]»
* print(f1(«0¦1¦7¦100»))
`,
  `
def f1(n):
    for i in range(n):
        try:
            «if i % 3 == 0: raise KeyError(i)¦if i == n - 1: raise ValueError('last')¦[1, 2][i % 4]¦1 // (i % 5 - 2)¦{0: 1}[i % 2]¦int('a' * (i % 2) + '1')»
            «continue¦pass¦if i % 2: continue»
        except («KeyError¦KeyError, IndexError¦LookupError», ZeroDivisionError) as e:
            if i > n - 3: print(repr(e))
            «continue¦pass¦if i == n - 1: break¦if i == n - 1: raise¦if i == n - 1: return i»
        finally:
            «pass¦if i == n - 1: print('end', i)¦if i == n - 2: return 'f'»
    else: return 'else'
    return i
* print(f1(«0¦1¦4¦100»))
`,
];
