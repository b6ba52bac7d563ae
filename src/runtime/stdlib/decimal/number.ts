/**
 * Decimal numbers as plain values: the arithmetic of the specification without Python's objects.
 * Spec: https://speleotrove.com/decimal/decarith.html
 */

/** A number: (-1)^sign * coefficient * 10^exponent, or a special value (its coefficient is then a NaN's payload). */
export interface Dec {
  readonly sign: 0 | 1;
  readonly coefficient: bigint;
  readonly exponent: number;
  readonly kind: 'finite' | 'infinite' | 'nan' | 'snan';
  /** Digits of the coefficient once they have been counted, 0 before. */
  digits: number;
}

export const finite = (sign: 0 | 1, coefficient: bigint, exponent: number, digits = 0): Dec => ({
  sign,
  coefficient,
  exponent,
  kind: 'finite',
  digits,
});
export const infinity = (sign: 0 | 1): Dec => ({ sign, coefficient: 0n, exponent: 0, kind: 'infinite', digits: 1 });
export const NAN: Dec = { sign: 0, coefficient: 0n, exponent: 0, kind: 'nan', digits: 1 };
export const ZERO = finite(0, 0n, 0);
export const ONE = finite(0, 1n, 0);

export const isFinite = (d: Dec): boolean => d.kind === 'finite';
export const isNan = (d: Dec): boolean => d.kind === 'nan' || d.kind === 'snan';
export const isInfinite = (d: Dec): boolean => d.kind === 'infinite';
export const isZero = (d: Dec): boolean => d.kind === 'finite' && d.coefficient === 0n;

const POWERS: bigint[] = [1n];
const KEPT_POWERS = 4096;

/** 10^n for n >= 0. */
export function pow10(n: number): bigint {
  if (n >= KEPT_POWERS) return 10n ** BigInt(n);
  for (let i = POWERS.length; i <= n; i++) POWERS.push(POWERS[i - 1]! * 10n);
  return POWERS[n]!;
}

/** Decimal digits of a coefficient; 1 for zero. */
export function digitCount(c: bigint): number {
  if (c < 0x1fffffffffffffn) {
    const n = Number(c);
    let digits = 1;
    for (let limit = 10; n >= limit; limit *= 10) digits++;
    return digits;
  }
  const bits = c.toString(16).length * 4;
  // Between the numbers of digits that so many bits can have, a comparison decides.
  let digits = Math.max(1, Math.floor((bits - 4) * 0.30102999566398114));
  while (c >= pow10(digits)) digits++;
  return digits;
}

/** Digits of a number's coefficient, counted once. */
export function digitsOf(d: Dec): number {
  if (d.digits === 0) d.digits = digitCount(d.coefficient);
  return d.digits;
}

/** Exponent of the first digit. */
export const adjusted = (d: Dec): number => d.exponent + digitsOf(d) - 1;

export const ROUNDINGS = [
  'ROUND_CEILING',
  'ROUND_FLOOR',
  'ROUND_UP',
  'ROUND_DOWN',
  'ROUND_HALF_UP',
  'ROUND_HALF_DOWN',
  'ROUND_HALF_EVEN',
  'ROUND_05UP',
] as const;
export type Rounding = (typeof ROUNDINGS)[number];

/** Drops the last `digits` digits of a coefficient. `exact`: they were all zero. */
export function dropDigits(c: bigint, digits: number, rounding: Rounding, sign: 0 | 1): { c: bigint; exact: boolean } {
  if (digits <= 0) return { c, exact: true };
  const unit = pow10(digits);
  const quotient = c / unit;
  const rest = c - quotient * unit;
  if (rest === 0n) return { c: quotient, exact: true };
  return { c: roundsUp(quotient, rest, unit, rounding, sign) ? quotient + 1n : quotient, exact: false };
}

function roundsUp(quotient: bigint, rest: bigint, unit: bigint, rounding: Rounding, sign: 0 | 1): boolean {
  switch (rounding) {
    case 'ROUND_DOWN':
      return false;
    case 'ROUND_UP':
      return true;
    case 'ROUND_CEILING':
      return sign === 0;
    case 'ROUND_FLOOR':
      return sign === 1;
    case 'ROUND_05UP':
      return quotient % 5n === 0n;
  }
  const twice = rest * 2n;
  if (twice !== unit) return twice > unit;
  return rounding === 'ROUND_HALF_UP' || (rounding === 'ROUND_HALF_EVEN' && (quotient & 1n) === 1n);
}

/** The coefficient without its trailing zeros, as far as the exponent may rise to `limit`. */
export function stripZeros(
  c: bigint,
  exponent: number,
  limit = Number.MAX_SAFE_INTEGER,
): { c: bigint; exponent: number } {
  let coefficient = c;
  let e = exponent;
  if (coefficient === 0n) return { c, exponent };
  for (let step = 32; step >= 1; step >>= 1) {
    const unit = pow10(step);
    while (e + step <= limit && coefficient % unit === 0n) {
      coefficient /= unit;
      e += step;
    }
  }
  return { c: coefficient, exponent: e };
}

/** The integer part of a square root. */
export function isqrt(n: bigint): bigint {
  if (n < 0x1fffffffffffffn) {
    let root = BigInt(Math.floor(Math.sqrt(Number(n))));
    while (root * root > n) root--;
    while ((root + 1n) * (root + 1n) <= n) root++;
    return root;
  }
  let x = 1n << BigInt((n.toString(16).length * 4 + 1) >> 1);
  for (;;) {
    const next = (x + n / x) >> 1n;
    if (next >= x) return x;
    x = next;
  }
}
