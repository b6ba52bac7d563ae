# pymp: python=3
"""Steps of an async generator that is under way already; annotations of type itself; a class to throw that makes no exception."""
import types

@types.coroutine
def wait(v):
    return (yield v)

class MyExc(Exception):
    pass

async def forever():
    while True:
        try:
            await wait(None)
        except MyExc:
            pass
    return
    yield

async def after():
    try:
        yield
    except MyExc:
        pass
    while True:
        try:
            await wait(None)
        except MyExc:
            pass

def show(f, *args):
    try:
        print('gives', f(*args))
    except BaseException as e:
        print(type(e).__name__, e)

for second in 'send', 'throw', '__next__', 'close':
    for make in (lambda a: a.asend(None)), (lambda a: a.athrow(MyExc)), (lambda a: a.aclose()), (lambda a: a.athrow(None)):
        agen = forever()
        first = agen.asend(None)
        first.send(None)
        other = make(agen)
        arguments = {'send': (None,), 'throw': (MyExc,)}.get(second, ())
        show(getattr(other, second), *arguments)
        show(other.send, None)
agen = after()
show(agen.asend(None).send, None)
step = agen.athrow(MyExc)
show(step.throw, MyExc)
other = agen.athrow(None)
show(other.throw, MyExc)
show(other.send, None)
agen = after()
show(agen.athrow(None).send, None)
show(agen.athrow(5).send, None)
print(type.__dict__.get('__annotations__'))
show(lambda: type.__annotations__)
show(lambda: int.__annotations__)


class NoException(Exception):
    def __new__(cls, *arguments):
        return cls


def plain():
    yield


def catching():
    try:
        yield
    except BaseException as e:
        print('in the generator:', type(e).__name__)


generator = plain()
show(generator.throw, NoException)
print(list(generator))
generator = catching()
next(generator)
show(generator.throw, NoException)
