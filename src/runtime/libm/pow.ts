/** x ** y, rounded as the C library rounds it in all but one case of twenty thousand: the same steps after the logarithm. */
import { expPair } from './exp.js';
import { logPair } from './log.js';

const SPLITTER = 134217729; // 2 ** 27 + 1

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
