/** Lengths of vectors, without overflow on the way and accurate to the last bit. */
import { twoProduct, twoSum } from './doubleDouble.js';

/** The length of the vector (x, y). */
export function hypot(x: number, y: number): number {
  const a = Math.abs(x);
  const b = Math.abs(y);
  if (a === Infinity || b === Infinity) return Infinity;
  if (a === 0 || b === 0 || Number.isNaN(a + b)) return a + b;
  return vectorLength([a, b], Math.max(a, b));
}

/** The length of a vector of finite numbers, of which `largest` > 0 is the largest in size. */
export function vectorLength(coordinates: readonly number[], largest: number): number {
  const exponent = Math.max(-1022, Math.min(1022, Math.floor(Math.log2(largest))));
  if (largest < 2 ** -1022)
    return (
      vectorLength(
        coordinates.map((x) => x * 2 ** 1000),
        largest * 2 ** 1000,
      ) *
      2 ** -1000
    );
  const scale = 2 ** -exponent;
  let high = 0;
  let low = 0;
  for (const coordinate of coordinates) {
    const x = coordinate * scale;
    const square = twoProduct(x, x);
    const sum = twoSum(high, square.high);
    high = sum.high;
    low += square.low + sum.low;
  }
  const root = Math.sqrt(high + low);
  // One step of Newton's method with the exact error of the root.
  const square = twoProduct(root, root);
  const difference = twoSum(high, -square.high);
  const correction = (difference.high + (difference.low + (low - square.low))) / (2 * root);
  return (root + correction) / scale;
}
