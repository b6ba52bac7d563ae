import types, sys
@types.coroutine
def nop(): yield 1
class N:
    def __aiter__(self): return self
    def __anext__(self): return (1,)
async def f1():
    async for x in N(): pass
class W:
    def __aenter__(self): return 3
    async def __aexit__(self, *a): pass
class V:
    async def __aenter__(self): return 3
    def __aexit__(self, *a): return 5
async def f2():
    async with W(): pass
async def f3():
    async with V(): 1/0
async def f4():
    async with V(): pass
for f in (f1,f2,f3,f4):
    try: f().send(None)
    except TypeError as e: print(e, repr(e.__cause__), repr(e.__context__))
async def inner(): await nop()
async def outer(c): await c
i = inner(); o = outer(i); print(o.cr_await); o.send(None); print(o.cr_await is i)
try: outer(i).send(None)
except RuntimeError as e: print(e)
try: o.send(None)
except StopIteration: print('end', o.cr_await)
for thing in (inner(), f1()):
    try: iter(thing)
    except TypeError as e: print(e)
    try:
        for x in thing: pass
    except TypeError as e: print(e)
    try: list(thing)
    except TypeError as e: print(e)
    thing.close()
@types.coroutine
def ok(): return (yield from inner())
def bad(): return (yield from inner2)
inner2 = inner()
try: next(bad())
except TypeError as e: print(e)
inner2.close()
c = ok(); print(next(c)); 
try: next(c)
except StopIteration as e: print('done', e.value)
def sub(): yield 1; yield 2
def g(): yield from sub(); yield 3
x = g(); print(x.gi_yieldfrom); next(x); print(x.gi_yieldfrom.__name__); next(x); next(x); print(x.gi_yieldfrom)
async def bad_await():
    x = [1]
    await x[0]
try: bad_await().send(None)
except TypeError as e: print(e, e.__traceback__.tb_next.tb_lineno)
