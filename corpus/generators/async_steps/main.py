# pymp: python=3
"""`async for` over asynchronous generators: steps that wait, that do not, that fail, and that are ended."""
import asyncio
import sys


class Pause:
    def __await__(self):
        got = yield 'pause'
        return got


async def numbers(n, waits=()):
    try:
        for i in range(n):
            if i in waits:
                print('  got', await Pause())
            yield i
    finally:
        print('  closed', n)


async def loop(iterable, stop=None):
    total = 0
    async for i in iterable:
        total += i
        if i == stop:
            break
    else:
        print('  else')
    return total


def drive(coroutine, sent=None):
    """Runs it to its end, answering what it waits for."""
    try:
        while True:
            print('  asked', coroutine.send(sent), coroutine.cr_await is not None)
            sent = 'answer'
    except StopIteration as e:
        return e.value


print(drive(loop(numbers(4))))
print(drive(loop(numbers(4, (0, 2)))))
print(drive(loop(numbers(0))))


async def failing():
    yield 1
    await Pause()
    raise KeyError('inside')


async def stopping(kind):
    yield 1
    raise kind('escaped')


for kind in StopIteration, StopAsyncIteration, ValueError:
    try:
        drive(loop(stopping(kind)))
    except BaseException as e:
        print(type(e).__name__, e, type(e.__cause__).__name__)
try:
    drive(loop(failing()))
except KeyError as e:
    tb, lines = e.__traceback__, []
    while tb is not None:
        lines.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    print(e, lines)

# An exception that comes in where the generator waits, and the end of the one that waits.
outer = loop(numbers(3, (1,)))
print(outer.send(None))
try:
    outer.throw(ValueError('thrown'))
except ValueError as e:
    print('out:', e)
outer = loop(numbers(3, (1,)))
print(outer.send(None))
outer.close()

# Two at once, after the end, and values sent.
agen = numbers(3, (0,))
first = agen.__anext__()
print(first.send(None))
second = loop(agen)
try:
    second.send(None)
except RuntimeError as e:
    print(e)
try:
    agen.asend(5).send(None)
except RuntimeError as e:
    print(e)
try:
    first.send('x')
except StopIteration as e:
    print('value', e.value)
try:
    first.send(None)
except RuntimeError as e:
    print(e)
print(drive(loop(agen)))
print(drive(loop(agen)))
try:
    agen.__anext__().send(None)
except StopAsyncIteration as e:
    print('end', e.args)


async def echo():
    got = None
    while got != 'end':
        try:
            got = yield got
        except LookupError as e:
            got = repr(e)


async def use():
    e = echo()
    print(await anext(e), await e.asend(1), await e.asend([2]), await e.athrow(KeyError('k')))
    print(await anext(e, 'default'))
    try:
        await e.asend('end')
    except StopAsyncIteration as end:
        print('ended', end.args)
    print(await anext(e, 'default'))
    print(await e.aclose())
    unfinished = echo()
    await anext(unfinished)
    print(await unfinished.aclose())
    print([x async for x in numbers(3, (1,))], {x async for x in numbers(2)})
    async for a in numbers(2):
        async for b in numbers(2, (0,)):
            print((a, b))


drive(use())


class Own:
    def __init__(self):
        self.n = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.n += 1
        if self.n > 3:
            raise StopAsyncIteration
        if self.n == 2:
            await Pause()
        return self.n


print(drive(loop(Own())))
print(drive(loop(Own(), 2)))


# What an event loop closes at its end: generators that have not come to theirs.
kept = []


async def main():
    kept.append(numbers(5))
    await anext(kept[-1])
    for i in range(3):
        kept.append(numbers(i))
        async for _ in kept[-1]:
            await asyncio.sleep(0)
    print('leaving')


asyncio.run(main())
print([g.ag_running for g in kept], sys.get_asyncgen_hooks())
