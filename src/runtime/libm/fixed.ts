/**
 * Constants and tables to more digits than a double has, computed once from their series as fixed-point integers.
 *
 * A fixed-point number is a bigint that counts units of 2 ** -FRACTION_BITS.
 */
export const FRACTION_BITS = 128;
const ONE = 1n << BigInt(FRACTION_BITS);

/** `value`, computed on the first call. */
export function once<T>(make: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= make());
}

/** atanh(1 / n) for n > 1, or atan(1 / n) when `alternating`. */
export function inverseTangent(n: bigint, alternating: boolean, one = ONE): bigint {
  return tangentSeries(one, 1n, n, alternating);
}

/** atanh(p / q), or atan(p / q) when `alternating`, for small p / q. */
export function tangentSeries(one: bigint, p: bigint, q: bigint, alternating: boolean): bigint {
  let power = (one * p) / q;
  const numerator = p * p;
  const denominator = q * q;
  let sum = power;
  for (let k = 3n; power !== 0n; k += 2n) {
    power = (power * numerator) / denominator;
    const term = power / k;
    sum += alternating && k % 4n === 3n ? -term : term;
  }
  return sum;
}

/** ln 2. */
export const ln2Fixed = once(
  () => 18n * inverseTangent(26n, false) - 2n * inverseTangent(4801n, false) + 8n * inverseTangent(8749n, false),
);

/** pi with `bits` bits after the point (J. Machin's formula). */
export function piFixed(bits: number): bigint {
  const one = 1n << BigInt(bits + 20);
  return (16n * inverseTangent(5n, true, one) - 4n * inverseTangent(239n, true, one)) >> 20n;
}

/** A fixed-point number as the sum of two doubles. */
export function toPair(value: bigint): [high: number, low: number] {
  const high = toDouble(value);
  return [high, toDouble(value - fromDouble(high))];
}

/**
 * A fixed-point number as a sum of doubles of `bits` bits each but for the last, so that products with ints of
 * 53 - bits bits are exact.
 */
export function toShortParts(value: bigint, bits: number, count: number, fractionBits = FRACTION_BITS): number[] {
  const parts: number[] = [];
  let rest = value;
  for (let i = 1; i < count; i++) {
    const drop = BigInt(Math.max(0, rest.toString(2).length - bits));
    const part = (rest >> drop) << drop;
    parts.push(Number(part) * 2 ** -fractionBits);
    rest -= part;
  }
  parts.push(Number(rest) * 2 ** -fractionBits);
  return parts;
}

export function toDouble(value: bigint): number {
  return Number(value) * 2 ** -FRACTION_BITS;
}

/** Exact for doubles that are multiples of 2 ** -FRACTION_BITS. */
function fromDouble(x: number): bigint {
  return BigInt(x * 2 ** FRACTION_BITS);
}

/** The square root of a fixed-point number. */
export function fixedRoot(value: bigint): bigint {
  const target = value << BigInt(FRACTION_BITS);
  let root = BigInt(Math.floor(Math.sqrt(toDouble(value)) * 2 ** 100)) << BigInt(FRACTION_BITS - 100);
  for (let i = 0; i < 4; i++) root = (root + target / root) >> 1n;
  return root;
}

export const fixedProduct = (a: bigint, b: bigint): bigint => (a * b) >> BigInt(FRACTION_BITS);

export { ONE as FIXED_ONE };
