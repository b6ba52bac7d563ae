# pymp: python=3
"""What `except*` leaves: cause, context and whether it is shown, of the parts and of the whole. And what is no iterator."""


def show(e):
    print(repr(e), repr(e.__cause__), repr(e.__context__), e.__suppress_context__)


def run(group, handle):
    try:
        try:
            raise group
        except* ValueError as e:
            show(e)
            handle(e)
        except* OSError:
            raise
    except BaseException as e:
        show(e)
        for inner in getattr(e, 'exceptions', ()):
            show(inner)


def fail(e):
    raise RuntimeError('new')


def chained(e):
    raise KeyError('from') from e


def again(e):
    raise e


groups = [
    lambda: ExceptionGroup('one', [ValueError(1)]),
    lambda: ExceptionGroup('two', [ValueError(1), TypeError('t')]),
    lambda: ExceptionGroup('three', [ValueError(1), OSError(5), ExceptionGroup('in', [ValueError(2), KeyError('k')])]),
    lambda: ValueError('naked'),
]
for make in groups:
    for handle in print, fail, chained, again:
        run(make(), handle)
whole = groups[2]()
whole.__cause__ = KeyError('cause')
whole.__suppress_context__ = False
for part in whole.split(ValueError):
    show(part)
show(whole.subgroup(lambda e: True))


async def numbers():
    yield 1


it = numbers()
for ask in (lambda: next(it)), (lambda: next(it, 5)), (lambda: iter(it)), (lambda: list(it)):
    try:
        print(ask())
    except TypeError as e:
        print(e)


class B: pass
class C(B): pass
try:
    B.__bases__ = (object,)
except TypeError as e:
    print(e)


def mixed(e):
    raise ValueError('beside')


try:
    run(BaseExceptionGroup('base', [KeyboardInterrupt(), ValueError(1)]), mixed)
    run(KeyboardInterrupt('naked'), mixed)
except BaseException as e:
    show(e)
try:
    try:
        raise KeyboardInterrupt('naked')
    except* KeyboardInterrupt as e:
        show(e)
        raise
except BaseException as e:
    show(e)


async def stubborn():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        yield 3
    finally:
        print('out')


async def attempts():
    ended, kept = numbers(), stubborn()
    print([x async for x in ended], await anext(kept))
    for ask in (ended.athrow, ValueError), (ended.aclose,), (kept.aclose,), (kept.aclose,), (kept.athrow, KeyError), (anext, kept), (kept.aclose,):
        try:
            print(await ask[0](*ask[1:]))
        except BaseException as e:
            print(repr(e))


import asyncio
asyncio.run(attempts())
