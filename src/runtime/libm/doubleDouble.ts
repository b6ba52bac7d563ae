/**
 * Numbers as the unevaluated sum of two doubles, about 106 bits.
 *
 * Algorithms: T. J. Dekker, "A Floating-Point Technique for Extending the Available Precision" (1971); D. Knuth, TAOCP 2.
 */
export interface DoubleDouble {
  readonly high: number;
  readonly low: number;
}

/** `a + b` exactly. */
export function twoSum(a: number, b: number): DoubleDouble {
  const high = a + b;
  const other = high - a;
  return { high, low: a - (high - other) + (b - other) };
}

const SPLITTER = 134217729; // 2 ** 27 + 1

/** `a * b` exactly, unless it overflows or loses bits below the subnormals. */
export function twoProduct(a: number, b: number): DoubleDouble {
  const high = a * b;
  const ta = SPLITTER * a;
  const aHigh = ta - (ta - a);
  const aLow = a - aHigh;
  const tb = SPLITTER * b;
  const bHigh = tb - (tb - b);
  const bLow = b - bHigh;
  return { high, low: aHigh * bHigh - high + aHigh * bLow + aLow * bHigh + aLow * bLow };
}
