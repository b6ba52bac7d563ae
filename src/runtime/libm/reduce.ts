/** Angles reduced to a quarter turn: x = quarters * pi / 2 + (high + low), |high + low| <= pi / 4. */
import { exponentOf } from './bits.js';
import { once, piFixed, toShortParts } from './fixed.js';

export interface Angle {
  /** The number of quarter turns, modulo 4. */
  readonly quarters: number;
  readonly high: number;
  readonly low: number;
}

const ROUNDER = 6755399441055744;
/** Up to here the parts of pi / 2 have exact products with the number of quarters. */
const SMALL = 1.6e6;

const PART_BITS = 200;
const halfPiParts = once(
  () => toShortParts(piFixed(PART_BITS) / 2n, 33, 4, PART_BITS) as [number, number, number, number],
);

export function reduceAngle(x: number): Angle {
  if (x <= Math.PI / 4 && x >= -Math.PI / 4) return { quarters: 0, high: x, low: 0 };
  if (x > SMALL || x < -SMALL) return reduceLarge(x);
  const [p1, p2, p3, p4] = halfPiParts();
  const n = x * (2 / Math.PI) + ROUNDER - ROUNDER;
  const a = x - n * p1;
  // a - n * p2 - n * p3 - n * p4, with the errors of the sums.
  const b = -n * p2;
  const first = a + b;
  let other = first - a;
  const firstLow = a - (first - other) + (b - other);
  const c = -n * p3;
  const second = first + c;
  other = second - first;
  const low = first - (second - other) + (c - other) + firstLow - n * p4;
  const high = second + low;
  return { quarters: n & 3, high, low: low - (high - second) };
}

const LARGE_BITS = 1280;
const largePi = once(() => piFixed(LARGE_BITS));

/** Exactly, with as many digits of pi as the largest double needs. */
function reduceLarge(x: number): Angle {
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
  return x < 0 ? { quarters: -turn & 3, high: -high, low: -low } : { quarters: turn, high, low };
}

function toLargeDouble(value: bigint): number {
  return Number(value >> BigInt(LARGE_BITS - 600)) * 2 ** -600;
}
