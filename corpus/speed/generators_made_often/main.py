"""Generator expressions and nested generator functions made over and over, each with variables of its own that change under way."""
import asyncio
import sys


def first(items, wanted):
    return next((k for k, v in items if v == wanted), None)


def counters(n):
    made = []
    for i in range(n):
        step = i + 1

        def count(limit, start=i, *more, scale=1):
            nonlocal step
            while start < limit:
                yield start * scale, step, more
                start += step
        made.append((count, count(i + 5), count(i + 3, 0, 'x', scale=2)))
        step += 1
    return made


def shared():
    total = 0

    def add():
        nonlocal total
        for i in range(3):
            total += i
            yield total
    a, b = add(), add()
    return [next(a), next(b), next(a), next(b), list(a), list(b), total]


def late():
    x = 1
    g = (x * i for i in range(4))
    got = [next(g), next(g)]
    x = 10
    got += g
    return got


def failing(d):
    return next(1 // (x - d) for x in range(5))


class Box:
    def __init__(self, items):
        self.items = items

    def __iter__(self):
        return (self.wrap(x) for x in self.items)

    def wrap(self, x):
        return [x]

    def pairs(self):
        def inner(items=self.items):
            for x in items:
                yield from ((x, y) for y in self)
        return inner()


async def ticks(n):
    async def later(k):
        await asyncio.sleep(0)
        return k * n

    async def numbers():
        for i in range(n):
            yield await later(i)
    return [x async for x in numbers()], sum([x async for x in numbers()])


items = [(i, i * i) for i in range(10)]
for turn in range(400):
    found = first(items, 49), first(items, 50)
    made = counters(3)
    both = shared()
    old = late()
    boxed = list(Box([1, 2])), list(Box('ab').pairs())
print(found, both, old, boxed)
print([(list(a), list(b), list(f(9))) for f, a, b in made])
print({type(g).__name__ for _, g, _ in made}, [f.__name__ for f, _, _ in made], made[0][1] is made[1][1])
print([repr(made[0][1]).split(' at ')[0], made[0][1].gi_code is made[1][1].gi_code, made[0][0] == made[1][0]])
for i in range(300):
    try:
        failing(0)
    except ZeroDivisionError as error:
        tb = error.__traceback__
lines = []
while tb is not None:
    lines.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
    tb = tb.tb_next
print(lines, failing(7))


def seen():
    def looking():
        yield [(f.f_code.co_name, f.f_lineno, f.f_back.f_code.co_name) for f in [sys._getframe()]]
    return next(looking())


print([seen() for i in range(300)][-1])
for i in range(50):
    result = asyncio.run(ticks(3)) if i == 0 else result
print(result)
