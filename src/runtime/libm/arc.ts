/** The inverse trigonometric functions, all by one arc tangent of a quotient; correctly rounded but for rare cases. */
import { type DoubleDouble, twoProduct, twoSum } from './doubleDouble.js';
import { FIXED_ONE, FRACTION_BITS, once, piFixed, tangentSeries, toPair } from './fixed.js';

/** The table has the arc tangents of i / 64. */
const STEPS = 64;

const arcTable = once(() => {
  const high = new Float64Array(STEPS + 1);
  const low = new Float64Array(STEPS + 1);
  let sum = 0n;
  for (let i = 1; i <= STEPS; i++) {
    // atan(i / 64) - atan((i - 1) / 64)
    sum += tangentSeries(FIXED_ONE, BigInt(STEPS), BigInt(STEPS * STEPS + i * (i - 1)), true);
    [high[i], low[i]] = toPair(sum) as [number, number];
  }
  return { high, low };
});

const halfPi = once((): DoubleDouble => pair(toPair(piFixed(FRACTION_BITS) / 2n)));
const pi = once((): DoubleDouble => pair(toPair(piFixed(FRACTION_BITS))));

const pair = ([high, low]: readonly [number, number]): DoubleDouble => ({ high, low });

function plus(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const sum = twoSum(a.high, b.high);
  const low = sum.low + (a.low + b.low);
  const high = sum.high + low;
  return { high, low: low - (high - sum.high) };
}

const minus = (a: DoubleDouble): DoubleDouble => ({ high: -a.high, low: -a.low });

/** atan(y / x) for 0 <= y <= x, x > 0. */
function arcOfQuotient(y: DoubleDouble, x: DoubleDouble): DoubleDouble {
  const i = Math.round((y.high / x.high) * STEPS);
  const c = i / STEPS;
  // The rest: tan(atan(y / x) - atan(c)) = (y - c * x) / (x + c * y). The products with c, of 7 bits, lose little.
  const cx = twoProduct(c, x.high);
  const cy = twoProduct(c, y.high);
  const numerator = plus(y, { high: -cx.high, low: -cx.low - c * x.low });
  const denominator = plus(x, { high: cy.high, low: cy.low + c * y.low });
  const t = numerator.high / denominator.high;
  const product = twoProduct(t, denominator.high);
  const tLow = (numerator.high - product.high - product.low + numerator.low - t * denominator.low) / denominator.high;
  const square = t * t;
  const rest =
    tLow * (1 - square) +
    t * square * (-1 / 3 + square * (1 / 5 + square * (-1 / 7 + square * (1 / 9 + square * (-1 / 11)))));
  if (i === 0) {
    const high = t + rest;
    return { high, low: rest - (high - t) };
  }
  const table = arcTable();
  const sum = twoSum(table.high[i]!, t);
  const low = sum.low + rest + table.low[i]!;
  const high = sum.high + low;
  return { high, low: low - (high - sum.high) };
}

/** The angle of the point (x, y), x and y not both 0 and y >= 0. */
function angleOf(y: DoubleDouble, x: DoubleDouble): DoubleDouble {
  const left = x.high < 0;
  const across = left ? minus(x) : x;
  const steep = y.high > across.high || (y.high === across.high && y.low > across.low);
  const small = steep ? arcOfQuotient(across, y) : arcOfQuotient(y, across);
  if (!steep) return left ? plus(pi(), minus(small)) : small;
  return plus(halfPi(), left ? small : minus(small));
}

const exact = (high: number): DoubleDouble => ({ high, low: 0 });

export function atan(x: number): number {
  if (!(x < 1e17 && x > -1e17)) return Number.isNaN(x) ? x : x > 0 ? Math.PI / 2 : -Math.PI / 2;
  if (x < 1e-8 && x > -1e-8) return x === 0 ? x : x - (x * x * x) / 3;
  const result = angleOf(exact(Math.abs(x)), exact(1)).high;
  return x < 0 ? -result : result;
}

export function atan2(y: number, x: number): number {
  if (y - y !== 0 || x - x !== 0 || y === 0 || x === 0) return Math.atan2(y, x);
  let up = Math.abs(y);
  let across = x;
  const gap = Math.log2(up) - Math.log2(Math.abs(x));
  if (gap > 60) return y > 0 ? Math.PI / 2 : -Math.PI / 2;
  if (gap < -60) {
    if (x < 0) return y > 0 ? Math.PI : -Math.PI;
    return y / x;
  }
  // Sizes whose products neither overflow nor lose bits.
  const size = Math.max(up, Math.abs(x));
  if (size > 2 ** 900 || size < 2 ** -800) {
    const scale = size > 1 ? 2 ** -400 : 2 ** 400;
    up *= scale;
    across *= scale;
    if (size < 2 ** -800) {
      up *= scale;
      across *= scale;
    }
  }
  const result = angleOf(exact(up), exact(across)).high;
  return y < 0 ? -result : result;
}

/** sqrt(1 - x * x) for |x| <= 1. */
function complement(x: number): DoubleDouble {
  const square = twoProduct(x, x);
  const rest = plus(exact(1), minus(square));
  if (rest.high <= 0) return exact(0);
  const root = Math.sqrt(rest.high);
  const check = twoProduct(root, root);
  return { high: root, low: (rest.high - check.high - check.low + rest.low) / (2 * root) };
}

export function asin(x: number): number {
  const size = Math.abs(x);
  if (!(size <= 1)) return NaN;
  if (size < 1e-8) return x + (x * x * x) / 6;
  const result = angleOf(exact(size), complement(size)).high;
  return x < 0 ? -result : result;
}

export function acos(x: number): number {
  if (!(Math.abs(x) <= 1)) return NaN;
  if (x === 1) return 0;
  return angleOf(complement(x), exact(x)).high;
}
