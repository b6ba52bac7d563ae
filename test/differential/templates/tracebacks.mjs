/** Templates of what is shown of exceptions that went through calls: whole tracebacks. */
const FAULT =
  "«1 // 0¦a.b.c¦a[5][0]¦f9(1)¦undefined + 1¦len(1, 2)¦'x' + 1¦int('x')¦[i for i in [1, 0] if 1 // i]¦(lambda: a.q)()¦{}['k']¦raise ValueError('v')¦assert a == 5, 'why'¦assert a.x¦a(1, 2)¦a.f1(3)¦[1][a]¦f1(*a)¦a, b = 1, 2, 3¦for i in 5: pass¦(1 + 2 +\\n        a.zz)¦del a.x¦a.x = 1¦import nothing¦from sys import nothing¦x = -a + +a¦x = a < 1 < b9¦f1(a,\\n       x=undefined)¦print(a[1:2].q)¦a @ 2¦with a: pass¦yield_ = [*a]¦{**a}¦f'{a!r:>{b9}}'¦raise a¦raise ValueError from a¦return (1\\n            / 0)»";
const FAULT_2 =
  "«1 // 0¦a.b.c¦a[5][0]¦f9(1)¦undefined + 1¦len(1, 2)¦'x' + 1¦int('x')¦[i for i in [1, 0] if 1 // i]¦(lambda: a.q)()¦{}['k']¦raise ValueError('v')¦raise KeyError, 'k'¦assert a == 5, 'why'¦a(1, 2)¦f1(*a)¦a, b = 1, 2, 3¦for i in 5: pass¦del a.x¦import nothing¦from sys import nothing¦exec 'x +'¦exec '1 / 0'¦raise ValueError, 'x', None¦print a.q»";
const VALUE = '«1¦None¦[1]¦""¦A()¦A¦{}¦(1, 2)¦2.5»';

const frame = (fault) => `
import traceback, sys
class A(object):
    def f1(self, x): «return x.q¦return 1 // 0¦raise KeyError(x)¦return self.f2(x)»
    def f2(self, x): return «[y.z for y in [x]]¦sum(y / 0 for y in [1])¦(lambda: x.w)()¦{y: y.z for y in [x]}»
def f1(a, «n=0¦*n»):
    «try:¦for i in [1]:¦if a or not a:¦while True:»
        ${fault}
    «finally: f0(a)¦except KeyError: raise TypeError('again')¦except ValueError: pass¦finally: pass¦»
    return 'fine'
def f0(a): «print('end')¦1 // 0¦pass»
def f2(a):
    return f1(«a¦a, n=1¦*[a]¦a, 1»)
`;
const SHOW = '«traceback.print_exc(file=sys.stdout)¦print(traceback.format_exc())¦print(traceback.format_exc(1))»';

export const TRACEBACKS_3 = [
  `${frame(FAULT).replace('«try:¦for i in [1]:¦if a or not a:¦while True:»', '«try:»').replace('¦»\n    return', '»\n    return')}
try:
    f2(${VALUE})
except BaseException:
    ${SHOW}
`,
  `
import traceback, sys
def f1(a):
    ${FAULT}
def f2(n, a):
    if n: return f2(n - 1, a)
    return [f1(x) for x in [a]]
try:
    try:
        f2(«1¦0¦5», ${VALUE})
    except Exception as e:
        «raise¦raise KeyError('second')¦raise KeyError('second') from e¦raise KeyError('second') from None¦e.add_note('noted'); raise¦raise ExceptionGroup('group', [e, ValueError(2)])¦f1(e)»
except BaseException:
    ${SHOW}
`,
  `
import traceback, sys
def f1(n):
    «yield n¦x = yield n¦yield from [n]»
    ${FAULT.replace('¦return (1\\n            / 0)', '').replaceAll('a', 'n')}
def f2(n): yield from f1(n)
it = «f1¦f2»(${VALUE.replaceAll('A()', '5').replaceAll('A', '6')})
try:
    next(it)
    «next(it)¦it.send(1)¦it.throw(ValueError('thrown'))¦list(it)¦[x for x in it]¦it.close()»
except BaseException:
    ${SHOW}
`,
];

export const TRACEBACKS_2 = [
  `${frame(FAULT_2).replace('«try:¦for i in [1]:¦if a or not a:¦while True:»', '«try:»').replace('¦»\n    return', '»\n    return')}
try:
    f2(${VALUE})
except BaseException:
    ${SHOW}
print(sys.exc_info()[0] is None)
`,
  `
import traceback, sys
def f1(a):
    ${FAULT_2}
def f2(n, a):
    if n: return f2(n - 1, a)
    return [f1(x) for x in [a]]
try:
    try:
        f2(«1¦0¦5», ${VALUE.replaceAll('A()', '5').replaceAll('A', '6')})
    except Exception, e:
        «raise¦raise e¦raise KeyError('second')¦raise e.__class__, e, sys.exc_info()[2]¦raise KeyError, 'third', sys.exc_info()[2]¦f1(e)»
except BaseException:
    ${SHOW}
`,
];
