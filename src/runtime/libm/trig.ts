/** Sine, cosine and tangent, correctly rounded in all but one case of many thousands, as the C library's nearly are. */
import type { DoubleDouble } from './doubleDouble.js';
import { FIXED_ONE, fixedProduct, once, toPair } from './fixed.js';
import { reduceAngle } from './reduce.js';

/** The table has the sines and cosines of i / 64. */
const STEPS = 64;
const ENTRIES = 52;
const SPLITTER = 134217729; // 2 ** 27 + 1

interface SineTable {
  readonly sine: Float64Array;
  readonly sineLow: Float64Array;
  readonly cosine: Float64Array;
  readonly cosineLow: Float64Array;
}

const sineTable = once((): SineTable => {
  const table = {
    sine: new Float64Array(ENTRIES),
    sineLow: new Float64Array(ENTRIES),
    cosine: new Float64Array(ENTRIES),
    cosineLow: new Float64Array(ENTRIES),
  };
  const [stepSine, stepCosine] = sineAndCosine(FIXED_ONE / BigInt(STEPS));
  let [sine, cosine] = [0n, FIXED_ONE];
  for (let i = 0; i < ENTRIES; i++) {
    [table.sine[i], table.sineLow[i]] = toPair(sine) as [number, number];
    [table.cosine[i], table.cosineLow[i]] = toPair(cosine) as [number, number];
    [sine, cosine] = [
      fixedProduct(sine, stepCosine) + fixedProduct(cosine, stepSine),
      fixedProduct(cosine, stepCosine) - fixedProduct(sine, stepSine),
    ];
  }
  return table;
});

/** sin and cos of the fixed-point number `x`, |x| < 1. */
function sineAndCosine(x: bigint): [sine: bigint, cosine: bigint] {
  const square = fixedProduct(x, x);
  let term = FIXED_ONE;
  let cosine = 0n;
  let sine = 0n;
  for (let n = 1n; term !== 0n; n += 2n) {
    cosine += term;
    sine += term / n;
    term = -fixedProduct(term, square) / (n * (n + 1n));
  }
  return [fixedProduct(sine, x), cosine];
}

/** `base` plus `factor * t` plus `rest`, with the product's and the sum's errors: rounded, or what is left then. */
function combine(base: number, factor: number, t: number, rest: number, wantsLow: boolean): number {
  const product = factor * t;
  const tf = SPLITTER * factor;
  const fHigh = tf - (tf - factor);
  const fLow = factor - fHigh;
  const tt = SPLITTER * t;
  const tHigh = tt - (tt - t);
  const tLow = t - tHigh;
  const error = fHigh * tHigh - product + fHigh * tLow + fLow * tHigh + fLow * tLow;
  const sum = base + product;
  const low = base - sum + product + error + rest;
  const high = sum + low;
  return wantsLow ? low - (high - sum) : high;
}

/** The sine (or the cosine) of a reduced angle, rounded, or what is left of it then. */
function ofReduced(angle: number, angleLow: number, wantsSine: boolean, wantsLow: boolean): number {
  const negative = angle < 0;
  const x = negative ? -angle : angle;
  const low = negative ? -angleLow : angleLow;
  const table = sineTable();
  const i = Math.round(x * STEPS);
  const t = x - i / STEPS;
  const square = t * t;
  // sin(t + low) = t + sineRest and cos(t + low) = 1 + cosineRest
  const sineRest =
    low +
    t * square * (-1 / 6 + square * (1 / 120 + square * (-1 / 5040 + square * (1 / 362880)))) -
    0.5 * square * low;
  const cosineRest = square * (-0.5 + square * (1 / 24 + square * (-1 / 720 + square * (1 / 40320)))) - t * low;
  const sine = table.sine[i]!;
  const cosine = table.cosine[i]!;
  if (!wantsSine) {
    const rest = cosine * cosineRest - sine * sineRest + (table.cosineLow[i]! - table.sineLow[i]! * t);
    return combine(cosine, -sine, t, rest, wantsLow);
  }
  if (i === 0) {
    const high = t + sineRest;
    const result = wantsLow ? sineRest - (high - t) : high;
    return negative ? -result : result;
  }
  const rest = sine * cosineRest + cosine * sineRest + (table.sineLow[i]! + table.cosineLow[i]! * t);
  const result = combine(sine, cosine, t, rest, wantsLow);
  return negative ? -result : result;
}

/** For the angle that is being worked on, and for nothing after that. */
const reduced = new Float64Array(2);

export function sin(x: number): number {
  if (x - x !== 0) return NaN;
  if (x < 1e-8 && x > -1e-8) return x === 0 ? x : x - (x * x * x) / 6;
  const quarters = reduceAngle(x, reduced);
  const result = ofReduced(reduced[0]!, reduced[1]!, (quarters & 1) === 0, false);
  return quarters >= 2 ? -result : result;
}

export function cos(x: number): number {
  if (x - x !== 0) return NaN;
  const quarters = reduceAngle(x, reduced);
  const result = ofReduced(reduced[0]!, reduced[1]!, (quarters & 1) === 1, false);
  return quarters === 1 || quarters === 2 ? -result : result;
}

export function tan(x: number): number {
  if (x - x !== 0) return NaN;
  if (x < 1e-8 && x > -1e-8) return x + (x * x * x) / 3;
  const quarters = reduceAngle(x, reduced);
  const sine = pairOf(true);
  const cosine = pairOf(false);
  return (quarters & 1) === 0 ? quotient(sine, cosine) : -quotient(cosine, sine);
}

/** The sine (or the cosine) of the reduced angle as the sum of two doubles. */
function pairOf(sine: boolean): DoubleDouble {
  const [angle, low] = reduced as unknown as [number, number];
  return { high: ofReduced(angle, low, sine, false), low: ofReduced(angle, low, sine, true) };
}

/** The rounded quotient of two sums of two doubles. */
function quotient(a: DoubleDouble, b: DoubleDouble): number {
  const q = a.high / b.high;
  const product = q * b.high;
  const tq = SPLITTER * q;
  const qHigh = tq - (tq - q);
  const qLow = q - qHigh;
  const tb = SPLITTER * b.high;
  const bHigh = tb - (tb - b.high);
  const bLow = b.high - bHigh;
  const error = qHigh * bHigh - product + qHigh * bLow + qLow * bHigh + qLow * bLow;
  return q + (a.high - product - error + a.low - q * b.low) / b.high;
}
