/** The cube root, by the steps of the C library. */

import { exponentOf, powerOfTwo, withExponent } from './bits.js';

/** 2 ** (i / 3) for i from -2 to 2. */
const FACTORS = [1 / 1.5874010519681996, 1 / 1.2599210498948732, 1, 1.2599210498948732, 1.5874010519681996];

export function cbrt(x: number): number {
  if (x === 0 || x - x !== 0) return x;
  let size = Math.abs(x);
  let exponent = 0;
  if (size < 2 ** -1022) {
    size *= 2 ** 54;
    exponent = -54;
  }
  exponent += exponentOf(size) + 1;
  const m = withExponent(size, -1);
  const u =
    0.35489576504391984 +
    (1.508191937815849 -
      (2.114994941673713 -
        (2.4469312256353444 - (1.8346927748361308 - (0.7849323449766392 - 0.14526389938548637 * m) * m) * m) * m) *
        m) *
      m;
  const cube = u * u * u;
  const third = Math.trunc(exponent / 3);
  const root = ((u * (cube + 2 * m)) / (2 * cube + m)) * FACTORS[2 + (exponent % 3)]!;
  const result = root * powerOfTwo(third);
  return x < 0 ? -result : result;
}
