# pymp: python=3
"""Coroutines, generators and async generators where another of them is wanted: what each says."""
import asyncio
import inspect
import re
import types
import warnings
warnings.simplefilter('ignore')
def attempt(label, f):
    try:
        print(label, '->', f())
    except BaseException as e:
        text = '%s %s %r %r' % (type(e).__name__, e, e.__cause__, e.__context__)
        print(label, re.sub('0x[0-9a-f]+', '0x', text))
async def co(): return 1
async def agen():
    yield 1
def gen():
    x = yield 1
    return x
@types.coroutine
def tc():
    yield 2
    return 3
attempt('next co', lambda: next(co()))
attempt('iter co', lambda: iter(co()))
attempt('for co', lambda: [x for x in co()])
attempt('list agen', lambda: list(agen()))
attempt('next agen', lambda: next(agen()))
attempt('aiter co', lambda: aiter(co()))
attempt('anext co', lambda: anext(co()))
attempt('anext gen', lambda: anext(gen()))
attempt('send non-none', lambda: co().send(1))
attempt('gen send', lambda: gen().send(1))
attempt('agen asend', lambda: agen().asend(1).send(None))
def twice():
    c = co()
    try: c.send(None)
    except StopIteration as e: print(e.value)
    c.send(None)
attempt('twice', twice)
def thrown():
    c = co(); c.throw(ValueError('x'))
attempt('throw', thrown)
attempt('throw none', lambda: co().throw(None))
attempt('throw int', lambda: gen().throw(3))
async def await_twice():
    c = co()
    await c
    await c
def run(c):
    try:
        while True: c.send(None)
    except StopIteration as e: return e.value
attempt('await twice', lambda: run(await_twice()))
async def await_int(): await 1
attempt('await int', lambda: run(await_int()))
async def await_gen(): await gen()
attempt('await gen', lambda: run(await_gen()))
async def await_tc(): return await tc()
attempt('await tc', lambda: run(await_tc()))
async def await_none(): await None
attempt('await None', lambda: run(await_none()))
class BadAwait:
    def __await__(self): return 5
async def await_bad(): await BadAwait()
attempt('await bad', lambda: run(await_bad()))
class CoAwait:
    def __await__(self): return co()
async def await_coa(): await CoAwait()
attempt('await coa', lambda: run(await_coa()))
async def afor_list():
    async for x in [1]: pass
attempt('afor list', lambda: run(afor_list()))
class BadAiter:
    def __aiter__(self): return 5
async def afor_bad():
    async for x in BadAiter(): pass
attempt('afor bad', lambda: run(afor_bad()))
class BadAnext:
    def __aiter__(self): return self
    def __anext__(self): return 5
async def afor_badn():
    async for x in BadAnext(): pass
attempt('afor badnext', lambda: run(afor_badn()))
async def awith():
    async with open('/dev/null'): pass
attempt('awith', lambda: run(awith()))
class Sync:
    def __enter__(self): return self
    def __exit__(self, *a): pass
async def awith2():
    async with Sync(): pass
attempt('awith2', lambda: run(awith2()))
class ABad:
    def __aenter__(self): return 1
    def __aexit__(self, *a): return 1
async def awith3():
    async with ABad(): pass
attempt('awith3', lambda: run(awith3()))
class ABad2:
    async def __aenter__(self): return 1
    def __aexit__(self, *a): return 1
async def awith4():
    async with ABad2(): pass
attempt('awith4', lambda: run(awith4()))
async def awith5():
    async with ABad2(): 1/0
attempt('awith5', lambda: run(awith5()))
def with6():
    class AC:
        async def __aenter__(self): pass
        async def __aexit__(self, *a): pass
    with AC(): pass
attempt('with6', with6)
def yf(): yield from co()
attempt('yield from co', lambda: list(yf()))
def yf2(): yield from agen()
attempt('yield from agen', lambda: list(yf2()))
def yf3(): yield from 3
attempt('yield from 3', lambda: list(yf3()))
attempt('run', lambda: asyncio.run(gen()))
attempt('run fn', lambda: asyncio.run(co))
def stop_in_gen():
    def g():
        yield 1
        raise StopIteration(5)
    return list(g())
attempt('stop in gen', stop_in_gen)
async def stop_co(): raise StopIteration(5)
attempt('stop in co', lambda: run(stop_co()))
async def stop_agen():
    raise StopAsyncIteration(4)
    yield
async def use():
    async for x in stop_agen(): pass
attempt('stop in agen', lambda: run(use()))
def running():
    def g():
        next(me)
        yield
    me = g()
    next(me)
attempt('running', running)
def running_co():
    async def c():
        me.send(None)
    me = c()
    me.send(None)
attempt('running co', running_co)
def closing():
    def g():
        try: yield 1
        finally: yield 2
    x = g(); next(x); x.close()
attempt('close ignoring', closing)
def closing_co():
    @types.coroutine
    def w(): yield
    async def c():
        try: await w()
        finally: await w()
    x = c(); x.send(None); x.close()
attempt('close ignoring co', closing_co)
def close_value():
    def g():
        try: yield 1
        except GeneratorExit: return 'bye'
    x = g(); next(x); return x.close()
attempt('close value', close_value)
attempt('await attr', lambda: co().__await__().__next__())
c = co(); print(c.cr_code.co_name, c.cr_running, c.cr_await, c.cr_frame is not None, c.cr_origin, inspect.getcoroutinestate(c)); c.close(); print(inspect.getcoroutinestate(c))
g = gen(); print(inspect.getgeneratorstate(g), g.gi_yieldfrom, g.gi_suspended); next(g); print(g.gi_suspended, inspect.getgeneratorstate(g), g.gi_running)
a = agen(); print(a.ag_running, a.ag_await, a.ag_frame is not None, inspect.getasyncgenstate(a))
for o in (co(), gen(), agen(), tc(), co().__await__(), agen().__anext__(), agen().asend(1), agen().athrow(ValueError), agen().aclose()):
    print(type(o).__name__, inspect.isawaitable(o), [n for n in dir(o) if not n.startswith('__')])
import copy, pickle
attempt('copy gen', lambda: copy.copy(gen()))
attempt('pickle co', lambda: pickle.dumps(co()))
attempt('type gen', lambda: type(gen())())
attempt('set name', lambda: setattr(gen(), '__name__', 3))
attempt('len', lambda: len(gen()))
attempt('gen add', lambda: gen() + co())
attempt('bool', lambda: bool(co()))
attempt('cmp', lambda: co() < co())
attempt('gather', lambda: asyncio.run(asyncio.wait_for(co, 1)))
async def m():
    t = asyncio.create_task(gen())
attempt('create_task', lambda: asyncio.run(m()))
async def m2():
    await asyncio.wait([co()])
attempt('wait co', lambda: asyncio.run(m2()))
async def m3():
    await asyncio.gather(1)
attempt('gather int', lambda: asyncio.run(m3()))
async def m4():
    asyncio.run(co())
attempt('nested run', lambda: asyncio.run(m4()))
async def m5():
    a = agen()
    x = a.__anext__(); y = a.__anext__()
    await x
    try: await x
    except RuntimeError as e: print(e)
    try: await y
    except StopAsyncIteration as e: print(repr(e))
    z = a.aclose(); await z
    try: await z
    except RuntimeError as e: print(e)
attempt('agen awaits', lambda: asyncio.run(m5()))

