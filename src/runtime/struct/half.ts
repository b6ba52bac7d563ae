/** IEEE 754 binary16, which DataView lacks on Node 20. */

const MAX_HALF_EXCLUSIVE = 65520; // from here on a number rounds to 2**16

/** The 16 bits of the nearest half to `value`, ties to even; null if it is finite and too large. */
export function halfBits(value: number): number | null {
  if (Number.isNaN(value)) return 0x7e00;
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const magnitude = Math.abs(value);
  if (magnitude === Infinity) return sign | 0x7c00;
  if (magnitude >= MAX_HALF_EXCLUSIVE) return null;
  if (magnitude < 2 ** -14) return sign | roundHalfEven(magnitude * 2 ** 24);
  const exponent = exponentOf(magnitude);
  // A mantissa that rounds up to 2048 carries into the exponent, which is what it should do.
  return sign | (((exponent + 15) << 10) + roundHalfEven(magnitude * 2 ** (10 - exponent)) - 1024);
}

/** The number that 16 bits stand for. */
export function halfValue(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction ? NaN : sign * Infinity;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

function exponentOf(magnitude: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, magnitude);
  return ((view.getUint16(0) >> 4) & 0x7ff) - 1023;
}

function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
}
