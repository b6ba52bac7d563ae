/**
 * Decimal numbers as plain values: the arithmetic of the specification without Python's objects.
 * Spec: https://speleotrove.com/decimal/decarith.html
 */

export type Coefficient = number | bigint;

/** A number: (-1)^sign * coefficient * 10^exponent, or a special value (its coefficient is then a NaN's payload). */
export interface Dec {
  readonly sign: 0 | 1;
  /** A number as long as it is a safe integer, and a BigInt only beyond. */
  readonly coefficient: Coefficient;
  readonly exponent: number;
  readonly kind: 'finite' | 'infinite' | 'nan' | 'snan';
  /** Digits of the coefficient once they have been counted, 0 before. */
  digits: number;
}

export const finite = (sign: 0 | 1, coefficient: Coefficient, exponent: number, digits = 0): Dec => ({
  sign,
  coefficient: typeof coefficient === 'number' ? coefficient : small(coefficient),
  exponent,
  kind: 'finite',
  digits,
});
export const infinity = (sign: 0 | 1): Dec => ({ sign, coefficient: 0, exponent: 0, kind: 'infinite', digits: 1 });
export const NAN: Dec = { sign: 0, coefficient: 0, exponent: 0, kind: 'nan', digits: 1 };
export const ZERO = finite(0, 0, 0);
export const ONE = finite(0, 1, 0);

const MOST = Number.MAX_SAFE_INTEGER;

/** A coefficient as a number's field has it. */
export const small = (c: bigint): Coefficient => (c <= 0x1fffffffffffffn ? Number(c) : c);

/** The coefficient as a BigInt. */
export const big = ({ coefficient }: Dec): bigint =>
  typeof coefficient === 'bigint' ? coefficient : BigInt(coefficient);

export const isFinite = (d: Dec): boolean => d.kind === 'finite';
export const isNan = (d: Dec): boolean => d.kind === 'nan' || d.kind === 'snan';
export const isInfinite = (d: Dec): boolean => d.kind === 'infinite';
export const isZero = (d: Dec): boolean => d.kind === 'finite' && d.coefficient === 0;

const POWERS: bigint[] = [1n];
const KEPT_POWERS = 4096;

/** 10^n for n >= 0. */
export function pow10(n: number): bigint {
  if (n >= KEPT_POWERS) return 10n ** BigInt(n);
  for (let i = POWERS.length; i <= n; i++) POWERS.push(POWERS[i - 1]! * 10n);
  return POWERS[n]!;
}

/** Powers of ten that are safe integers. */
const SAFE_POWERS: readonly number[] = Array.from({ length: 16 }, (_, n) => 10 ** n);

/** `c * 10^n`: a number where that is safe. */
export function scaled(c: Coefficient, n: number): Coefficient {
  if (typeof c === 'number' && n < SAFE_POWERS.length) {
    const product = c * SAFE_POWERS[n]!;
    if (product <= MOST) return product;
  }
  return BigInt(c) * pow10(n);
}

/** The product of two coefficients: a number where that is safe. */
export function product(a: Coefficient, b: Coefficient): Coefficient {
  if (typeof a === 'number' && typeof b === 'number') {
    const exact = a * b;
    if (exact <= MOST) return exact;
  }
  return BigInt(a) * BigInt(b);
}

/** Decimal digits of a coefficient; 1 for zero. */
export function digitCount(c: Coefficient): number {
  if (c <= MOST) {
    const n = Number(c);
    let digits = 1;
    while (digits < SAFE_POWERS.length && n >= SAFE_POWERS[digits]!) digits++;
    return digits;
  }
  const whole = BigInt(c);
  const size = Math.log10(Number(whole));
  const bits = size === Infinity ? whole.toString(16).length * 4 - 4 : 0;
  // Between the numbers of digits that it can have, comparisons decide.
  return digitsFrom(whole, Math.floor(size === Infinity ? bits * Math.log10(2) : size - LOG_ERROR));
}

/** More than a logarithm of a double is off. */
const LOG_ERROR = 1e-9;

/** Digits of a coefficient that has at least `least`, and hardly more. */
export function digitsFrom(c: Coefficient, least: number): number {
  let digits = Math.max(1, least);
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
export function dropDigits(
  c: Coefficient,
  digits: number,
  rounding: Rounding,
  sign: 0 | 1,
): { c: Coefficient; exact: boolean } {
  if (digits <= 0) return { c, exact: true };
  if (typeof c === 'number' && digits < SAFE_POWERS.length) return dropFew(c, SAFE_POWERS[digits]!, rounding, sign);
  const whole = BigInt(c);
  const unit = pow10(digits);
  const quotient = whole / unit;
  const rest = whole - quotient * unit;
  if (rest === 0n) return { c: quotient, exact: true };
  const twice = rest * 2n;
  const half = twice === unit ? 0 : twice > unit ? 1 : -1;
  const isUp = roundsUp(quotient, half, rounding, sign);
  return { c: isUp ? quotient + 1n : quotient, exact: false };
}

/** The same for safe integers: what is below `unit` goes. */
function dropFew(c: number, unit: number, rounding: Rounding, sign: 0 | 1): { c: number; exact: boolean } {
  const rest = c % unit;
  const quotient = (c - rest) / unit;
  if (rest === 0) return { c: quotient, exact: true };
  const isUp = roundsUp(quotient, rest * 2 - unit, rounding, sign);
  return { c: isUp ? quotient + 1 : quotient, exact: false };
}

/**
 * @param kept what stays: its last digit may decide
 * @param half how what goes compares with half of a unit: the sign counts
 */
function roundsUp(kept: Coefficient, half: number, rounding: Rounding, sign: 0 | 1): boolean {
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
      return lastDigit(kept) % 5 === 0;
  }
  if (half !== 0) return half > 0;
  return rounding === 'ROUND_HALF_UP' || (rounding === 'ROUND_HALF_EVEN' && lastDigit(kept) % 2 === 1);
}

const lastDigit = (c: Coefficient): number => (typeof c === 'number' ? c % 10 : Number(c % 10n));

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
