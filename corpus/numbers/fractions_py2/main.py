# pymp: python=2
"""Fractions in Python 2: division by /, longs, hashes, gcd; and numbers' classes know longs."""
from fractions import Fraction, gcd
import multiprocessing
import numbers
import pickle

half = Fraction(1, 2)


def invert(x):
    return 1 / x


print half / Fraction(3), half / 2, 2 / half, half // 1, Fraction(7, 2) % 2, half / 2.0, 2.0 / half, half / (1 + 0j)
third = Fraction(1, 3)
third /= 2
print third, half ** 2, Fraction('1.5'), Fraction(' 3/4 '), Fraction.from_float(.25), Fraction(10 ** 20, 3), Fraction(2L)
print hash(half) == hash(.5), hash(Fraction(1, 3)) == hash(Fraction(2, 6)), hash(Fraction(3)) == 3, {half: 'half'}[.5]
print half < 1, half == .5, cmp(half, 1), bool(Fraction(0)), sorted([half, .3, 1]), sum([Fraction(1, 3)] * 3)
print int(Fraction(7, 2)), round(Fraction(7, 2)), '%s %r %.3f' % (half, half, Fraction(1, 3)), Fraction(22, 7).limit_denominator(5)
print gcd(12, 18), gcd(-4, 6), gcd(4, -6), gcd(0, 5)
for make in (lambda: half / 0, lambda: Fraction(1, 0), lambda: Fraction('x'), lambda: half / 'a', lambda: Fraction(1.5, 2)):
    try:
        print make()
    except Exception as error:
        print type(error).__name__, error
print pickle.loads(pickle.dumps(half, 2)), multiprocessing.Pool(1).map(invert, [half, Fraction(2, 3)])
print [isinstance(x, numbers.Integral) for x in (2L, 2, True, 1.5, half)], isinstance(half, numbers.Rational)
import operator
for operation in (operator.add, operator.sub, operator.mul, operator.div, operator.truediv, operator.floordiv, operator.mod, divmod):
    print operation.__name__, operation(half, 3L), operation(3L, half), repr(operation(half, 10L ** 20)),
print sum([half, 1L]), half == 1L, half < 1L, Fraction(2) ** 2L, 2L ** Fraction(2), Fraction(7L, 2L) + 2L
third += 2L
print third
