/** Templates of `match`, f-strings in f-strings, exception groups: what only Python 3 has. */
const PATTERN =
  "«0¦-1¦1.5¦'a'¦None¦True¦x¦_¦[]¦[x]¦[x, y]¦[x, *y]¦(x, _, *_)¦[*x, 1]¦{}¦{'a': x}¦{'a': x, **y}¦{1: _}¦int()¦str(x)¦int() | str()¦[1 | 2 as x, y]¦float(x)¦A()¦A(x)¦A(n=x)¦A(1, y)¦[A(n=1), x]¦(x) as y¦'a' | 'b'¦[[x], y]¦bool(x)¦list(x)¦dict()¦A.k¦{'a': [x, *_]}»";
const GUARD = '« if True¦ if True¦ if x¦ if len(x) > 1¦ if n == 1»';
const SUBJECT =
  "«$any¦$list¦$tuple¦A(1)¦A(1, 2)¦{'a': 1}¦{'a': [1, 2], 'b': 2}¦[1, 2]¦(1, A(1))¦'a'¦None¦True¦1.5¦0¦[[1], 2]¦range(2)¦'ab'¦b'a'¦-1¦[A(1), 5]»";
const SPECIFICATION = "«¦¦:5¦:>{a}¦:{a}.{b}f¦:^{a}x¦!r¦!s:>{a}¦!a¦=¦=!r¦ = :5¦:,¦:{'<'}{a}¦:{a:d}»";

export const PATTERNS_3 = [
  `
class A:
    «__match_args__ = ('n', 'm')¦__match_args__ = ('n',)¦__match_args__ = 'n'¦k = 0»
    k = 'a'
    def __init__(self, n, m=2): self.n, self.m = n, m
def f1(n):
    x = y = 'unset'
    match n:
        case ${PATTERN}${GUARD}: return 1, x, y
        case ${PATTERN} if True: return 2, x, y
        case ${PATTERN} if True: return 3, x, y
        case _: return 'none', x, y
* print(str(f1(${SUBJECT})).split(' at 0x')[0])
`,
  `
a, b = «6¦3¦0¦-1¦'x'», «2¦0¦$n»
* print(f"«¦{{¦x»{($any)${SPECIFICATION}}«¦}}¦-»")
* print(f'{a${SPECIFICATION}}{b${SPECIFICATION}} {f"{a${SPECIFICATION}}" * 2} {"a" "b"}{(lambda x: x)(1)}')
* print(f'''{ a «+¦*» b${SPECIFICATION}}''')
`,
  `
def f1():
    raise «ExceptionGroup('g', [ValueError(1), TypeError(2)])¦ExceptionGroup('g', [ExceptionGroup('h', [KeyError('k')]), ValueError(3)])¦ValueError('plain')¦BaseExceptionGroup('b', [KeyboardInterrupt()])¦ExceptionGroup('none', [])»
try:
    try:
        «f1()¦pass»
    except* «ValueError¦(KeyError, TypeError)¦LookupError» as e:
        print('first', repr(e), e.exceptions)
        «pass¦raise¦raise KeyError('new')¦raise IndexError from e»
    except* «TypeError¦Exception» as e:
        print('second', repr(e))
        «pass¦raise¦1 / 0»
    «else:¦finally:»
        print('last')
except BaseException as e:
    print(type(e).__name__, str(e), repr(e.__cause__), getattr(e, 'exceptions', None))
`,
  `
e = «ValueError('a', 1)¦KeyError('k')¦OSError(2, 'no', 'f')¦UnicodeDecodeError('utf-8', b'x', 0, 1, 'why')¦ExceptionGroup('g', [ValueError(1), KeyError(2)])¦StopIteration(5)¦SystemExit(3)¦ImportError('m', name='n')¦NameError('x', name='y')¦AttributeError('a', obj=1)»
? e.add_note(«'note'¦1»)
* print(«repr(e)¦str(e)¦e.args¦e.__notes__¦e.with_traceback(None) is e¦e.filename¦e.errno¦e.value¦e.code¦e.name¦e.obj¦e.split(ValueError)¦e.subgroup(lambda x: isinstance(x, KeyError))¦e.derive([KeyError(1)])¦e.__class__.__mro__[1].__name__¦e.__reduce__()[1]»)
? e.args = «(1, 2)¦5¦'ab'»
? print(repr(e))
`,
  `
class A:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        self.n -= 1
        if self.n < 0: raise «StopAsyncIteration¦StopAsyncIteration¦ValueError(self.n)»
        return self.n
    async def __aenter__(self): print('enter'); return self.n
    async def __aexit__(self, *e): print('exit', e[0]); return «True¦None»
async def f1(n):
    «async for x in A(n): print(x)¦print([x async for x in A(n) if x])¦print({x: y async for x in A(n) for y in [1]})¦async with A(n) as x: print(x); 1 / 0¦async for x in g1(n): print(x)»
    return n
async def g1(n):
    try:
        for x in range(n): yield x
    finally: print('closed')
    «yield 'last'¦raise KeyError(n)¦»
def f2(a):
    try: a.send(None)
    except StopIteration as e: return e.value
* print(f2(f1(«$n¦3»)))
`,
];
