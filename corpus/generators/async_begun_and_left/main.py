# pymp: python=3
"""Asynchronous generators that have begun: those that end, those that are left, those that the loop closes."""
import asyncio
import gc


class Noisy:
    def __del__(self):
        print('let go')


async def count(n, name=''):
    try:
        for i in range(n):
            yield i
    finally:
        if name:
            print('closed', name)


async def holding():
    noisy = Noisy()
    yield 1
    yield noisy


class Tree:
    def __init__(self, depth):
        self.parts = [Tree(depth - 1), Tree(depth - 1)] if depth else []
        self.depth = depth

    async def __aiter__(self):
        for part in self.parts:
            async for item in part:
                yield item
        yield self.depth


async def main():
    print([x async for x in Tree(5)].count(0))
    left = holding()
    print(await anext(left))
    del left
    gc.collect()
    for _ in range(5):
        await asyncio.sleep(0)
    print('after')
    held = [count(3) for _ in range(1500)]
    for each in held:
        await anext(each)
    total = 0
    for each in held[::2]:
        async for x in each:
            total += x
    print(total)
    for each in held[1:1000:2]:
        await each.aclose()
    async for x in count(9, 'by break'):
        if x == 2:
            break
    await asyncio.sleep(0)
    global last
    last = count(4, 'by the loop')
    print(await anext(last))


asyncio.run(main())
print('end')
