/**
 * Doubles that are not numbers, told apart by their unused bits. A float loses its box where it is kept as a raw double;
 * these bits go with it, so that containers and `is` still know which `float('nan')` it came from.
 */

/** Upper word of the ones made here, but for the sign: quiet, and with bits that no computation comes to. */
const MARK = 0x7ffa5c3e;
const PLAIN = 0x7ff80000;

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
const other = new Float64Array(1);
const otherWords = new Uint32Array(other.buffer);

/** What `float('nan')` gives: one that is no other. */
export function freshNaN(isNegative = false): number {
  words[1] = isNegative ? MARK | 0x80000000 : MARK;
  words[0] = Math.random() * 0x100000000;
  return double[0]!;
}

/** Whether two that are not numbers may be one object. Of computed ones nobody knows. */
export function isSameNaN(a: number, b: number): boolean {
  double[0] = a;
  other[0] = b;
  if ((words[1]! & 0x7fffffff) !== MARK || (otherWords[1]! & 0x7fffffff) !== MARK) return true;
  return words[0] === otherWords[0] && words[1] === otherWords[1];
}

/** The sign bit. */
export function isNegative(v: number): boolean {
  double[0] = v;
  return words[1]! >= 0x80000000;
}

/** `v` with the bits that CPython gives it, for where they are written. */
export function writtenNaN(v: number): number {
  if (v === v) return v;
  double[0] = v;
  const top = words[1]!;
  if ((top & 0x7fffffff) !== MARK) return v;
  words[0] = 0;
  words[1] = top < 0x80000000 ? PLAIN : PLAIN | 0x80000000;
  return double[0]!;
}
