# pymp: python=3
"""Sums and quantize of numbers of all sizes, in contexts that leave room and in those that do not: results and flags."""
import contextvars
import hashlib
import threading
from decimal import (ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Context, Decimal,
                     getcontext, localcontext, setcontext)

seed = 7


def rand(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return (seed >> 8) % n


def number():
    digits = rand(10) if rand(4) == 0 else rand(10 ** rand(6)) * 10 ** rand(13) + rand(1000)
    if rand(8) == 0:
        digits = 9007199254740991 - rand(3)
    if rand(12) == 0:
        digits = 10 ** rand(20) - rand(2)
    return Decimal((rand(2), tuple(map(int, str(max(digits, 0)))), rand(40) - 20 if rand(3) else -2 - rand(4)))


roundings = (ROUND_HALF_EVEN, ROUND_DOWN, ROUND_UP, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_05UP)
for prec, emax, emin, clamp in ((28, 999999, -999999, 0), (16, 99, -99, 0), (15, 99, -99, 0), (3, 99, -99, 0), (28, 20, -20, 0), (17, 17, -3, 0), (20, 30, -30, 1), (50, 16, 0, 0)):
    for rounding in roundings:
        context = Context(prec=prec, rounding=rounding, Emax=emax, Emin=emin, clamp=clamp, traps=[])
        lines = []
        with localcontext(context) as ctx:
            for _ in range(15):
                a, b = number(), number()
                for make in (lambda: a + b, lambda: a - b, lambda: a * b, lambda: a.quantize(b), lambda: a.quantize(Decimal('0.01')), lambda: a + 7, lambda: 3 * a,
                             lambda: ctx.quantize(b, Decimal(1)), lambda: a.quantize(Decimal('1e-15')), lambda: a.quantize(Decimal('100'), rounding=ROUND_UP)):
                    ctx.clear_flags()
                    lines.append('%s %s' % (make(), [flag.__name__ for flag, on in ctx.flags.items() if on]))
        print(prec, rounding, lines[rand(len(lines))], hashlib.md5('\n'.join(lines).encode()).hexdigest()[:12])

getcontext().prec = 5
print(getcontext().prec, Decimal(1) / 3)
with localcontext() as inner:
    inner.prec = 3
    print(Decimal(1) / 3, getcontext() is inner)
    with localcontext(prec=7):
        print(Decimal(1) / 3)
    print(Decimal(1) / 3)
print(Decimal(1) / 3)


def thread():
    print('thread', getcontext().prec)
    getcontext().prec = 9
    print('thread', Decimal(1) / 3)


worker = threading.Thread(target=thread)
worker.start()
worker.join()
print(Decimal(1) / 3)
copied = contextvars.copy_context()


def change():
    setcontext(Context(prec=2))
    return Decimal(1) / 3


print(copied.run(change), Decimal(1) / 3, copied.run(lambda: Decimal(2) / 3))
setcontext(Context(prec=11))
print(Decimal(1) / 3, copied.run(lambda: Decimal(2) / 3), Decimal(1) / 3)
