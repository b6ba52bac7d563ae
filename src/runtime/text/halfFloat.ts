/** IEEE 754 half precision, for struct's format 'e'. */

/** The double that the 16 bits stand for. */
export function unpackHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

/** The 16 bits nearest to `x`, ties to even; infinity where `x` is too large. */
export function packHalf(x: number): number {
  if (Number.isNaN(x)) return 0x7e00;
  const sign = x < 0 || Object.is(x, -0) ? 0x8000 : 0;
  const size = Math.abs(x);
  if (size >= 65520) return sign | 0x7c00;
  // Steps of the result: 2**-24 for the smallest numbers, else 2**-10 of the power of two below.
  const exponent = Math.max(Math.floor(Math.log2(size)), -14);
  const low = size < 2 ** exponent ? exponent - 1 : exponent;
  const base = Math.max(low, -14);
  const steps = roundHalfEven(size / 2 ** (base - 10));
  if (base === -14 && steps < 1024) return sign | steps;
  // 2048 steps are the next power of two: the carry runs into the exponent by itself.
  return sign + ((base + 15) << 10) + (steps - 1024);
}

function roundHalfEven(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  if (rest !== 0.5) return rest < 0.5 ? floor : floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}
