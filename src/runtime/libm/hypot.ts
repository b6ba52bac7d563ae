/** Lengths of vectors, without overflow on the way and accurate to the last bit. */
import { twoProduct, twoSum } from './doubleDouble.js';

const SCALE = 2 ** -600;
const EPSILON = 2 ** -54;

/** The length of the vector (x, y), by the steps of the C library. */
export function hypot(x: number, y: number): number {
  const a = Math.abs(x);
  const b = Math.abs(y);
  if (a === Infinity || b === Infinity) return Infinity;
  if (Number.isNaN(a + b)) return NaN;
  return a < b ? ordered(b, a) : ordered(a, b);
}

/** For a >= b >= 0. */
function ordered(a: number, b: number): number {
  if (b <= a * EPSILON) return a + b;
  if (a > 2 ** 511) return corrected(a * SCALE, b * SCALE) / SCALE;
  if (b < 2 ** -459) return corrected(a / SCALE, b / SCALE) * SCALE;
  return corrected(a, b);
}

/**
 * The root of the sum of squares, with the rounding error of the root taken back
 * (C. Borges, "An Improved Algorithm for hypot(a, b)", 2019).
 */
function corrected(a: number, b: number): number {
  const h = Math.sqrt(a * a + b * b);
  if (h <= 2 * b) {
    const delta = h - b;
    return h - (a * (2 * delta - a) + (delta - 2 * (a - b)) * delta) / (2 * h);
  }
  const delta = h - a;
  return h - (2 * delta * (a - 2 * b) + ((4 * delta - b) * b + delta * delta)) / (2 * h);
}

/** Between these no square overflows, and none that counts is too small for its error to be told. */
const SMALLEST = 2 ** -400;
const LARGEST = 2 ** 400;

/** The length of a vector of finite numbers, of which `largest` > 0 is the largest in size. */
export function vectorLength(coordinates: readonly number[], largest: number): number {
  if (largest < SMALLEST || largest > LARGEST) return scaled(coordinates, largest);
  let high = 0;
  let low = 0;
  for (let i = 0; i < coordinates.length; i++) {
    const x = coordinates[i]!;
    const square = twoProduct(x, x);
    const sum = twoSum(high, square.high);
    high = sum.high;
    low += square.low + sum.low;
  }
  return improvedRoot(high, low);
}

/** `vectorLength` of two coordinates. */
export function planeLength(x: number, y: number, largest: number): number {
  if (largest < SMALLEST || largest > LARGEST) return scaled([x, y], largest);
  const first = twoProduct(x, x);
  const second = twoProduct(y, y);
  const sum = twoSum(first.high, second.high);
  return improvedRoot(sum.high, first.low + (second.low + sum.low));
}

/** The root of `high + low`, after one step of Newton's method with its exact error. */
function improvedRoot(high: number, low: number): number {
  const root = Math.sqrt(high + low);
  const square = twoProduct(root, root);
  const difference = twoSum(high, -square.high);
  return root + (difference.high + (difference.low + (low - square.low))) / (2 * root);
}

/** The length by way of coordinates of about 1. */
function scaled(coordinates: readonly number[], largest: number): number {
  if (largest < 2 ** -1022) {
    const scale = 2 ** 1000;
    return (
      scaled(
        coordinates.map((x) => x * scale),
        largest * scale,
      ) / scale
    );
  }
  const exponent = Math.max(-1022, Math.min(1022, Math.floor(Math.log2(largest))));
  const scale = 2 ** -exponent;
  return (
    vectorLength(
      coordinates.map((x) => x * scale),
      largest * scale,
    ) / scale
  );
}
