/** Logarithms, correctly rounded in all but one case of many thousands, as the C library's are. */

import { exponentOf, withExponent } from './bits.js';
import type { DoubleDouble } from './doubleDouble.js';
import { FIXED_ONE, inverseTangent, ln2Fixed, once, toPair, toShortParts } from './fixed.js';

/** The mantissa, in [0.75, 1.5), is multiplied by k / 256 to come near 1. */
const UNIT = 256;
const LOWEST = 171;
const HIGHEST = 341;

interface LogTable {
  /** -ln(k / 256) for k from LOWEST to HIGHEST, as sums of two doubles. */
  readonly high: Float64Array;
  readonly low: Float64Array;
  /** ln 2 as a part of 40 bits and the rest. */
  readonly ln2High: number;
  readonly ln2Low: number;
}

const logTable = once((): LogTable => {
  const high = new Float64Array(HIGHEST - LOWEST + 1);
  const low = new Float64Array(HIGHEST - LOWEST + 1);
  const logs = logsOfInts(HIGHEST);
  for (let k = LOWEST; k <= HIGHEST; k++) {
    [high[k - LOWEST], low[k - LOWEST]] = toPair(logs[UNIT]! - logs[k]!) as [number, number];
  }
  const [ln2High, ln2Low] = toShortParts(ln2Fixed(), 40, 2) as [number, number];
  return { high, low, ln2High, ln2Low };
});

/** ln(k) for k up to `last`: a series for each prime, a sum for the others. */
function logsOfInts(last: number): bigint[] {
  const logs = [0n, 0n, ln2Fixed()];
  for (let k = 3; k <= last; k++) {
    let factor = 2;
    while (factor * factor <= k && k % factor !== 0) factor++;
    // ln(k / (k - 1)) = 2 atanh(1 / (2k - 1))
    if (factor * factor > k) logs.push(logs[k - 1]! + 2n * inverseTangent(BigInt(2 * k - 1), false));
    else logs.push(logs[factor]! + logs[k / factor]!);
  }
  return logs;
}

const SPLITTER = 134217729; // 2 ** 27 + 1

/** ln(x) for a finite x > 0, as the sum of two doubles. */
export function logPair(x: number): DoubleDouble {
  let exponent = 0;
  let value = x;
  if (value < 2 ** -1022) {
    value *= 2 ** 54;
    exponent = -54;
  }
  exponent += exponentOf(value);
  let m = withExponent(value, 0);
  if (m >= 1.5) {
    m *= 0.5;
    exponent++;
  }
  const table = logTable();
  const k = Math.round(UNIT / m);
  // r = m * k / 256 - 1, exactly: the halves of m have few enough bits.
  const t = SPLITTER * m;
  const mHigh = t - (t - m);
  const factor = k / UNIT;
  const first = mHigh * factor - 1;
  const second = (m - mHigh) * factor;
  const r = first + second;
  const rLow = second - (r - first);
  return assemble(exponent, table, k - LOWEST, r, rLow);
}

/** exponent * ln 2 + the table's entry + ln(1 + r + rLow). */
function assemble(exponent: number, table: LogTable, index: number, r: number, rLow: number): DoubleDouble {
  // r ** 2 exactly
  const square = r * r;
  const t = SPLITTER * r;
  const rTop = t - (t - r);
  const rRest = r - rTop;
  const squareLow = rTop * rTop - square + 2 * rTop * rRest + rRest * rRest;
  const series =
    r *
    square *
    (1 / 3 + r * (-1 / 4 + r * (1 / 5 + r * (-1 / 6 + r * (1 / 7 + r * (-1 / 8 + r * (1 / 9 - r / 10)))))));
  const half = -0.5 * square;
  const head = r + half;
  let low = half - (head - r) + (rLow - 0.5 * squareLow - r * rLow + series);
  // Adds the constants; each sum's error goes to the low part.
  const a = exponent * table.ln2High;
  const b = table.high[index]!;
  const constant = a + b;
  let other = constant - a;
  const constantLow = a - (constant - other) + (b - other);
  const sum = constant + head;
  other = sum - constant;
  low += constantLow + (constant - (sum - other) + (head - other)) + (exponent * table.ln2Low + table.low[index]!);
  const high = sum + low;
  return { high, low: low - (high - sum) };
}

/** The natural logarithm. nan below 0, -inf at 0. */
export function log(x: number): number {
  if (!(x > 0 && x < Infinity)) return outside(x);
  return logPair(x).high;
}

function outside(x: number): number {
  if (x === 0) return -Infinity;
  return x === Infinity ? x : NaN;
}

const inverseLn2 = once(() => toPair((FIXED_ONE * FIXED_ONE) / ln2Fixed()));

/** The logarithm to base 2. */
export function log2(x: number): number {
  if (!(x > 0 && x < Infinity)) return outside(x);
  const { high, low } = logPair(x);
  const [factor, factorLow] = inverseLn2();
  const product = high * factor;
  const ta = SPLITTER * high;
  const aHigh = ta - (ta - high);
  const aLow = high - aHigh;
  const tb = SPLITTER * factor;
  const bHigh = tb - (tb - factor);
  const bLow = factor - bHigh;
  const error = aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
  return product + (error + high * factorLow + low * factor);
}

/** log10(2) as a part of 33 bits and the rest. */
const LOG10_2_HIGH = 0.30102999566361177;
const LOG10_2_LOW = 3.694239077158931e-13;

/** The logarithm to base 10, by the C library's steps. */
export function log10(x: number): number {
  if (!(x > 0 && x < Infinity)) return outside(x);
  let value = x;
  let exponent = 0;
  if (value < 2 ** -1022) {
    value *= 2 ** 54;
    exponent = -54;
  }
  exponent += exponentOf(value);
  const negative = exponent < 0 ? 1 : 0;
  const shifts = exponent + negative;
  const z = shifts * LOG10_2_LOW + Math.LOG10E * log(withExponent(value, -negative));
  return z + shifts * LOG10_2_HIGH;
}
