# Events of what only Python 3 has: coroutines, type parameters, match, except*.
import sys
ev=[]
def tracer(f,e,a):
    if f.f_code.co_filename != tracer.__code__.co_filename: return
    ev.append((f.f_code.co_name,e,f.f_lineno,a[0].__name__ if e=='exception' else None))
    return tracer
async def none(): pass
async def val(): return 3
async def main():
    await none()
    x = await val()
    async with C() as c:
        y = [i async for i in ag()]
    async for z in ag():
        pass
class C:
    async def __aenter__(self): return self
    async def __aexit__(self, *a): return None
async def ag():
    yield 1
    yield 2
def g1():
    yield 1
    return 5
def g0():
    yield 1
def g():
    x = yield from g1()
    y = yield from g0()
    z = yield from [1]
    return x
class It:
    def __init__(self): self.n=0
    def __iter__(self): return self
    def __next__(self):
        self.n+=1
        if self.n>2: raise StopIteration
        return self.n
def it():
    for i in It(): pass
    return list(It()), [j for j in It()]
def typ[T](x: T) -> T: return x
type Al = int | str
class Gen[T]:
    a: T
def star():
    a, *b = [1, 2, 3]
    print(*[1], **{}, end='')
    f'{a}{b!r}'
    with (open('/dev/null') as p,
          open('/dev/null') as q):
        pass
    if (n := len(b)) > 1: print('')
    return (n, a,
            b)
def mat(v):
    match v:
        case 1 | 2:
            r = 'a'
        case [x, y] if x:
            r = 'b'
        case {'k': z}:
            r = 'c'
        case str():
            r = 'd'
        case C():
            r = 'e'
        case _:
            r = 'f'
    return r
def run(f, *a):
    del ev[:]
    sys.settrace(tracer)
    try:
        r = f(*a)
        if hasattr(r, 'send'):
            try:
                while True: r.send(None)
            except StopIteration: pass
    finally: sys.settrace(None)
    print('==', f.__name__)
    for e in ev: print(*e)
run(main)
run(g)
run(it)
run(lambda: exec('def q[T](x: T) -> T: return x\nq(1)\ntype A = int\nA.__value__\nclass G[T]:\n    a: T\n    def m(self): super()'))
run(star)
for v in (1, [1, 2], {'k': 1}, 's', C(), 4.0, [0, 1]): run(mat, v)
def trystar():
    try:
        raise ExceptionGroup('a', [ValueError(1), KeyError(2)])
    except* ValueError as e:
        x = 1
    except* (KeyError,
             IndexError):
        x = 2
    else:
        x = 3
    finally:
        y = 1
run(trystar)

# What a frame is told to tell of is True or False.
for name in ('f_trace_lines', 'f_trace_opcodes'):
    for value in (1, None, True, False):
        try: setattr(sys._getframe(), name, value)
        except TypeError as e: print(name, value, e)
        else: print(name, value)
