/** The bits of a double. The view is scratch space: written and read within one call. */
const view = new DataView(new ArrayBuffer(8));

/** `2 ** exponent` for an int from -1022 to 1023. */
export function powerOfTwo(exponent: number): number {
  view.setUint32(4, 0);
  view.setUint32(0, (exponent + 1023) << 20);
  return view.getFloat64(0);
}

/** The exponent of a normal `x` > 0: `x = m * 2 ** exponent` with 1 <= m < 2. */
export function exponentOf(x: number): number {
  view.setFloat64(0, x);
  return (view.getUint32(0) >>> 20) - 1023;
}

/** The mantissa of a normal `x` > 0, in [1, 2), times `2 ** exponent`. */
export function withExponent(x: number, exponent: number): number {
  view.setFloat64(0, x);
  view.setUint32(0, (view.getUint32(0) & 0xfffff) | ((exponent + 1023) << 20));
  return view.getFloat64(0);
}

/** `x` with the lower 32 bits of its double cut off: its square is exact. */
export function upperHalf(x: number): number {
  view.setFloat64(0, x);
  view.setUint32(4, 0);
  return view.getFloat64(0);
}
