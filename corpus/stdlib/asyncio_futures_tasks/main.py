"""Futures and tasks as objects: states, errors, texts, cancellation, eager tasks, subclasses, what ends unheard."""
import asyncio
import contextvars
import re
import sys


def text(o):
    return re.sub(r'0x[0-9a-f]+', '0x', re.sub(r'[^ ]*main.py', 'main.py', str(o)))


def refused(f, *args, **kwargs):
    try:
        print('gave', text(f(*args, **kwargs)))
    except BaseException as e:
        print(type(e).__name__, text(e), text(repr(e.__cause__)))


async def futures():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f, f.done(), f.cancelled(), f.get_loop() is loop, asyncio.isfuture(f))
    refused(f.result)
    refused(f.exception)
    f.add_done_callback(print)
    f.add_done_callback(f.remove_done_callback)
    print(f.remove_done_callback(print), f.remove_done_callback(len))
    f.set_result(3)
    print(f, f.result(), f.exception(), await f, await f)
    refused(f.set_result, 4)
    refused(f.set_exception, ValueError)
    print(f.cancel())
    g = loop.create_future()
    refused(g.set_exception, 3)
    k = loop.create_future()
    refused(k.set_exception, StopIteration)
    refused(k.result)
    g.set_exception(KeyError('k'))
    for _ in range(2):
        try:
            await g
        except KeyError as e:
            print('raised', e)
    print(g, repr(g.exception()))
    h = loop.create_future()
    print(h.cancel('why'), h.cancel(), h, h.cancelled())
    refused(h.result)
    refused(h.exception)
    refused(asyncio.Future, 3)
    refused(asyncio.Future.__new__(asyncio.Future).cancel)
    refused(asyncio.Future.__new__(asyncio.Future).result)
    print(asyncio.Future[int], asyncio.Task[str], asyncio.Future.__module__, asyncio.Task.__mro__[1] is asyncio.Future)
    it = iter(loop.create_future())
    print(text(it)[:40], next(it))
    refused(next, it)
    refused(it.throw, ValueError('thrown'))


async def naps(n, value):
    for _ in range(n):
        await asyncio.sleep(0)
    return value


class Own:
    def __init__(self, yielded):
        self.yielded = yielded

    def __await__(self):
        return (yield self.yielded)


async def awaits(o):
    return await o


async def tasks():
    loop = asyncio.get_running_loop()
    t = asyncio.create_task(naps(3, 'v'), name='first')
    u = loop.create_task(naps(1, 'w'))
    print(t, t.get_name(), re.sub(r'\d+', 'N', u.get_name()), asyncio.current_task() is not t)
    print(len(asyncio.all_tasks()), t in asyncio.all_tasks())
    t.set_name(5)
    print(t.get_name(), t.get_coro().__name__, type(t.get_context()).__name__, t.cancelling(), t.uncancel())
    refused(t.set_result, 1)
    refused(t.set_exception, ValueError())
    print(await asyncio.gather(t, u), t, len(asyncio.all_tasks()))
    refused(asyncio.Task, 3)
    for o in [Own(3), Own(iter([])), Own((i for i in [])), Own(loop.create_future()), Own(None)]:
        try:
            print(await asyncio.ensure_future(awaits(o)))
        except RuntimeError as e:
            print(re.sub("<Task.*?>>? ", '<T> ', text(e)).split(' with ')[0][:60])
    itself = None

    async def own():
        await itself

    itself = asyncio.create_task(own())
    try:
        await itself
    except RuntimeError as e:
        print(text(e)[:30])
    other = asyncio.new_event_loop()
    foreign = other.create_future()
    try:
        await asyncio.create_task(awaits(foreign))
    except RuntimeError as e:
        print('attached to a different loop' in str(e))
    other.close()


async def cancelling():
    async def stubborn():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as e:
            print('told', e.args)
            await asyncio.sleep(0)
            return 'stayed'

    async def soft():
        try:
            await asyncio.sleep(10)
        finally:
            print('cleaned')

    t = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    print(t.cancel('because'), t.cancelling(), t.cancel(), t.cancelling(), t.uncancel())
    print(await t, t.cancelled(), t.cancel())
    t = asyncio.create_task(soft())
    await asyncio.sleep(0)
    t.cancel('msg')
    try:
        await t
    except asyncio.CancelledError as e:
        print('cancelled', e.args, t.cancelled(), text(t))
    t = asyncio.create_task(soft())
    t.cancel()
    print(await asyncio.gather(t, return_exceptions=True))
    inner = asyncio.create_task(naps(9, 1))
    outer = asyncio.create_task(awaits(asyncio.shield(inner)))
    await asyncio.sleep(0)
    outer.cancel()
    print(await asyncio.gather(outer, inner, return_exceptions=True))
    try:
        await asyncio.wait_for(asyncio.sleep(5), 0.001)
    except TimeoutError as e:
        print('timeout', type(e.__cause__).__name__)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(soft())
            group.create_task(awaits(3))
    except* TypeError as e:
        print(e.exceptions)


async def eager():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    var = contextvars.ContextVar('var', default=0)

    async def at_once(n):
        var.set(n)
        print('in', n, asyncio.current_task() is me)
        if n:
            await asyncio.sleep(0)
            print('on', var.get(), asyncio.current_task().get_name())
        return n

    me = asyncio.current_task()
    a = asyncio.create_task(at_once(0), name='a')
    b = asyncio.create_task(at_once(1), name='b')
    print(a.done(), a.get_coro(), b.done(), asyncio.current_task() is me, var.get())
    print(await a, await b)
    loop.set_task_factory(None)


class Counted(asyncio.Future):
    made = 0

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        Counted.made += 1

    def set_result(self, value):
        super().set_result(value * 2)


async def subclasses():
    f = Counted(loop=asyncio.get_running_loop())
    f.note = 'n'
    asyncio.get_running_loop().call_soon(f.set_result, 4)
    print(await f, f, Counted.made, f.note, isinstance(f, asyncio.Future))

    class Named(asyncio.Task):
        def get_name(self):
            return 'own ' + super().get_name()

    t = Named(naps(2, 7), name='t')
    print(t, await t)


async def threads():
    def seen():
        try:
            return asyncio.get_running_loop()
        except RuntimeError as e:
            return str(e)

    print(await asyncio.to_thread(seen))


async def fails(e):
    raise e


async def unheard():
    t = asyncio.create_task(fails(ValueError('nobody hears')), name='unheard')
    heard = asyncio.create_task(fails(ValueError('heard')))
    await asyncio.sleep(0)
    heard.exception()
    del t


async def endless(): await asyncio.Event().wait()


for each in futures, tasks, cancelling, eager, subclasses, threads:
    print('---', each.__name__)
    asyncio.run(each())
refused(asyncio.get_running_loop)
try:
    asyncio.run(fails(SystemExit(3)))
except SystemExit as e:
    print('exit', e.code)
try:
    asyncio.run(fails(KeyboardInterrupt()))
except KeyboardInterrupt:
    print('interrupt')
told = []


def handler(loop, context):
    told.append(context['message'])


loop = asyncio.new_event_loop()
loop.set_exception_handler(handler)
loop.run_until_complete(unheard())
loop.close()
import gc
gc.collect()
print(told)
sys.stdout.flush()
loop = asyncio.new_event_loop()
left = loop.create_task(endless(), name='left')
loop.run_until_complete(asyncio.sleep(0))
loop.close()
