# pymp: python=3
"""An event loop closes an async generator that was made for a loop when the loop is left early."""
import asyncio


async def numbers(name, n=5):
    try:
        for i in range(n):
            yield i
    finally:
        await asyncio.sleep(0)
        print(name, 'closed')


class Source:
    async def items(self):
        try:
            yield 1
            yield 2
        finally:
            print('items closed')


async def first(name):
    async for x in numbers(name):
        return x


async def nested():
    async for x in numbers('outer'):
        async for y in numbers('inner'):
            if y == 1:
                break
        print('between')
        await asyncio.sleep(0.1)
        if x == 1:
            return 'left'


async def main():
    async for x in numbers('a'):
        if x == 2:
            break
    print('left a')
    await asyncio.sleep(0.1)
    print(await first('b'))
    await asyncio.sleep(0.1)

    s = Source()
    async for x in s.items():
        break
    print('left items')
    await asyncio.sleep(0.1)
    print(await nested())
    held = numbers('held')
    async for x in held:
        break
    print('held', await anext(held))
    await held.aclose()
    async for x in numbers('last'):
        break
    print('end of main')


asyncio.run(main())
print('over')
