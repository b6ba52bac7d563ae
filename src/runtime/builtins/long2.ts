/** Python 2's two int types: `int` is what fits 64 bits, `long` everything beyond and what came from a long. */
import { rt } from '../object/context.js';
import { intValue, normalInt } from '../object/number.js';
import type { Py } from '../object/object.js';
import { PyLong } from '../object/values.js';
import type { Int } from './intMath.js';

export const fitsWord = (n: Int): boolean => typeof n === 'number' || BigInt.asIntN(64, n) === n;

/** Whether a value is a `long` of Python 2. Never in Python 3. */
export function isLong(o: Py): boolean {
  return rt.dialect === 2 && (o instanceof PyLong || (typeof o === 'bigint' && !fitsWord(o)));
}

/** The int `n` as a `long`. */
export function asLong(n: Int): Py {
  return fitsWord(n) ? new PyLong(BigInt(n)) : n;
}

/** The result of an operation on ints `a` and `b`: a long if one of them is. */
export function intResult(n: Int, a: Py, b: Py): Py {
  return isLong(a) || isLong(b) ? asLong(n) : n;
}

/** The exact int behind an int, bool, long or a subclass's instance; undefined for anything else. */
export function exactInt(o: Py): Int | undefined {
  const value = intValue(o);
  return typeof value === 'bigint' ? normalInt(value) : value;
}

/** Whether Python 2's `pow(a, b, m)` of ints leaves the 64 bits on its way, which makes the result a long. */
export function powerOverflows(a: Int, b: Int, m: Int): boolean {
  let base = BigInt(a);
  let result = 1n;
  const modulus = BigInt(m);
  for (let rest = BigInt(b); rest > 0n; ) {
    if ((rest & 1n) === 1n) {
      result *= base;
      if (base === 0n) return false;
      if (!fitsWord(result)) return true;
    }
    rest >>= 1n;
    if (rest === 0n) return false;
    base *= base;
    if (!fitsWord(base)) return true;
    result %= modulus;
    base %= modulus;
  }
  return false;
}
