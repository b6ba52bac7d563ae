"""asyncio: coroutines, gather, tasks, queues and async iteration."""
import asyncio


async def worker(name, delay, log):
    log.append(f'{name} starts')
    await asyncio.sleep(delay)
    log.append(f'{name} ends')
    return name.upper()


class Countdown:
    def __init__(self, start):
        self.n = start

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n


async def squares(limit):
    for n in range(limit):
        yield n * n


class Session:
    async def __aenter__(self):
        return 'session'

    async def __aexit__(self, *details):
        print('session closed', details[0])


async def failing():
    raise ValueError('no luck')


async def main():
    log = []
    print(await asyncio.gather(worker('slow', 0.05, log), worker('fast', 0.01, log)))
    print(log)
    print([n async for n in Countdown(3)], [n async for n in squares(4) if n])
    async with Session() as session:
        print(session)
    results = await asyncio.gather(failing(), worker('x', 0, log), return_exceptions=True)
    print(results)
    try:
        await asyncio.wait_for(asyncio.sleep(5), timeout=0.01)
    except asyncio.TimeoutError:
        print('timed out')
    queue = asyncio.Queue()
    task = asyncio.create_task(drain(queue))
    for n in range(3):
        await queue.put(n)
    await queue.put(None)
    print(await task)


async def drain(queue):
    taken = []
    while (item := await queue.get()) is not None:
        taken.append(item)
    return taken


asyncio.run(main())
