# What can be awaited, hot first: results, errors, cancelling, closing.
import asyncio
class A:
    def __await__(self): return (yield from co(5).__await__())
class Bad2:
    def __await__(self): return 5
async def co(n): return n * 2
async def agen():
    for i in range(3):
        yield i
        await asyncio.sleep(0)
async def fails(): raise ValueError('x')
async def sleeper(n):
    try:
        await asyncio.sleep(n)
    except asyncio.CancelledError:
        print('cancelled'); raise
    finally: print('done', n)
async def main():
    print(await A(), await co(3), [await co(i) for i in range(3)], await co(1) + await co(2))
    for x in (Bad2(), 5, None):
        try: await x
        except TypeError as e: print(e)
    c = co(1); await c
    try: await c
    except RuntimeError as e: print(e)
    try: await fails()
    except ValueError as e: print('caught', e)
    async for v in agen(): print(v, end=' ')
    g = agen()
    print(await g.__anext__(), await g.asend(None), await anext(g))
    try: await g.__anext__()
    except StopAsyncIteration: print('stop')
    t = asyncio.ensure_future(sleeper(10)); await asyncio.sleep(0.01); t.cancel()
    try: await t
    except asyncio.CancelledError: print('t cancelled')
    try: await asyncio.wait_for(sleeper(5), 0.01)
    except asyncio.TimeoutError: print('timeout')
    print(await asyncio.gather(co(1), co(2), return_exceptions=True))
    c = sleeper(3)
    c.send(None)
    print(c.cr_await is not None)
    try: c.throw(KeyError('k'))
    except KeyError as e: print('thrown', e, c.cr_await)
    async def w():
        return await c2
    c2 = sleeper(4); c2.send(None)
    try: await w()
    except RuntimeError as e: print(e)
    c2.close()
async def hot(n):
    total = 0
    for i in range(n): total += await co(i)
    return total
print(asyncio.run(hot(3000)))
asyncio.run(main())
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.value
print(run(co(4)))
async def x(): return (await A()) if await co(0) else await co(7)
print(run(x()))
