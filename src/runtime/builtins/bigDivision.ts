/**
 * Division of big integers that are about equally long. V8 divides as if the quotient were as long as the divisor; a short
 * quotient is found from the leading digits alone, and corrected by the remainder.
 */

/** Below this many bits V8's own division is as good. */
const LONG_BITS = 8192;
/** How exactly lengths are looked for, in bits. */
const GRAIN = 64n;
/** Bits of the divisor beyond those of the quotient, which keep the error of the guess below one. */
const GUARD_BITS = 4n * GRAIN;

/** `[x / y, x % y]` of two positive numbers, or null where V8 had better divide itself. */
export function shortQuotient(x: bigint, y: bigint): [quotient: bigint, rest: bigint] | null {
  if (BigInt.asUintN(LONG_BITS, y) === y) return null;
  const high = powerAbove(y);
  if (x >> (high + high / 8n) !== 0n) return null;
  const length = lengthOf(y, high);
  // Bits of the quotient, at the most; the next shift says whether they are that few.
  const used = length / 8n;
  if (used < 2n * GUARD_BITS || x >> (length + used - GUARD_BITS) !== 0n) return null;
  const shift = length - used;
  let quotient = (x >> shift) / (y >> shift);
  let rest = x - quotient * y;
  while (rest < 0n) {
    quotient -= 1n;
    rest += y;
  }
  while (rest >= y) {
    quotient += 1n;
    rest -= y;
  }
  return [quotient, rest];
}

/** A power of two of bits that `y` has not. */
function powerAbove(y: bigint): bigint {
  let high = BigInt(LONG_BITS);
  while (y >> high !== 0n) high *= 2n;
  return high;
}

/** The number of bits, which is below `high`, rounded down to a multiple of the grain. */
function lengthOf(y: bigint, high: bigint): bigint {
  let low = high / 2n;
  let above = high;
  while (above - low > GRAIN) {
    const middle = (low + above) / 2n;
    if (y >> middle !== 0n) low = middle;
    else above = middle;
  }
  return low;
}
