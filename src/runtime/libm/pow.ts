/** x ** y, correctly rounded in all but one case of many thousands, as the C library's is. */
import { powersOfTwo, scaledSum } from './exp.js';
import { ln2Fixed, once, toShortParts } from './fixed.js';
import { logPair } from './log.js';

const STEPS = 128;
const SPLITTER = 134217729; // 2 ** 27 + 1
const ROUNDER = 6755399441055744;

/** ln(2) / 128 in parts, the first two short enough that their products with step counts are exact. */
const stepParts = once(() => toShortParts(ln2Fixed() / BigInt(STEPS), 33, 3) as [number, number, number]);

/** C's `pow`. */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (y === 1) return x;
  if (x - x !== 0 || y - y !== 0 || x === 0) {
    // Both libraries agree on zeros, infinities and nans, but for -1 ** inf.
    return x === -1 && !Number.isNaN(y) ? 1 : x ** y;
  }
  let negative = false;
  if (x < 0) {
    if (!Number.isInteger(y)) return NaN;
    negative = y % 2 !== 0;
  }
  const size = Math.abs(x);
  const result = size === 1 ? 1 : positivePower(size, y);
  return negative ? -result : result;
}

function positivePower(x: number, y: number): number {
  if (y === 2) return x * x;
  if (y === 0.5) return Math.sqrt(x);
  if (y === -1) return 1 / x;
  if (y > 2 ** 65 || y < -(2 ** 65)) return x > 1 === y > 0 ? Infinity : 0;
  if (y > -(2 ** -70) && y < 2 ** -70) return 1;
  const { high, low } = logPair(x);
  // y * ln(x) as a sum of two doubles
  const product = y * high;
  if (product > 710) return Infinity;
  if (product < -746) return 0;
  const ty = SPLITTER * y;
  const yHigh = ty - (ty - y);
  const yLow = y - yHigh;
  const th = SPLITTER * high;
  const hHigh = th - (th - high);
  const hLow = high - hHigh;
  const productLow = yHigh * hHigh - product + yHigh * hLow + yLow * hHigh + yLow * hLow + y * low;
  return expPair(product, productLow);
}

/** e ** (x + low). */
function expPair(x: number, low: number): number {
  const [first, second, third] = stepParts();
  const steps = x * (STEPS * Math.LOG2E) + ROUNDER - ROUNDER;
  const a = x - steps * first;
  const b = -steps * second;
  let r = a + b;
  const other = r - a;
  let rLow = a - (r - other) + (b - other) + (low - steps * third);
  const normal = r + rLow;
  rLow -= normal - r;
  r = normal;
  const square = r * r;
  const series = square * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r * (1 / 720)))));
  const table = powersOfTwo();
  const i = steps & (STEPS - 1);
  const value = table.value[i]!;
  const small = rLow + series + table.tail[i]!;
  const rest = r + small;
  const restLow = small - (rest - r) + r * table.tail[i]!;
  // value * rest exactly
  const high = value * rest;
  const tv = SPLITTER * value;
  const vHigh = tv - (tv - value);
  const vLow = value - vHigh;
  const tr = SPLITTER * rest;
  const rHigh = tr - (tr - rest);
  const rRest = rest - rHigh;
  const error = vHigh * rHigh - high + vHigh * rRest + vLow * rHigh + vLow * rRest;
  return scaledSum(value, high, error + value * restLow, (steps - i) / STEPS);
}
