/**
 * `hash` of numbers: Python 3's reduction modulo the prime 2**61 - 1, and Python 2's own rules.
 *
 * Spec: https://docs.python.org/3/library/stdtypes.html#hashing-of-numeric-types
 */
import { splitDouble } from './floatDigits.js';
import { type Int, normalizeInt } from './numberMath.js';

const MODULUS_BITS = 61;
const MODULUS = (1n << 61n) - 1n;
const INFINITY_HASH = 314159;
const IMAGINARY_FACTOR = 1000003n;

/** Python 3's `hash(n)` of an int. */
export function hashInt(n: Int): Int {
  if (typeof n === 'number') return n === -1 ? -2 : n;
  const rest = (n < 0n ? -n : n) % MODULUS;
  return notMinusOne(n < 0n ? -rest : rest);
}

/** Python 3's `hash(x)` of a float; `undefined` for a nan, whose hash is that of its identity. */
export function hashFloat(x: number): Int | undefined {
  if (Number.isSafeInteger(x)) return x === -1 ? -2 : x + 0;
  if (Number.isNaN(x)) return undefined;
  if (!Number.isFinite(x)) return x > 0 ? INFINITY_HASH : -INFINITY_HASH;
  const { mantissa, exponent } = splitDouble(Math.abs(x));
  // 2**61 is 1 modulo the prime, so only the exponent modulo 61 matters, and dividing by 2 is multiplying by 2**60.
  const shift = ((exponent % MODULUS_BITS) + MODULUS_BITS) % MODULUS_BITS;
  const rest = (mantissa << BigInt(shift)) % MODULUS;
  return notMinusOne(x < 0 ? -rest : rest);
}

/** Python 3's `hash(complex(real, imag))`; a nan part counts as what `nanHash` gives. */
export function hashComplex(real: number, imag: number, nanHash: () => Int = () => 0): Int {
  const first = hashFloat(real) ?? nanHash();
  const second = hashFloat(imag) ?? nanHash();
  if (typeof first === 'number' && typeof second === 'number') {
    const sum = first + 1000003 * second;
    if (Number.isSafeInteger(sum)) return sum === -1 ? -2 : sum;
  }
  return notMinusOne(BigInt.asIntN(64, BigInt(first) + IMAGINARY_FACTOR * BigInt(second)));
}

function notMinusOne(hash: bigint): Int {
  return hash === -1n ? -2 : normalizeInt(hash);
}

const WORD = 0xffff_ffff_ffff_ffffn;

/** Python 2's `hash(n)` of an int or long: the value itself if it fits 64 bits. */
export function hashInt2(n: Int): Int {
  if (typeof n === 'number') return n === -1 ? -2 : n;
  if (BigInt.asIntN(64, n) === n) return notMinusOne(n);
  // Python 2 takes 30 bits at a time from the top, rotating the 64-bit word and carrying its overflow round.
  const digits: bigint[] = [];
  for (let rest = n < 0n ? -n : n; rest > 0n; rest >>= 30n) digits.push(rest & 0x3fff_ffffn);
  let word = 0n;
  for (const digit of digits.reverse()) {
    word = ((word << 30n) & WORD) | (word >> 34n);
    word += digit;
    if (word > WORD) word = (word & WORD) + 1n;
  }
  return notMinusOne(BigInt.asIntN(64, n < 0n ? -word : word));
}

/** Python 2's `hash(x)` of a float (nan is 0). */
export function hashFloat2(x: number): Int {
  if (Number.isNaN(x)) return 0;
  if (!Number.isFinite(x)) return x < 0 ? -271828 : 314159;
  if (Number.isInteger(x)) return hashInt2(Number.isSafeInteger(x) ? x + 0 : BigInt(x));
  // frexp: x = fraction * 2**exponent with 0.5 <= |fraction| < 1; the fraction's bits in two parts of 31.
  const exponent = exponentOf(x);
  const scaled = (x / 2 ** exponent) * 2147483648;
  const high = Math.trunc(scaled);
  const low = Math.trunc((scaled - high) * 2147483648);
  const hash = high + low + exponent * 32768;
  return hash === -1 ? -2 : hash;
}

/** The exponent that `frexp` gives; x is no integer, so 2 to the power of it is no infinity. */
function exponentOf(x: number): number {
  const size = Math.abs(x);
  let exponent = Math.floor(Math.log2(size)) + 1;
  // The logarithm is rounded.
  while (size >= 2 ** exponent) exponent++;
  while (size < 2 ** (exponent - 1)) exponent--;
  return exponent;
}

/** Python 2's `hash` of a str (one character a byte) or unicode (by code point), hash randomisation off. */
export function hashString2(codes: ArrayLike<number>): Int {
  if (codes.length === 0) return 0;
  // The 64-bit product by 1000003 in two 32-bit halves: no bigint in the loop.
  let high = 0;
  let low = (codes[0]! << 7) >>> 0;
  for (let i = 0; i < codes.length; i++) {
    const product = low * 1000003;
    const carry = Math.floor(product / 4294967296);
    high = (Math.imul(high, 1000003) + carry) | 0;
    low = ((product >>> 0) ^ codes[i]!) >>> 0;
  }
  low = (low ^ codes.length) >>> 0;
  return notMinusOne((BigInt(high) << 32n) | BigInt(low));
}
