/**
 * Arithmetic on ints as plain JavaScript values: numbers while safe integers, bigints beyond. Exact, never -0.
 *
 * Spec: https://docs.python.org/3/library/stdtypes.html#numeric-types-int-float-complex
 */
import { shortQuotient } from './bigDivision.js';
import { powMod, WORD } from './modular.js';
import { rt } from '../object/context.js';
import { MemoryError, OverflowError, ValueError, ZeroDivisionError } from '../object/errors.js';
import type { Py } from '../object/object.js';
import { normalInt } from '../object/number.js';

export type Int = number | bigint;

const MAX = Number.MAX_SAFE_INTEGER;
const isSafe = (n: number) => n <= MAX && n >= -MAX;

export function addInt(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    return isSafe(sum) ? sum : BigInt(a) + BigInt(b);
  }
  return normalInt(BigInt(a) + BigInt(b));
}

export function subInt(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    return isSafe(difference) ? difference : BigInt(a) - BigInt(b);
  }
  return normalInt(BigInt(a) - BigInt(b));
}

export function mulInt(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    return isSafe(product) ? product + 0 : BigInt(a) * BigInt(b);
  }
  return normalInt(limited(() => BigInt(a) * BigInt(b)));
}

/** Runs a computation whose result JavaScript may refuse as too big. */
function limited(compute: () => bigint): bigint {
  try {
    return compute();
  } catch (error) {
    if (error instanceof RangeError) throw MemoryError();
    throw error;
  }
}

export function negInt(a: Int): Int {
  return typeof a === 'number' ? 0 - a : normalInt(-a);
}

export function absInt(a: Int): Int {
  return a < 0 ? negInt(a) : a;
}

/** CPython words the division by zero after the operation; Python 2 after the type. (A function that always throws would never be optimised.) */
function divisionByZero(message: string): Py {
  const isLong2 = message.startsWith('long');
  return ZeroDivisionError(rt.dialect === 2 && !isLong2 ? 'integer division or modulo by zero' : message);
}

/** `a // b`. `what`: the message for a zero divisor. */
export function floorDivInt(a: Int, b: Int, what = 'integer division or modulo by zero'): Int {
  // biome-ignore lint/suspicious/noDoubleEquals: 0 and 0n alike
  if (b == 0) throw divisionByZero(what);
  // For safe integers the rounded quotient never reaches the next integer, so its floor is exact.
  if (typeof a === 'number' && typeof b === 'number') return Math.floor(a / b) + 0;
  const x = BigInt(a);
  const y = BigInt(b);
  const short = x > 0n && y > 0n ? shortQuotient(x, y) : null;
  if (short !== null) return normalInt(short[0]);
  const quotient = x / y;
  return normalInt(x < 0n !== y < 0n && quotient * y !== x ? quotient - 1n : quotient);
}

/** `a % b`, with the sign of `b`. */
export function modInt(a: Int, b: Int, what = 'integer modulo by zero'): Int {
  // biome-ignore lint/suspicious/noDoubleEquals: 0 and 0n alike
  if (b == 0) throw divisionByZero(what);
  if (typeof a === 'number' && typeof b === 'number') {
    const rest = a % b;
    return (rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest) + 0;
  }
  return normalInt(floorMod(BigInt(a), BigInt(b)));
}

function floorMod(a: bigint, b: bigint): bigint {
  const short = a > 0n && b > 0n ? shortQuotient(a, b) : null;
  if (short !== null) return short[1];
  const rest = a % b;
  return rest !== 0n && rest < 0n !== b < 0n ? rest + b : rest;
}

/** `a ** b` for b >= 0. */
export function powInt(a: Int, b: Int): Int {
  if (typeof b === 'bigint') return hugePower(a, b);
  if (typeof a === 'number') {
    const small = smallPower(a, b);
    if (small !== undefined) return small;
    if (a === 2) return limited(() => 1n << BigInt(b));
  }
  return normalInt(limited(() => BigInt(a) ** BigInt(b)));
}

/** By squaring, as long as everything stays safe; undefined when it does not. */
function smallPower(a: number, exponent: number): number | undefined {
  if (a === 0 || a === 1) return exponent === 0 ? 1 : a;
  if (a === -1) return exponent % 2 === 0 ? 1 : -1;
  if (exponent > 53) return undefined;
  let result = 1;
  let base = a;
  for (let e = exponent; ; base *= base) {
    if ((e & 1) === 1) result *= base;
    e >>= 1;
    if (e === 0) return isSafe(result) ? result : undefined;
    if (!isSafe(base) || !isSafe(result)) return undefined;
  }
}

function hugePower(a: Int, exponent: bigint): Int {
  // biome-ignore lint/suspicious/noDoubleEquals: numbers and bigints alike
  if (a == 0 || a == 1) return normalInt(BigInt(a));
  // biome-ignore lint/suspicious/noDoubleEquals: as above
  if (a == -1) return exponent % 2n === 0n ? 1 : -1;
  throw MemoryError();
}

/** `pow(a, b, m)`. A negative `b` takes the inverse of `a` (Python 3.8 and later). */
export function powModInt(a: Int, b: Int, m: Int): Int {
  // biome-ignore lint/suspicious/noDoubleEquals: 0 and 0n alike
  if (m == 0) throw ValueError('pow() 3rd argument cannot be 0');
  if (typeof a === 'number' && typeof b === 'number' && typeof m === 'number' && b >= 0 && m > 0 && m <= WORD)
    return powMod(a, b, m);
  const modulus = BigInt(m < 0 ? -m : m);
  let base = floorMod(BigInt(a), modulus);
  let exponent = BigInt(b);
  if (exponent < 0n) {
    base = inverse(base, modulus);
    exponent = -exponent;
  }
  return normalInt(floorMod(modPower(base, exponent, modulus), BigInt(m)));
}

function inverse(a: bigint, modulus: bigint): bigint {
  let [r0, r1] = [modulus, a];
  let [s0, s1] = [0n, 1n];
  while (r1 !== 0n) {
    const q = r0 / r1;
    [r0, r1] = [r1, r0 - q * r1];
    [s0, s1] = [s1, s0 - q * s1];
  }
  if (r0 !== 1n && modulus !== 1n) throw ValueError('base is not invertible for the given modulus');
  return floorMod(s0, modulus);
}

/** Left to right, five bits of the exponent at a time. */
function modPower(base: bigint, exponent: bigint, modulus: bigint): bigint {
  const bits = exponent.toString(2);
  let result = 1n;
  if (bits.length <= 64) {
    for (let i = 0; i < bits.length; i++) {
      result = (result * result) % modulus;
      if (bits.charCodeAt(i) === 49) result = (result * base) % modulus;
    }
    return result;
  }
  const powers = [1n % modulus];
  for (let i = 1; i < 32; i++) powers.push((powers[i - 1]! * base) % modulus);
  const digits = exponent.toString(32);
  for (let i = 0; i < digits.length; i++) {
    if (i > 0) for (let k = 0; k < 5; k++) result = (result * result) % modulus;
    const digit = Number.parseInt(digits[i]!, 32);
    if (digit !== 0) result = (result * powers[digit]!) % modulus;
  }
  return result;
}

function negativeShift(b: Int): Py {
  return rt.dialect === 2 && BigInt(b) < -0x8000000000000000n
    ? OverflowError('long int too large to convert to int')
    : ValueError('negative shift count');
}

export function lshiftInt(a: Int, b: Int): Int {
  if (b < 0) throw negativeShift(b);
  if (typeof a === 'number' && typeof b === 'number' && b < 53) {
    const shifted = a * 2 ** b;
    if (isSafe(shifted)) return shifted;
  }
  if (b >= 0x7fffffff) return hugeShift(a, b);
  return normalInt(limited(() => BigInt(a) << BigInt(b)));
}

/** As many digits of 30 bits as CPython's ints can have. */
const MOST_DIGITS = 2305843009213693945n;
const digitsOf = (n: Int): bigint => BigInt(Math.ceil(BigInt(n).toString(2).replace('-', '').length / 30));

function hugeShift(a: Int, b: Int): Int {
  if (rt.dialect === 2 && b > 0x7fffffffffffffffn) throw OverflowError('long int too large to convert to int');
  if (a === 0) return 0;
  if (digitsOf(a) + (BigInt(b) + 29n) / 30n > MOST_DIGITS) throw OverflowError('too many digits in integer');
  throw MemoryError();
}

export function rshiftInt(a: Int, b: Int): Int {
  if (b < 0) throw negativeShift(b);
  if (typeof a === 'number') {
    if (b >= 53) return checkedTail(a, b);
    if (a >= -0x80000000 && a <= 0x7fffffff) return b > 31 ? a >> 31 : a >> (b as number);
    return Math.floor(a / 2 ** (b as number));
  }
  if (b >= 0x7fffffff) return checkedTail(a, b);
  return normalInt(a >> BigInt(b));
}

/** What is left when every bit is shifted out. */
function checkedTail(a: Int, b: Int): Int {
  if (rt.dialect === 2 && b > 0x7fffffffffffffffn) throw OverflowError('long int too large to convert to int');
  return a < 0 ? -1 : 0;
}

const isInt32 = (n: Int): n is number => typeof n === 'number' && n >= -0x80000000 && n <= 0x7fffffff;

export function andInt(a: Int, b: Int): Int {
  if (isInt32(a) && isInt32(b)) return a & b;
  if (typeof a === 'number' && typeof b === 'number') return joinWords(upper(a) & upper(b), a & b);
  return normalInt(BigInt(a) & BigInt(b));
}

export function orInt(a: Int, b: Int): Int {
  if (isInt32(a) && isInt32(b)) return a | b;
  if (typeof a === 'number' && typeof b === 'number') return joinWords(upper(a) | upper(b), a | b);
  return normalInt(BigInt(a) | BigInt(b));
}

export function xorInt(a: Int, b: Int): Int {
  if (isInt32(a) && isInt32(b)) return a ^ b;
  if (typeof a === 'number' && typeof b === 'number') return joinWords(upper(a) ^ upper(b), a ^ b);
  return normalInt(BigInt(a) ^ BigInt(b));
}

/** What is left of the low 32 bits. */
const upper = (n: number): number => Math.floor(n / 0x100000000);

function joinWords(high: number, low: number): Int {
  const n = high * 0x100000000 + (low >>> 0);
  return n >= -MAX ? n : BigInt(n);
}

export function invertInt(a: Int): Int {
  return typeof a === 'number' ? subInt(-1, a) : normalInt(~a);
}

/** Bits of |a| without leading zeros; 0 for 0. */
export function bitLength(a: Int): number {
  if (typeof a === 'number') {
    const size = Math.abs(a);
    if (size < 0x100000000) return 32 - Math.clz32(size);
    return 64 - Math.clz32(size / 0x100000000);
  }
  const size = a < 0n ? -a : a;
  double[0] = Number(size);
  if (double[0] === Infinity) {
    const digits = size.toString(16);
    return digits.length * 4 - Math.clz32(Number.parseInt(digits[0]!, 16)) + 28;
  }
  const bits = (words[1]! >>> 20) - 1022;
  // A power of two may be what a smaller number was rounded up to.
  const isPower = words[0] === 0 && (words[1]! & 0xfffff) === 0;
  return isPower && size >> BigInt(bits - 1) === 0n ? bits - 1 : bits;
}

/** For a look at the bits of a double. */
const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);

/** Ones in the binary form of |a|. */
export function bitCount(a: Int): number {
  let count = 0;
  if (typeof a === 'bigint') {
    for (const digit of (a < 0n ? -a : a).toString(32)) count += ones32(Number.parseInt(digit, 32));
    return count;
  }
  const size = Math.abs(a);
  return ones32(size | 0) + ones32(size / 0x100000000);
}

function ones32(n: number): number {
  let count = 0;
  for (let rest = n | 0; rest !== 0; rest &= rest - 1) count++;
  return count;
}
