import { describe, expect, test } from 'vitest';
import { add, multiply, rescale } from '../../../src/runtime/stdlib/decimal/arithmetic.js';
import { Environment } from '../../../src/runtime/stdlib/decimal/environment.js';
import {
  big,
  type Coefficient,
  digitCount,
  dropDigits,
  finite,
  product,
  ROUNDINGS,
  scaled,
} from '../../../src/runtime/stdlib/decimal/number.js';

const EDGE = 2n ** 53n;
const WHOLES = [
  0n,
  1n,
  5n,
  9n,
  10n,
  99n,
  15n,
  25n,
  12345n,
  10n ** 15n,
  EDGE - 2n,
  EDGE - 1n,
  EDGE,
  EDGE + 1n,
  10n ** 20n,
];
const limits = { prec: 60, rounding: 'ROUND_HALF_EVEN' as const, emin: -9999, emax: 9999, clamp: 0 };

/** Numbers are safe integers, and all safe integers are numbers. */
function expectWhole(c: Coefficient, whole: bigint): void {
  expect(BigInt(c)).toBe(whole);
  if (typeof c === 'number') expect(Number.isSafeInteger(c)).toBe(true);
}

describe('coefficients that are safe integers are numbers', () => {
  test('and what is made of them is exact', () => {
    for (const a of WHOLES) {
      const x = finite(0, a, 0);
      expect(typeof x.coefficient).toBe(a < EDGE ? 'number' : 'bigint');
      expect(big(x)).toBe(a);
      expect(digitCount(x.coefficient)).toBe(a.toString().length);
      for (let n = 0; n < 20; n++) expectWhole(scaled(x.coefficient, n), a * 10n ** BigInt(n));
      for (const b of WHOLES) {
        const y = finite(1, b, -2);
        const env = new Environment(limits);
        expectWhole(product(x.coefficient, y.coefficient), a * b);
        expect(big(multiply(x, y, env))).toBe(a * b);
        const sum = add(x, y, env);
        expect((sum.sign === 1 ? -1n : 1n) * big(sum) * (sum.exponent === -2 ? 1n : 100n)).toBe(a * 100n - b);
      }
    }
  });

  test.each(ROUNDINGS)('and lose digits as BigInts do: %s', (rounding) => {
    for (const a of WHOLES)
      for (const sign of [0, 1] as const)
        for (let n = 1; n < 18; n++) {
          const few = dropDigits(finite(0, a, 0).coefficient, n, rounding, sign);
          const many = dropDigits(a, n, rounding, sign);
          expect([BigInt(few.c), few.exact]).toEqual([BigInt(many.c), many.exact]);
          const { value } = rescale(finite(sign, a, -n), 0, rounding);
          if (a !== 0n) expect(big(value)).toBe(BigInt(many.c));
        }
  });
});
