/**
 * CPython's hash of a float without big integers: the value modulo 2 ** 61 - 1, in which multiplying by a power of two is
 * rotating 61 bits.
 * Spec: https://docs.python.org/3/library/stdtypes.html#hashing-of-numeric-types
 */

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);

/** The 64 bits of a hash, low word and (signed) high word. Overwritten by the next call. */
export interface Words {
  low: number;
  high: number;
}

const result: Words = { low: 0, high: 0 };

/** For a finite value that is not 0. */
export function hashFloatWords(v: number): Words {
  double[0] = v;
  const top = words[1]!;
  const biased = (top >>> 20) & 0x7ff;
  let low = words[0]!;
  let high = (top & 0xfffff) | (biased === 0 ? 0 : 0x100000);
  let left = ((((biased === 0 ? 1 : biased) - 1075) % 61) + 61) % 61;
  while (left > 0) {
    const step = left < 29 ? left : 29;
    const carried = high >>> (29 - step);
    high = ((high << step) | (low >>> (32 - step))) & 0x1fffffff;
    low = ((low << step) | carried) >>> 0;
    left -= step;
  }
  if (v < 0) {
    if (high === 0 && low === 1) low = 2;
    low = -low >>> 0;
    high = ~high + (low === 0 ? 1 : 0);
  }
  result.low = low;
  result.high = high;
  return result;
}
