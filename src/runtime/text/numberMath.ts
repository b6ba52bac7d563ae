/**
 * Arithmetic between ints (safe `number` or `bigint`) and doubles exactly as CPython defines it.
 *
 * Spec: https://docs.python.org/3/library/stdtypes.html#numeric-types-int-float-complex
 */
import { overflowError, TextError, valueError } from './error.js';
import { divideRoundEven, fixedDigits, splitDouble } from './floatDigits.js';
import type { Dialect } from './unicodeCategory.js';

/** A Python int: `number` while it is a safe integer, else `bigint`. */
export type Int = number | bigint;

/** The canonical form of an int: a `number` if it is safe. */
export function normalizeInt(value: bigint): Int {
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
}

/** `a % b` on doubles: the result has the sign of `b`. The caller has checked `b !== 0`. */
export function pyFloatMod(a: number, b: number): number {
  const mod = a % b;
  if (mod !== 0) return b < 0 !== mod < 0 ? mod + b : mod;
  return b < 0 || Object.is(b, -0) ? -0 : 0;
}

/** `a // b` on doubles. The caller has checked `b !== 0`. */
export function pyFloatFloorDiv(a: number, b: number): number {
  const mod = a % b;
  let div = (a - mod) / b;
  if (mod !== 0 && b < 0 !== mod < 0) div -= 1;
  if (div === 0) return Object.is(a / b, -0) || a / b < 0 ? -0 : 0;
  const floor = Math.floor(div);
  return div - floor > 0.5 ? floor + 1 : floor;
}

/** `divmod(a, b)` on doubles. The caller has checked `b !== 0`. */
export function pyFloatDivmod(a: number, b: number): [quotient: number, remainder: number] {
  return [pyFloatFloorDiv(a, b), pyFloatMod(a, b)];
}

/** `int(x)`. OverflowError for an infinity, ValueError for a nan. */
export function floatToInt(x: number): Int {
  const whole = Math.trunc(x);
  if (Number.isSafeInteger(whole)) return whole === 0 ? 0 : whole;
  if (Number.isNaN(x)) throw valueError('cannot convert float NaN to integer');
  if (whole === Infinity || whole === -Infinity) throw overflowError('cannot convert float infinity to integer');
  return BigInt(whole);
}

/** `float(n)`, ties to even. OverflowError beyond the doubles. */
export function intToFloat(n: Int, dialect: Dialect = 3): number {
  if (typeof n === 'number') return n;
  const x = Number(n);
  if (x === Infinity || x === -Infinity)
    throw overflowError(`${dialect === 2 ? 'long int' : 'int'} too large to convert to float`);
  return x;
}

function bitLength(n: bigint): number {
  const hex = n.toString(16);
  return hex.length * 4 - Math.clz32(Number.parseInt(hex[0]!, 16)) + 28;
}

/** `a / b` of two ints, correctly rounded. ZeroDivisionError; OverflowError if the quotient is beyond the doubles. */
export function trueDivideBig(a: bigint, b: bigint): number {
  if (b === 0n) throw new TextError('ZeroDivisionError', 'division by zero');
  const negative = a < 0n !== b < 0n;
  const x = a < 0n ? -a : a;
  const y = b < 0n ? -b : b;
  if (x === 0n) return negative ? -0 : 0;
  // The quotient lies in (2**(top-1), 2**(top+1)).
  const top = bitLength(x) - bitLength(y);
  if (top > 1025) throw overflowError('integer division result too large for a float');
  const result = top < -1020 ? divideSmall(x, y) : divideNormal(x, y, top - 60);
  if (result === Infinity) throw overflowError('integer division result too large for a float');
  return negative ? -result : result;
}

/** `x / y` from at least 59 bits of the quotient, counted from the bit of weight `2**lowest`. */
function divideNormal(x: bigint, y: bigint, lowest: number): number {
  const numerator = lowest < 0 ? x << BigInt(-lowest) : x;
  const denominator = lowest > 0 ? y << BigInt(lowest) : y;
  const quotient = numerator / denominator;
  // The lowest bit says whether anything was cut off, so that the one rounding, to a double, is right.
  const value = Number(quotient * denominator === numerator ? quotient : quotient | 1n);
  return lowest < -1000 ? value * 2 ** -1000 * 2 ** (lowest + 1000) : value * 2 ** lowest;
}

/** `x / y` near or below the smallest normal double: at most 54 bits, the lowest of weight `2**-1074`. */
function divideSmall(x: bigint, y: bigint): number {
  const numerator = x << 1074n;
  if (numerator / y < 1n << 53n) return Number(divideRoundEven(numerator, y)) * 2 ** -1074;
  return Number(divideRoundEven(numerator, y * 2n)) * 2 ** -1073;
}
/**
 * `round(x, digits)` of a double, to the nearest decimal of the exact binary value, ties to even.
 * OverflowError if the result is beyond the doubles.
 */
export function roundFloat(x: number, digits: Int): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  if (digits > 323) return x;
  if (digits < -308) return x < 0 ? -0 : 0;
  const places = Number(digits);
  const size = Math.abs(x);
  const result = places >= 0 ? Number(fixedDigits(size, places)) : roundToTens(size, -places);
  if (result === Infinity) throw overflowError('rounded value too large to represent');
  return x < 0 ? -result : result;
}

function roundToTens(x: number, zeros: number): number {
  const { mantissa, exponent } = splitDouble(x);
  const unit = 10n ** BigInt(zeros);
  const rounded =
    exponent >= 0
      ? divideRoundEven(mantissa << BigInt(exponent), unit)
      : divideRoundEven(mantissa, unit << BigInt(-exponent));
  return Number(rounded * unit);
}

/** `round(x)` without digits: the nearest int, ties to even. Errors as for `int(x)`. */
export function roundFloatToInt(x: number): Int {
  const rounded = Math.round(x);
  if (!Number.isSafeInteger(rounded)) return floatToInt(x);
  // Math.round takes ties up; x - floor is exact below 2**52.
  const floor = Math.floor(x);
  if (x - floor !== 0.5) return (x - floor < 0.5 ? floor : floor + 1) + 0;
  return (floor % 2 === 0 ? floor : floor + 1) + 0;
}

/** Python 2's `round(x, digits)`: as {@link roundFloat}, but ties go away from zero. */
export function roundFloat2(x: number, digits: number): number {
  if (x === 0 || !Number.isFinite(x) || digits > 323) return x;
  if (digits < -308) return x < 0 ? -0 : 0;
  const { mantissa, exponent } = splitDouble(Math.abs(x));
  let numerator = mantissa;
  let denominator = 1n;
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  const power = 10n ** BigInt(Math.abs(digits));
  if (digits >= 0) numerator *= power;
  else denominator *= power;
  const rounded = (2n * numerator + denominator) / (2n * denominator);
  const result = Number(`${rounded}e${-digits}`);
  if (result === Infinity) throw overflowError('rounded value too large to represent');
  return x < 0 ? -result : result;
}

/** `round(n, digits)` of an int: a negative `digits` rounds to tens, hundreds, …, ties to even. */
export function roundInt(n: Int, digits: Int): Int {
  if (digits >= 0) return n;
  if (-digits > 1 + String(n).length) return 0;
  const unit = 10n ** BigInt(-digits);
  const value = BigInt(n);
  const rounded = divideRoundEven(value < 0n ? -value : value, unit) * unit;
  return normalizeInt(value < 0n ? -rounded : rounded);
}

/** `x.as_integer_ratio()`: lowest terms, the denominator positive. OverflowError / ValueError for inf / nan. */
export function floatAsIntegerRatio(x: number): [numerator: Int, denominator: Int] {
  if (Number.isNaN(x)) throw valueError('cannot convert NaN to integer ratio');
  if (!Number.isFinite(x)) throw overflowError('cannot convert Infinity to integer ratio');
  if (Number.isSafeInteger(x)) return [x + 0, 1];
  if (Math.abs(x) > 1e-3 && Math.abs(x) < 2 ** 52) return smallRatio(x);
  let { mantissa, exponent } = splitDouble(Math.abs(x));
  while ((mantissa & 1n) === 0n) {
    mantissa >>= 1n;
    exponent++;
  }
  if (x < 0) mantissa = -mantissa;
  if (exponent >= 0) return [normalizeInt(mantissa << BigInt(exponent)), 1];
  return [normalizeInt(mantissa), normalizeInt(1n << BigInt(-exponent))];
}

/** The same for what is no integer and not tiny: doubling is exact, and ends with an odd numerator. */
function smallRatio(x: number): [numerator: Int, denominator: Int] {
  let numerator = x;
  let places = 0;
  for (; numerator !== Math.floor(numerator); places++) numerator *= 2;
  return [numerator, places < 53 ? 2 ** places : 1n << BigInt(places)];
}

/** `n == x` for an int and a double, by value. */
export function intEqualsFloat(n: Int, x: number): boolean {
  // biome-ignore lint/suspicious/noDoubleEquals: between bigint and number the loose form compares exactly
  return n == x;
}

/** -1, 0 or 1 as the int `n` is below, at or above the double `x`; `undefined` if `x` is nan. */
export function compareIntFloat(n: Int, x: number): -1 | 0 | 1 | undefined {
  if (Number.isNaN(x)) return undefined;
  return n < x ? -1 : n > x ? 1 : 0;
}
