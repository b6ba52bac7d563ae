/** `(a * b + c) % m` where the product may be beyond the safe integers. */
import { normalInt } from '../object/number.js';
import type { Int } from './intMath.js';

const WORD = 4294967296;

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

const positive = (r: bigint, m: bigint): bigint => (r < 0n ? r + m : r);

/** `x % m` by multiplication: JavaScript's own on doubles is a slow library call. */
function rest(x: number, m: number): number {
  if (x < 0) {
    const r = rest(-x, m);
    return r === 0 ? 0 : m - r;
  }
  return x < m ? x : x - Math.floor(x / m) * m;
}
