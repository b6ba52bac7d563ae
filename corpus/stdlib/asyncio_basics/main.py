"""asyncio: tasks, queues, timeouts, groups, synchronisation, streams on the loopback, programs."""
import asyncio, sys
async def work(n, d):
    await asyncio.sleep(d)
    return n * 2
async def producer(q):
    for i in range(5):
        await q.put(i)
        await asyncio.sleep(0.001)
    await q.put(None)
async def consumer(q):
    got = []
    while (item := await q.get()) is not None:
        got.append(item)
        q.task_done()
    return got
async def handle(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()
    await writer.wait_closed()
async def main():
    print(await asyncio.gather(work(1, .02), work(2, .01), work(3, 0)))
    q = asyncio.Queue(2)
    t = asyncio.create_task(producer(q), name='prod')
    print(t.get_name(), await consumer(q), await t)
    print(asyncio.current_task().get_name(), len(asyncio.all_tasks()))
    try:
        await asyncio.wait_for(asyncio.sleep(10), 0.01)
    except asyncio.TimeoutError as e:
        print('timeout', type(e).__name__)
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(1)
    except TimeoutError:
        print('timeout 2')
    t = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    t.cancel('why')
    try: await t
    except asyncio.CancelledError as e: print('cancelled', e, t.cancelled())
    try:
        async with asyncio.TaskGroup() as tg:
            a = tg.create_task(work(5, 0.001))
            b = tg.create_task(work('x', 0.002))
        print(a.result(), b.result())
        async with asyncio.TaskGroup() as tg:
            async def bad(): raise ValueError('bad')
            tg.create_task(bad())
            tg.create_task(asyncio.sleep(5))
    except* ValueError as eg:
        print(eg.exceptions)
    print(await asyncio.gather(work(1,0), bad(), return_exceptions=True))
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    r, w = await asyncio.open_connection('127.0.0.1', port)
    w.write(b'hello\nworld\n'); await w.drain()
    print(await r.readline(), await r.readexactly(6))
    w.close(); await w.wait_closed()
    server.close(); await server.wait_closed()
    p = await asyncio.create_subprocess_exec(sys.executable, '-c', 'print(input()[::-1])', stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    print(await p.communicate(b'abc\n'), p.returncode)
    p = await asyncio.create_subprocess_shell('echo out; echo err >&2; exit 3', stdout=-1, stderr=-1)
    print(await p.communicate(), p.returncode)
    lock, ev, sem, cond = asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(2), asyncio.Condition()
    async def locked(i):
        async with lock: await asyncio.sleep(0); return i
    print(await asyncio.gather(*map(locked, range(4))))
    asyncio.get_running_loop().call_later(0.005, ev.set)
    print(await ev.wait(), sem.locked())
    print(await asyncio.to_thread(sum, [1,2,3]))
    print(await asyncio.get_running_loop().run_in_executor(None, len, 'abcd'))
    done, pending = await asyncio.wait([asyncio.create_task(work(i, i/100)) for i in range(3)], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    for f in asyncio.as_completed([work(3,.03), work(1,.01), work(2,.02)]):
        print(await f, end=' ')
    print()
    b = asyncio.Barrier(2)
    print(sorted(await asyncio.gather(b.wait(), b.wait())))
    return 'done'
print(asyncio.run(main()))
async def agen():
    try:
        for i in range(3):
            yield i
            await asyncio.sleep(0)
    finally: print('agen closed')
async def m2():
    print([x async for x in agen()], {x: y async for x, y in aenum()})
    async for x in agen():
        if x == 1: break
async def aenum():
    yield 1, 2
asyncio.run(m2())
with asyncio.Runner() as runner:
    print(runner.run(work(21, 0)))
