"""Floats: their texts, special values, rounding and comparisons."""
import math

print(0.1 + 0.2, 1 / 3, 1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 5e-324, 1.7976931348623157e308, -0.0)
print(float('inf'), -float('inf'), float('nan'), float('nan') == float('nan'), float('inf') > 10 ** 400, 1.0 == 1)
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(-7.5, 2), 1e20 // 3, 5 // 2.0, -0.0 + 0)
print(2 ** 0.5, 2 ** -1, (-8) ** (1 / 3), 4 ** 0.5, 10 ** -2, 0.0 ** 0, 2.0 ** 10)
print(round(0.5), round(1.5), round(2.675, 2), round(1e20), round(-1.55, 1), round(12345.6789, -2), round(1.0, 5), round(5e15 + 0.5))
print((0.5).as_integer_ratio(), (2.5).is_integer(), (3.0).is_integer(), (0.1).hex(), float.fromhex('0x1.8p1'))
print(math.floor(-1.5), math.ceil(-1.5), math.trunc(-1.5), math.sqrt(2), math.pi, math.e, math.fsum([0.1] * 10), sum([0.1] * 10))
print(math.gcd(12, 18), math.lcm(4, 6), math.factorial(20), math.comb(10, 3), math.perm(5, 2), math.isqrt(10 ** 20), math.prod([1, 2, 3.5]))
print(math.log(10), math.log2(8), math.log10(1000), math.log(8, 2), math.exp(1), math.pow(2, 3), math.hypot(3, 4), math.copysign(1, -0.0))
print(math.sin(0.5), math.cos(0.5), math.tan(0.5), math.atan2(1, -1), math.degrees(math.pi), math.radians(180), math.isclose(0.1 + 0.2, 0.3))
print(math.isnan(math.nan), math.isinf(-math.inf), math.modf(3.25), math.frexp(8.0), math.ldexp(0.5, 4), math.fmod(-7, 3), math.remainder(7, 4))
for action in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: 1.0 / 0, lambda: math.factorial(-1), lambda: math.exp(1000), lambda: 2.0 ** 5000, lambda: math.floor(math.nan), lambda: 1.5 & 1):
    try:
        print(action())
    except (ValueError, ZeroDivisionError, OverflowError, TypeError) as error:
        print(type(error).__name__, error)
print([1.5, 2.0, 1e300 * 1e10], {0.5: 'half'}, (1e3,), str(1.10), repr(100.0), 3.0 * 2, 7 / 7, 2 * 0.5, True + 1.0)
total = 0.0
for i in range(1, 1001):
    total += 1.0 / i
print(total, sum(1 / i for i in range(1, 1001)))
# Angles beside powers of two, which are reduced exactly.
print(math.sin(9007199254740991), math.cos(-9007199254740991), math.sin(4503599627370495), math.tan(2 ** 53), math.sin(1125899906842623.9), math.cos(1e22))
lengths = [(3.0, 4), (1e-3, 0.7), (1, 1e16), (2 ** 500.0, 3 * 2 ** 499.0), (5e-324, 1e-323), (2 ** -500.0, 2 ** -501.0), (0.1, -0.2), (-0.0, 0), (1e308, 1e308), (math.inf, math.nan)]
print([math.hypot(x, y) for x, y in lengths], [math.dist((x, 1), (y, x)) for x, y in lengths[:-2]])
print(math.hypot(), math.hypot(-2), math.hypot(1, 0.1, 1e-9), math.hypot(2 ** 500.0, 1, 2 ** 499.0), math.dist([1], [4]), math.dist((1, 2, 3), (3, 2, 1.5)))
