/** `(a * b + c) % m` where the product may be beyond the safe integers. */
import { normalInt } from '../object/number.js';
import type { Int } from './intMath.js';

/** Up to here products are taken in halves. */
export const WORD = 4294967296;
/** Products of numbers below are safe. */
const SMALL = 67108864;

/** Of four safe integers, `m` above zero. Exact. */
export function mulAddMod(a: number, b: number, c: number, m: number): Int {
  if (m > WORD) return normalInt(positive((BigInt(a) * BigInt(b) + BigInt(c)) % BigInt(m), BigInt(m)));
  const x = rest(a, m);
  const y = rest(b, m);
  // Half of `y` at a time: no step goes beyond 2 ** 53.
  const high = Math.floor(y / 65536);
  const carried = rest(x * high, m);
  return rest(rest(carried * 65536 + x * (y - high * 65536), m) + rest(c, m), m);
}

/** `a ** b % m` of safe integers, `b` not below zero and `m` above it, up to `WORD`. Exact. */
export function powMod(a: number, b: number, m: number): number {
  const times = (x: number, y: number): number => (m <= SMALL ? rest(x * y, m) : (mulAddMod(x, y, 0, m) as number));
  let base = rest(a, m);
  let result = 1 % m;
  for (let bits = b; bits > 0; ) {
    const half = Math.floor(bits / 2);
    if (bits - 2 * half === 1) result = times(result, base);
    if (half > 0) base = times(base, base);
    bits = half;
  }
  return result;
}

const positive = (r: bigint, m: bigint): bigint => (r < 0n ? r + m : r);

/** `x % m` by multiplication: JavaScript's own on doubles is a slow library call. */
function rest(x: number, m: number): number {
  if (x < 0) {
    const r = rest(-x, m);
    return r === 0 ? 0 : m - r;
  }
  return x < m ? x : x - Math.floor(x / m) * m;
}
