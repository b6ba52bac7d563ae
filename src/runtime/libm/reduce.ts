/**
 * Angles reduced to a quarter turn: x = quarters * pi / 2 + (high + low), |high + low| <= pi / 4. High and low go into an array of the
 * caller's, since an object for them takes as long as the sine.
 */
import { exponentOf } from './bits.js';
import { once, piFixed, toShortParts } from './fixed.js';

const ROUNDER = 6755399441055744;
/** Up to here the parts of pi / 2 have exact products with the number of quarters. */
const SMALL = 1.6e6;

const PART_BITS = 200;
const halfPiParts = once(
  () => toShortParts(piFixed(PART_BITS) / 2n, 33, 4, PART_BITS) as [number, number, number, number],
);

/** Puts high and low into `into` and gives the number of quarter turns, modulo 4. */
export function reduceAngle(x: number, into: Float64Array): number {
  if (x <= Math.PI / 4 && x >= -Math.PI / 4) {
    into[0] = x;
    into[1] = 0;
    return 0;
  }
  if (x > SMALL || x < -SMALL) return reduceLarge(x, into);
  const parts = halfPiParts();
  const n = x * (2 / Math.PI) + ROUNDER - ROUNDER;
  const a = x - n * parts[0];
  // a - n * parts[1] - n * parts[2] - n * parts[3], with the errors of the sums.
  const b = -n * parts[1];
  const first = a + b;
  let other = first - a;
  const firstLow = a - (first - other) + (b - other);
  const c = -n * parts[2];
  const second = first + c;
  other = second - first;
  const low = first - (second - other) + (c - other) + firstLow - n * parts[3];
  const high = second + low;
  into[0] = high;
  into[1] = low - (high - second);
  return n & 3;
}

const LARGE_BITS = 1280;
const largePi = once(() => piFixed(LARGE_BITS));

/** Exactly, with as many digits of pi as the largest double needs. */
function reduceLarge(x: number, into: Float64Array): number {
  const size = Math.abs(x);
  const exponent = Math.max(0, exponentOf(size) - 52);
  // size = mantissa * 2 ** exponent with an int mantissa, since size >= SMALL; below 2 ** 52 a fraction may be left.
  const fraction = size < 2 ** 52 ? 60 : 0;
  const numerator = (BigInt(size * 2 ** (fraction - exponent)) << BigInt(exponent + LARGE_BITS)) >> BigInt(fraction);
  const halfPi = largePi() / 2n;
  let quarters = numerator / halfPi;
  let rest = numerator - quarters * halfPi;
  if (2n * rest > halfPi) {
    rest -= halfPi;
    quarters++;
  }
  const high = toLargeDouble(rest);
  const low = toLargeDouble(rest - BigInt(Math.round(high * 2 ** 120)) * (1n << BigInt(LARGE_BITS - 120)));
  const turn = Number(quarters & 3n);
  into[0] = x < 0 ? -high : high;
  into[1] = x < 0 ? -low : low;
  return x < 0 ? -turn & 3 : turn;
}

function toLargeDouble(value: bigint): number {
  return Number(value >> BigInt(LARGE_BITS - 600)) * 2 ** -600;
}
