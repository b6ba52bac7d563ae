"""complex, Fraction, Decimal, bool arithmetic and numeric operators of a class."""
from decimal import Decimal, getcontext
from fractions import Fraction

z = 3 + 4j
print(z, z.real, z.imag, abs(z), z.conjugate(), z * 1j, z / 2, z ** 2, -z, complex('1+2j'), complex(0, -0.0), z == 3 + 4j, 1j * 1j)
print(Fraction(1, 3) + Fraction(1, 6), Fraction('0.125'), Fraction(10, -4), Fraction(1, 3) * 3 == 1, float(Fraction(1, 8)), round(Fraction(7, 2)))
print(Decimal('0.1') + Decimal('0.2'), Decimal(1) / Decimal(3), Decimal('1.10').quantize(Decimal('0.1')), Decimal('1E+3') + 1)
getcontext().prec = 6
print(Decimal(2).sqrt(), Decimal('123.456') * 2, Decimal('NaN'), Decimal('-0'), Decimal(5) // 2, Decimal('7') % 3)
print(True + True, True * 3, sum([True, False, True]), True & False, True ^ True, ~True if False else -True, isinstance(True, int))


class Metres:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return Metres(self.n + (other.n if isinstance(other, Metres) else other))

    __radd__ = __add__

    def __mul__(self, factor):
        return Metres(self.n * factor) if isinstance(factor, (int, float)) else NotImplemented

    def __neg__(self):
        return Metres(-self.n)

    def __matmul__(self, other):
        return f'{self} @ {other}'

    def __divmod__(self, other):
        return divmod(self.n, other)

    def __pow__(self, exponent, modulus=None):
        return ('pow', exponent, modulus)

    def __index__(self):
        return self.n

    def __bool__(self):
        return self.n != 0

    def __iadd__(self, other):
        self.n += other
        return self

    def __repr__(self):
        return f'{self.n}m'


m = Metres(5)
print(m + Metres(2), 3 + m, sum([m, m]), m * 2, -m, m @ 'x', divmod(m, 2), m ** 3, pow(m, 2, 7), [0] * m, hex(m), bool(Metres(0)))
m += 4
print(m, range(10)[m], 'abcdefghijkl'[m])
for action in (lambda: 2 * m, lambda: m - 1, lambda: m * 'x', lambda: 'a' * m + 'b' * 1.5):
    try:
        print(action())
    except TypeError as error:
        print(error)
