"""StopIteration thrown into what has not begun comes out as it is; once begun it is an error of the body."""
import warnings

warnings.simplefilter("ignore")


def g():
    yield 1
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e, repr(e.__cause__))
t(lambda: g().throw(StopIteration)); t(lambda: g().throw(StopIteration('v'))); t(lambda: (_ for _ in ()).throw(StopIteration(3)))
x = g(); next(x); t(lambda: x.throw(StopIteration)); t(lambda: x.throw(StopIteration)); t(lambda: next(x))
async def c(): pass
k = c(); t(lambda: k.throw(StopIteration)); t(lambda: k.send(None))
async def ag(): yield 1
a = ag().asend(None)
t(lambda: ag().athrow(StopAsyncIteration).send(None)); t(lambda: ag().athrow(StopIteration).send(None))
a.close()
