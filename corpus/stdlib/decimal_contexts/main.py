# pymp: python=3
"""The context of decimal is that of the task, and of the contextvars context that code runs in."""
import asyncio
import contextvars
import decimal
import multiprocessing as mp
import threading

v = contextvars.ContextVar('v', default=1)
def child():
    print(decimal.getcontext().prec, decimal.Decimal(1) / 3, v.get())
    print(sorted(x.name for x in contextvars.copy_context()))
async def one(n):
    with decimal.localcontext() as c:
        c.prec = n
        await asyncio.sleep(0.01 * n)
        print(n, decimal.Decimal(1) / 3)
async def two(n):
    decimal.getcontext().prec = n
    await asyncio.sleep(0)
    return decimal.getcontext().prec
async def three(n):
    decimal.setcontext(decimal.Context(prec=n))
    await asyncio.sleep(0)
    return decimal.getcontext().prec
async def main():
    print(await asyncio.gather(one(2), one(3), one(4)))
    print(await asyncio.gather(two(5), two(6)), decimal.getcontext().prec)
    print(await asyncio.gather(three(7), three(8)), decimal.getcontext().prec)
    print(await asyncio.to_thread(lambda: decimal.getcontext().prec))
if __name__ == '__main__':
    mp.set_start_method('fork')
    decimal.getcontext().prec = 5
    v.set(2)
    print(sorted(x.name for x in contextvars.copy_context()), decimal.getcontext() is decimal.getcontext())
    p = mp.Process(target=child); p.start(); p.join()
    t = threading.Thread(target=child); t.start(); t.join()
    ctx = contextvars.copy_context()
    def f():
        decimal.setcontext(decimal.Context(prec=3))
        return decimal.getcontext().prec
    print(ctx.run(f), decimal.getcontext().prec, ctx.run(lambda: decimal.getcontext().prec))
    print(contextvars.Context().run(lambda: decimal.getcontext().prec))
    asyncio.run(main())
    def gen():
        with decimal.localcontext() as c:
            c.prec = 2
            yield decimal.Decimal(1) / 3
            yield decimal.Decimal(2) / 3
    g = gen()
    print(next(g), decimal.Decimal(1) / 7, next(g), list(g), decimal.Decimal(1) / 7)
