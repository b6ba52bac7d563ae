/** The functions of `math` on ints: exact, of any size. */

import { absInt, bitLength, floorDivInt, type Int, mulInt } from '../../builtins/intMath.js';
import { asLong, isLong } from '../../builtins/long2.js';
import { rt } from '../../object/context.js';
import { OverflowError, TypeError, ValueError } from '../../object/errors.js';
import { fn } from '../../object/fn.js';
import { asIndex, intValue, normalInt } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import type { Members } from '../../object/type.js';
import { PyFloat } from '../../object/values.js';

const WORD_MAX = 9223372036854775807n;

export function integerMembers(): Members {
  return {
    comb: fn('(n, k, /)', (n: Py, k: Py) => comb(asIndex(n), asIndex(k))),
    factorial: rt.dialect === 2 ? fn('(x, /)', factorial2) : fn('(n, /)', (n: Py) => factorial(asIndex(n))),
    gcd: fn('(*integers)', (args: Py[]) =>
      args.length === 2 ? gcd(asIndex(args[0]), asIndex(args[1])) : args.map(asIndex).reduce(gcd, 0),
    ),
    isqrt: fn('(n, /)', (n: Py) => isqrt(asIndex(n))),
    lcm: fn('(*integers)', (args: Py[]) => args.map(asIndex).reduce(lcm, 1)),
    perm: fn('(n, k=None, /)', (n: Py, k: Py) =>
      k === undefined || k === null ? factorial(asIndex(n)) : perm(asIndex(n), asIndex(k)),
    ),
  };
}

/** `lowest * … * highest`, or undefined where that is no safe integer. */
function smallProduct(lowest: number, highest: number): number | undefined {
  let product = lowest;
  for (let i = lowest + 1; i <= highest; i++) {
    product *= i;
    if (product > Number.MAX_SAFE_INTEGER) return undefined;
  }
  return product;
}

/** `lowest * … * highest`, halving the range so that the factors stay of like size. */
function productOfRange(lowest: bigint, highest: bigint): bigint {
  if (highest <= MOST_TOGETHER) return productOf(packed(Number(lowest), Number(highest)));
  if (highest - lowest < 16n) {
    let product = lowest;
    for (let i = lowest + 1n; i <= highest; i++) product *= i;
    return product;
  }
  const middle = (lowest + highest) >> 1n;
  return productOfRange(lowest, middle) * productOfRange(middle + 1n, highest);
}

/** Two such factors fit into a number. */
const MOST_TOGETHER = 2n ** 26n;

/** The factors of a range, several at a time in one as long as they fit into a number. */
function packed(lowest: number, highest: number): bigint[] {
  const factors: bigint[] = [];
  let product = 1;
  for (let i = lowest; i <= highest; i++) {
    const next = product * i;
    if (next <= Number.MAX_SAFE_INTEGER) product = next;
    else {
      factors.push(BigInt(product));
      product = i;
    }
  }
  factors.push(BigInt(product));
  return factors;
}

function productOf(factors: readonly bigint[], start = 0, end = factors.length): bigint {
  if (end - start === 1) return factors[start]!;
  if (end - start === 2) return factors[start]! * factors[start + 1]!;
  const middle = (start + end) >> 1;
  return productOf(factors, start, middle) * productOf(factors, middle, end);
}

export function factorial(n: Int): Int {
  if (n < 0) throw ValueError('factorial() not defined for negative values');
  if (n > WORD_MAX) throw OverflowError('factorial() argument should not exceed 9223372036854775807');
  if (n < 2) return 1;
  return (typeof n === 'number' ? smallProduct(1, n) : undefined) ?? normalInt(productOfRange(1n, BigInt(n)));
}

function factorial2(x: Py): Py {
  const int = x instanceof PyFloat ? integral(x.v) : intValue(x);
  if (int === undefined) throw TypeError('an integer is required');
  if (int > WORD_MAX || int < -WORD_MAX - 1n) throw OverflowError('Python int too large to convert to C long');
  const result = factorial(int);
  // CPython multiplies longs from 21! on.
  return int > 20 && !isLong(result) ? asLong(result) : result;
}

function integral(v: number): Int {
  if (!Number.isInteger(v)) throw ValueError('factorial() only accepts integral values');
  return Number.isSafeInteger(v) ? v + 0 : BigInt(v);
}

function perm(n: Int, k: Int): Int {
  if (n < 0) throw ValueError('n must be a non-negative integer');
  if (k < 0) throw ValueError('k must be a non-negative integer');
  if (n < k) return 0;
  if (k > WORD_MAX) throw OverflowError('k must not exceed 9223372036854775807');
  if (k === 0) return 1;
  const small = typeof n === 'number' && typeof k === 'number' ? smallProduct(n - k + 1, n) : undefined;
  return small ?? normalInt(productOfRange(BigInt(n) - BigInt(k) + 1n, BigInt(n)));
}

function comb(n: Int, k: Int): Int {
  if (n < 0) throw ValueError('n must be a non-negative integer');
  if (k < 0) throw ValueError('k must be a non-negative integer');
  if (n < k) return 0;
  const small = typeof n === 'number' && typeof k === 'number' ? smallComb(n, Math.min(k, n - k)) : undefined;
  if (small !== undefined) return small;
  const total = BigInt(n);
  const other = total - BigInt(k);
  const chosen = other < BigInt(k) ? other : BigInt(k);
  if (chosen > WORD_MAX) throw OverflowError('min(n - k, k) must not exceed 9223372036854775807');
  if (chosen === 0n) return 1;
  return normalInt(productOfRange(total - chosen + 1n, total) / productOfRange(1n, chosen));
}

/** The binomial coefficient, or undefined where it is not reached by way of safe integers. */
function smallComb(n: number, k: number): number | undefined {
  let result = 1;
  for (let i = 1; i <= k; i++) {
    const product = result * (n - k + i);
    if (product > Number.MAX_SAFE_INTEGER) return undefined;
    result = product / i;
  }
  return result;
}

export function gcd(a: Int, b: Int): Int {
  let x = absInt(a);
  let y = absInt(b);
  while (typeof x === 'bigint' || typeof y === 'bigint') {
    if (y === 0) return x;
    [x, y] = [y, normalInt(BigInt(x) % BigInt(y))];
  }
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

function lcm(a: Int, b: Int): Int {
  if (a === 0 || b === 0) return 0;
  return absInt(mulInt(floorDivInt(a, gcd(a, b)), b));
}

/** The integer square root, rounded down. */
export function isqrt(n: Int): Int {
  if (n < 0) throw ValueError('isqrt() argument must be nonnegative');
  if (typeof n === 'number') {
    const root = Math.floor(Math.sqrt(n));
    return root * root > n ? root - 1 : root;
  }
  return normalInt(bigRoot(n));
}

/** Newton's method from above, from a start that is right in half of the bits. */
function bigRoot(n: bigint): bigint {
  const bits = bitLength(n);
  let root: bigint;
  if (bits <= 106) root = BigInt(Math.floor(Math.sqrt(Number(n)))) + 1n;
  else {
    const shift = BigInt(bits >> 2);
    root = (bigRoot(n >> (2n * shift)) + 1n) << shift;
  }
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
