/**
 * e ** x and 2 ** x.
 *
 * `exp`, `exp2` and what `pow` needs take the steps of the C library's (S. Nagy, "Optimized routines", 2018: a table of 2 ** (i / 128) and a
 * polynomial), so that they round the same way in the rare cases that are nearly ties.
 */
import { powerOfTwo } from './bits.js';
import { twoProduct } from './doubleDouble.js';
import { FIXED_ONE, FRACTION_BITS, fixedProduct, fixedRoot, once, toDouble } from './fixed.js';

const STEPS = 128;
const INVERSE_STEP = Math.LOG2E * STEPS;
/** -ln(2) / 128: a part of 36 bits, whose product with a step count is exact, and the rest. */
const STEP_HIGH = -0.005415212348111709;
const STEP_LOW = -1.2864023111638344e-14;
/** 1.5 * 2 ** 52: adding it rounds to an int. */
const ROUNDER = 6755399441055744;

interface PowerTable {
  /** 2 ** (i / 128), rounded. */
  readonly value: Float64Array;
  /** What is missing, in relation to it. */
  readonly tail: Float64Array;
}

const powersOfTwo = once((): PowerTable => {
  let root = 2n * FIXED_ONE;
  for (let i = 1; i < STEPS; i *= 2) root = fixedRoot(root);
  const value = new Float64Array(STEPS);
  const tail = new Float64Array(STEPS);
  let power = FIXED_ONE;
  for (let i = 0; i < STEPS; i++) {
    const rounded = toDouble(power);
    value[i] = rounded;
    tail[i] = toDouble(power - BigInt(rounded * 2 ** FRACTION_BITS)) / rounded;
    power = fixedProduct(power, root);
  }
  return { value, tail };
});

/** `e ** x`. */
export function exp(x: number): number {
  if (!(x > -746 && x < 710)) return Number.isNaN(x) ? x : x > 0 ? Infinity : 0;
  if (x < 2 ** -54 && x > -(2 ** -54)) return 1 + x;
  return expPair(x, 0);
}

/** `e ** (x + low)`, for an x that may have such a power. */
export function expPair(x: number, low: number): number {
  const steps = INVERSE_STEP * x + ROUNDER - ROUNDER;
  const r = x + steps * STEP_HIGH + steps * STEP_LOW + low;
  const table = powersOfTwo();
  const i = steps & (STEPS - 1);
  const square = r * r;
  const rest =
    table.tail[i]! +
    r +
    square * (0.49999999999996786 + r * 0.16666666666665886) +
    square * square * (0.0416666808410674 + r * 0.008333335853059549);
  return scaled(table.value[i]!, rest, (steps - i) / STEPS);
}

/** `2 ** x`. */
export function exp2(x: number): number {
  if (!(x > -1076 && x < 1024)) return Number.isNaN(x) ? x : x > 0 ? Infinity : 0;
  if (x < 2 ** -54 && x > -(2 ** -54)) return 1 + x;
  const steps = x * STEPS + ROUNDER - ROUNDER;
  const r = x - steps / STEPS;
  const table = powersOfTwo();
  const i = steps & (STEPS - 1);
  const square = r * r;
  const product = twoProduct(r, Math.LN2);
  const rest =
    table.tail[i]! +
    product.low +
    product.high +
    square * (0.24022650695909065 + r * 0.0555041086686087) +
    square * square * (0.009618131975721055 + r * 0.0013332074570119598);
  return scaled(table.value[i]!, rest, (steps - i) / STEPS);
}

const SPLITTER = 134217729; // 2 ** 27 + 1

/** `value * (1 + rest) * 2 ** exponent`, rounded once. */
export function scaled(value: number, rest: number, exponent: number): number {
  // value * rest exactly, as high + low.
  const high = value * rest;
  const tv = SPLITTER * value;
  const vHigh = tv - (tv - value);
  const vLow = value - vHigh;
  const tr = SPLITTER * rest;
  const rHigh = tr - (tr - rest);
  const rLow = rest - rHigh;
  const low = vHigh * rHigh - high + vHigh * rLow + vLow * rHigh + vLow * rLow;
  return scaledSum(value, high, low, exponent);
}

/** `(a + b + c) * 2 ** exponent` for |a| > |b| > |c| and a near 1, rounded once. */
function scaledSum(a: number, b: number, c: number, exponent: number): number {
  const sum = a + b;
  const error = a - sum + b + c;
  if (exponent > -1021) {
    const result = sum + error;
    return exponent < 1023 ? result * powerOfTwo(exponent) : result * powerOfTwo(exponent - 8) * 256;
  }
  if (exponent < -1080) return 0;
  // Below the normal doubles: 1 is added, so that the sum is rounded where the subnormals end.
  const factor = powerOfTwo(exponent + 1022);
  const high = sum * factor;
  const low = error * factor;
  if (high + low >= 1) return (high + low) * 2 ** -1022;
  const rounded = 1 + high;
  return (rounded + (1 - rounded + high + low) - 1) * 2 ** -1022;
}
