/** Templates about what waits: coroutines, asynchronous generators and managers, generators of generators, groups of exceptions. */
const STEP =
  "«await f1(i)¦print('step', i)¦yield i¦yield await f1(i)¦if i == $n: raise KeyError(i)¦if i == 1: return¦x = yield i; print('got', x)¦await asyncio.sleep(0)¦1 // i»";
const SEND =
  "«next(it)¦it.send(5)¦it.throw(ValueError('v'))¦it.throw(KeyError)¦it.close()¦list(it)¦it.gi_yieldfrom is None»";

export const ASYNCHRONY_3 = [
  `
import asyncio
async def f1(n):
    await asyncio.sleep(0)
    «return n¦raise ValueError(n)¦print('f1', n)»
async def g1(n):
    try:
        for i in range(n):
            ${STEP}
            ${STEP}
            yield -i
    «finally¦except KeyError¦except ZeroDivisionError¦except GeneratorExit»:
        print('out')
        «await asyncio.sleep(0)¦pass¦raise¦yield 9»
async def main():
    it = g1($n)
    * print(«await anext(it)¦await it.asend(1)¦await it.athrow(ValueError)¦await it.aclose()¦[x async for x in it]¦[x async for x in g1(3) if x]¦{x: 1 async for x in g1(2)}¦await anext(it, 'none')¦it.ag_running¦next(it)»)
    async for x in g1(«1¦2¦3»):
        print(x)
        «continue¦pass»
    else:
        print('else')
    await it.aclose()
? print(asyncio.run(main()))
`,
  `
import asyncio
class A:
    def __init__(self, n): self.n = n
    async def __aenter__(self): print('enter', self.n); «return self¦raise KeyError('enter')¦await asyncio.sleep(0)»
    async def __aexit__(self, *a): print('exit', self.n, a[0] and a[0].__name__); «return True¦return False¦raise IndexError('exit')¦await asyncio.sleep(0)»
    def __aiter__(self): return self
    async def __anext__(self):
        self.n -= 1
        if self.n < 0: raise StopAsyncIteration
        return self.n
    def __await__(self): «yield from asyncio.sleep(0).__await__()¦yield¦pass»; return self.n
async def f1(n):
    async with A(n) as x«¦, A(n + 1) as y»:
        «print([i async for i in A(3)])¦return await A(n)¦1 // 0¦raise ValueError(n)¦print(type(x).__name__)»
        async for i in A(2):
            «print(i)¦break¦continue¦raise KeyError(i)»
        else:
            print('else')
    return 'end'
async def main():
    print(await asyncio.gather(f1(1), f1(2), return_exceptions=«True¦True¦False»))
? asyncio.run(main())
`,
  `
def g1(n):
    try:
        x = yield n
        print('g1', x)
        «yield x¦return x¦raise KeyError(x)¦yield from [x, n]¦pass»
    «except ValueError¦finally¦except GeneratorExit»:
        print('g1 out')
        «return 'r'¦pass¦raise¦yield 'late'»
def g2(n):
    try:
        x = yield from «g1(n)¦[n, 2]¦g1(g1(n))¦range(n)¦iter('ab')¦g3(n)»
        print('g2', x)
        «yield x¦return x¦yield from g1(x)»
    «except KeyError¦finally¦except Exception»:
        «print('g2 out')¦return 'g2'¦raise»
def g3(n):
    yield from ([x, n] for x in range(n))
    return (yield)
it = g2($n)
* print(${SEND})
? print(it.close())
? print(list(g2(1)))
`,
  `
def f1(n):
    a = [ValueError(1), TypeError('t'), KeyError('k'), ExceptionGroup('in', [ValueError(2), OSError(5)])]
    try:
        «raise ExceptionGroup('out', a[:$n + 1])¦raise ExceptionGroup('out', a)¦raise a[0]¦raise BaseExceptionGroup('base', [KeyboardInterrupt(), a[1]])¦raise a[3]»
    except* ValueError as e:
        print('value', repr(e), e.exceptions)
        «raise¦raise RuntimeError('new')¦raise KeyError from e¦pass¦n = e.split(lambda x: x.args == (1,))»
    except* «(TypeError, KeyError)¦OSError¦Exception» as e:
        print('second', repr(e))
        «raise¦pass¦raise e¦raise e.exceptions[0]»
    «else¦finally»:
        print('last', n)
    return n
try: print(f1($n))
except BaseException as e:
    print(repr(e), repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
    print(getattr(e, 'exceptions', None))
    «print(e.subgroup(ValueError))¦print(e.split(KeyError))¦print(e.derive([e]))¦print(str(e))»
`,
  `
class A:
    def __enter__(self): print('enter'); return «self¦1¦None»
    def __exit__(self, kind, value, tb): print('exit', kind and kind.__name__, value); return «True¦False¦None¦1 // 0¦[]»
def f1(n):
    for i in range(n):
        with A() as x, «A()¦A() as y¦A() as (a, b)»:
            «break¦continue¦return i¦raise KeyError(i)¦print(x)¦yield i»
            try: «return 'try'¦1 // i¦continue¦break»
            finally: «return 'finally'¦break¦continue¦print('f')»
    return 'end'
? print(f1(2) if not hasattr(f1(2), 'send') else list(f1(2)))
`,
];
