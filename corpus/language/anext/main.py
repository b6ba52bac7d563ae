import asyncio
async def gen():
    yield 1; yield 2
async def main():
    g = gen(); print(await anext(g), await anext(g, 9), await anext(g, 'end'))
    try: await anext(g)
    except StopAsyncIteration: print('stop')
    it = aiter(gen()); print(await it.__anext__())
    for bad in (lambda: aiter(3), lambda: anext(3), lambda: anext()):
        try: bad()
        except TypeError as e: print(e)
    class A:
        def __aiter__(self): return 3
        async def __anext__(self): return 7
    try: aiter(A())
    except TypeError as e: print(e)
    print(await anext(A()), await anext(A(), 1))
    a = gen().asend(None); 
    try: a.send(None)
    except StopIteration as e: print(e.value)
    try: a.send(None)
    except RuntimeError as e: print(e)
    t = gen().athrow(ValueError('v'))
    try: t.send(None)
    except ValueError as e: print(repr(e))
    try: t.send(None)
    except RuntimeError as e: print(e)
asyncio.run(main())
def g(): yield
import warnings
warnings.simplefilter('error')
try: x = g(); next(x); x.throw(ValueError, 'a')
except DeprecationWarning as e: print(e)
warnings.simplefilter('ignore')
try: x = g(); next(x); x.throw(ValueError, 'a', 23)
except TypeError as e: print(e)
