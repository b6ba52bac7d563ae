/** Exact operations on doubles that JavaScript lacks. */
import { splitDouble } from '../../text/floatDigits.js';

/** The 64 bits of `x`, as an int. */
export function bitsOf(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  return view.getBigUint64(0);
}

/** The double of these 64 bits. */
export function fromBits(bits: bigint): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, bits);
  return view.getFloat64(0);
}

/** `x = mantissa * 2 ** exponent` with 0.5 <= |mantissa| < 1; zeros, infinities and nans come with exponent 0. */
export function frexp(x: number): [mantissa: number, exponent: number] {
  if (x === 0 || !Number.isFinite(x)) return [x, 0];
  let size = Math.abs(x);
  let exponent = 0;
  if (size < 2 ** -1022) {
    size *= 2 ** 54;
    exponent = -54;
  }
  let e = Math.max(-1021, Math.min(1023, Math.floor(Math.log2(size)) + 1));
  let mantissa = size * 2 ** -e;
  if (mantissa >= 1) {
    mantissa /= 2;
    e++;
  } else if (mantissa < 0.5) {
    mantissa *= 2;
    e--;
  }
  return [x < 0 ? -mantissa : mantissa, e + exponent];
}

/** `x * 2 ** exponent`, rounded once. */
export function ldexp(x: number, exponent: number): number {
  if (exponent > 2100) return x * Infinity;
  if (exponent < -2200) return x * 0;
  const [mantissa, e] = frexp(x);
  const total = e + exponent;
  if (total > 1024) return x * Infinity;
  // A product with 2 ** 1023 at most, and with one power of two at the end, so that only the last one rounds.
  if (total > 1020) return mantissa * 2 ** (total - 4) * 16;
  if (total >= -1000) return mantissa * 2 ** total;
  if (total < -1080) return x < 0 ? -0 : 0;
  return mantissa * 2 ** -60 * 2 ** (total + 60);
}

/** C's `remainder`: what is left of `x` by the nearest multiple of `y`, ties to the even one. */
export function remainder(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y) || Math.abs(x) === Infinity || y === 0) return NaN;
  if (Math.abs(y) === Infinity) return x;
  const size = Math.abs(x);
  const step = Math.abs(y);
  const rest = size % step;
  const missing = step - rest;
  let result: number;
  if (rest < missing) result = rest;
  else if (rest > missing) result = -missing;
  // Halfway: an even quotient is recognised by what is left of half of it.
  else result = rest - 2 * ((0.5 * (size - rest)) % step);
  return x < 0 || Object.is(x, -0) ? -result : result;
}

/** `x * y + z`, rounded once. */
export function fma(x: number, y: number, z: number): number {
  const product = x * y;
  if (!Number.isFinite(x) || !Number.isFinite(y)) return product + z;
  if (!Number.isFinite(z)) return z;
  if (x === 0 || y === 0) return product + z;
  const a = splitDouble(Math.abs(x));
  const b = splitDouble(Math.abs(y));
  let value = a.mantissa * b.mantissa;
  if (x < 0 !== y < 0) value = -value;
  let exponent = a.exponent + b.exponent;
  if (z !== 0) {
    const c = splitDouble(Math.abs(z));
    const addend = z < 0 ? -c.mantissa : c.mantissa;
    const lowest = Math.min(exponent, c.exponent);
    value = (value << BigInt(exponent - lowest)) + (addend << BigInt(c.exponent - lowest));
    exponent = lowest;
    if (value === 0n) return 0;
  }
  return roundedScale(value, exponent);
}

/** `value * 2 ** exponent` as a double, ties to even. */
export function roundedScale(value: bigint, exponent: number): number {
  const size = value < 0n ? -value : value;
  const length = size.toString(2).length;
  // The weight of the last bit that a double of this size keeps.
  const last = Math.max(length + exponent - 53, -1074);
  const cut = last - exponent;
  let kept = size;
  if (cut > 0) {
    kept = size >> BigInt(cut);
    const rest = size - (kept << BigInt(cut));
    const half = 1n << BigInt(cut - 1);
    if (rest > half || (rest === half && (kept & 1n) === 1n)) kept++;
  }
  const result = ldexp(Number(kept), Math.max(cut, 0) + exponent);
  return value < 0n ? -result : result;
}
