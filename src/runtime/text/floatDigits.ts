/**
 * The decimal digits of a double, correctly rounded (ties to even) at any position.
 *
 * JavaScript's own `toFixed` and `toExponential` are exact but round ties up and stop at 100 digits, so they serve
 * only where no tie is possible; everything else is integer arithmetic on the exact binary value.
 */

import { repeatText } from './repeatText.js';

/** The decimal digits of a positive number: 0.d1d2d3… × 10^point. */
export interface Decimal {
  readonly digits: string;
  readonly point: number;
}

const MAX_NATIVE_DIGITS = 100;
// Every double is a multiple of 2^-1074, so no digit after the 1074th decimal differs from zero.
const MAX_FRACTION_DIGITS = 1074;
// No double has more significant digits than this.
const MAX_SIGNIFICANT_DIGITS = 767;

const scratch = new DataView(new ArrayBuffer(8));

/** Splits a finite double >= 0 into `mantissa * 2**exponent`, both integers (the mantissa need not be odd). */
export function splitDouble(x: number): { mantissa: bigint; exponent: number } {
  scratch.setFloat64(0, x);
  const high = scratch.getUint32(0);
  const biased = (high >>> 20) & 0x7ff;
  const fraction = (BigInt(high & 0xfffff) << 32n) | BigInt(scratch.getUint32(4));
  if (biased === 0) return { mantissa: fraction, exponent: -1074 };
  return { mantissa: fraction | (1n << 52n), exponent: biased - 1075 };
}

/** `numerator / denominator` (both >= 0) rounded to the nearest integer, ties to even. */
export function divideRoundEven(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const twice = (numerator - quotient * denominator) * 2n;
  if (twice > denominator || (twice === denominator && (quotient & 1n) === 1n)) return quotient + 1n;
  return quotient;
}

/** `x * 10**places` as a fraction of two integers. */
function scaled(x: number, places: number): [numerator: bigint, denominator: bigint] {
  const { mantissa, exponent } = splitDouble(x);
  let numerator = mantissa;
  let denominator = 1n;
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  if (places >= 0) numerator *= 10n ** BigInt(places);
  else denominator *= 10n ** BigInt(-places);
  return [numerator, denominator];
}

/** Whether `x * 10**places` may lie exactly between two integers; never false when it does. */
export function mayTie(x: number, places: number): boolean {
  if (places < 0) return x % 5 === 0;
  // x * 10**places * 2 is odd only if x has exactly places + 1 binary fraction digits.
  const y = x * (places < 30 ? 1 << (places + 1) : 2 ** (places + 1));
  return y % 2 === 1;
}

const POWERS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

/**
 * The digits of {@link fixedDigits} where a product of the number below 2^31 tells them: it is off by less than 2^-22, so
 * that it is rounded as the number itself unless it lies that near between two integers. undefined where it does not.
 */
function fewDigits(x: number, places: number): string | undefined {
  const power = POWERS[places];
  if (power === undefined) return undefined;
  const y = x * power + 0.5;
  if (!(y < 0x7fff_ffff)) return undefined;
  const rounded = y | 0;
  const rest = y - rounded;
  if (rest < 0.001 || rest > 0.999) return undefined;
  if (places === 0) return String(rounded);
  const whole = (rounded / power) | 0;
  // The one in front keeps the zeros.
  return `${whole}.${String(power + (rounded - whole * power)).slice(1)}`;
}

/** `x` (finite, >= 0) with exactly `places` (>= 0) digits after the point: the digits of '%.*f'. */
export function fixedDigits(x: number, places: number): string {
  const few = fewDigits(x, places);
  if (few !== undefined) return few;
  if (x < 1e21 && places <= MAX_NATIVE_DIGITS && !mayTie(x, places)) return x.toFixed(places);
  const kept = Math.min(places, MAX_FRACTION_DIGITS);
  const [numerator, denominator] = scaled(x, kept);
  const all = divideRoundEven(numerator, denominator)
    .toString()
    .padStart(kept + 1, '0');
  const zeros = repeatText('0', places - kept);
  if (places === 0) return all;
  return `${all.slice(0, all.length - kept)}.${all.slice(all.length - kept)}${zeros}`;
}

/** The first `count` (>= 1) significant digits of `x` (finite, > 0), rounded. */
export function significantDigits(x: number, count: number): Decimal {
  if (count <= MAX_NATIVE_DIGITS) {
    const native = decimalOf(x.toExponential(count - 1));
    // Where it was rounded up to a power of ten, its digits before that ended a place further right.
    if (!mayTie(x, count - native.point) && !mayTie(x, count + 1 - native.point)) return native;
  }
  let exponent = shortestDigits(x).point - 1;
  const kept = Math.min(count, MAX_SIGNIFICANT_DIGITS);
  const smallest = 10n ** BigInt(kept - 1);
  let [numerator, denominator] = scaled(x, kept - 1 - exponent);
  // The shortest form may have been rounded up to the next power of ten.
  if (numerator < smallest * denominator) {
    exponent--;
    [numerator, denominator] = scaled(x, kept - 1 - exponent);
  }
  let rounded = divideRoundEven(numerator, denominator);
  if (rounded >= smallest * 10n) {
    rounded /= 10n;
    exponent++;
  }
  return { digits: rounded.toString() + repeatText('0', count - kept), point: exponent + 1 };
}

/** The fewest digits that read back as `x` (finite, > 0). */
export const shortestDigits = (x: number): Decimal => decimalOf(x.toExponential());

/** What `toExponential` has written. */
function decimalOf(text: string): Decimal {
  const e = text.indexOf('e');
  return { digits: text[0] + text.slice(2, e), point: Number(text.slice(e + 1)) + 1 };
}
