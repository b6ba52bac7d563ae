/**
 * Code points of JavaScript strings.
 *
 * Python's length, indexes and slices count code points; a JavaScript string counts UTF-16 units. They differ only in
 * strings with surrogate pairs. A lone surrogate is a code point of its own, as in Python.
 */
import { unitAt } from './units.js';

// Shorter strings are scanned each time: that costs less than the look in the cache.
const CACHED_LENGTH = 64;
const CACHE_SIZE = 4;
const FEW = 24;
// An index remembers where every 64th code point begins.
const STRIDE_BITS = 6;
const STRIDE = 1 << STRIDE_BITS;
const SURROGATE = /[\ud800-\udfff]/;

interface Scan {
  text: string;
  /** Unit offsets of the code points 0, 64, 128, …; undefined if the text has no surrogates. */
  readonly offsets: Uint32Array | undefined;
  readonly length: number;
}

/** The strings that were asked for last: a loop over two long texts must not scan them at every index. */
const recent: Scan[] = [];
let next = 0;

function scan(s: string): Scan {
  for (let i = 0; i < recent.length; i++) {
    const entry = recent[i]!;
    if (entry.text !== s) continue;
    // An equal string at another address would be compared character by character the next time too.
    entry.text = s;
    return entry;
  }
  const entry = SURROGATE.test(s) ? indexed(s) : { text: s, offsets: undefined, length: s.length };
  recent[next] = entry;
  next = (next + 1) % CACHE_SIZE;
  return entry;
}

function indexed(s: string): Scan {
  const offsets = new Uint32Array((s.length >> STRIDE_BITS) + 1);
  let count = 0;
  for (let unit = 0, size = s.length; unit < size; unit += unitsAt(s, unit)) {
    if ((count & (STRIDE - 1)) === 0) offsets[count >> STRIDE_BITS] = unit;
    count++;
  }
  return { text: s, offsets, length: count };
}

/** Units of the code point at a unit offset: 2 for a surrogate pair, else 1. */
function unitsAt(s: string, unit: number): 1 | 2 {
  const high = unitAt(s, unit);
  if ((high & 0xfc00) !== 0xd800) return 1;
  return (unitAt(s, unit + 1) & 0xfc00) === 0xdc00 ? 2 : 1;
}

/** Whether the string has no surrogates, so that UTF-16 units and code points are the same. */
export function isBmp(s: string): boolean {
  return s.length < CACHED_LENGTH ? !hasSurrogates(s) : scan(s).offsets === undefined;
}

/** Calling a regular expression costs more than looking at a few characters. */
export function hasSurrogates(s: string): boolean {
  if (s.length > FEW) return SURROGATE.test(s);
  for (let i = 0, size = s.length; i < size; i++) if ((unitAt(s, i) & 0xf800) === 0xd800) return true;
  return false;
}

/** `len(s)`. */
export function cpLength(s: string): number {
  if (s.length >= CACHED_LENGTH) return scan(s).length;
  if (!hasSurrogates(s)) return s.length;
  let count = 0;
  for (let unit = 0, size = s.length; unit < size; unit += unitsAt(s, unit)) count++;
  return count;
}

/** The unit offset of code point `index`, 0 <= index <= length. */
export function cpIndexToUnit(s: string, index: number): number {
  let unit = 0;
  let left = index;
  if (s.length >= CACHED_LENGTH) {
    const { offsets, length } = scan(s);
    if (offsets === undefined) return index;
    if (index === length) return s.length;
    unit = offsets[index >> STRIDE_BITS]!;
    left = index & (STRIDE - 1);
  } else if (!hasSurrogates(s)) return index;
  for (; left > 0; left--) unit += unitsAt(s, unit);
  return unit;
}

/** How many code points begin before the unit offset `unit`. */
export function unitToCpIndex(s: string, unit: number): number {
  let at = 0;
  let count = 0;
  if (s.length >= CACHED_LENGTH) {
    const { offsets, length } = scan(s);
    if (offsets === undefined) return unit;
    if (unit >= s.length) return length;
    let low = 0;
    let high = (length - 1) >> STRIDE_BITS;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (offsets[middle]! <= unit) low = middle;
      else high = middle - 1;
    }
    at = offsets[low]!;
    count = low << STRIDE_BITS;
  } else if (!hasSurrogates(s)) return unit;
  for (; at < unit; at += unitsAt(s, at)) count++;
  return count;
}

/** `s[index]`, 0 <= index < length. */
export function cpAt(s: string, index: number): string {
  if (isBmp(s)) return s[index]!;
  const unit = cpIndexToUnit(s, index);
  return s.slice(unit, unit + unitsAt(s, unit));
}

/** `s[start:stop:step]` with bounds already normalised as by `slice.indices`. */
export function cpSlice(s: string, start: number, stop: number, step = 1): string {
  const plain = isBmp(s);
  if (step === 1) {
    if (stop <= start) return '';
    return plain ? s.slice(start, stop) : s.slice(cpIndexToUnit(s, start), cpIndexToUnit(s, stop));
  }
  if (plain && (stop - start) / step > FEW && !BEYOND_LATIN1.test(s)) return latin1Slice(s, start, stop, step);
  const codes: number[] = [];
  const source = plain ? null : cpCodes(s);
  for (let i = start; step > 0 ? i < stop : i > stop; i += step)
    codes.push(source === null ? unitAt(s, i) : source[i]!);
  return source === null ? fromUnits(codes) : fromCodes(codes);
}

/** The same of a text that has one byte a character, which a step of more or less than 1 takes from its bytes. */
function latin1Slice(s: string, start: number, stop: number, step: number): string {
  const first = step > 0 ? start : stop + 1;
  const bytes = Buffer.from(step > 0 ? s.slice(start, stop) : s.slice(first, start + 1), 'latin1');
  if (step === -1) return bytes.reverse().latin1Slice(0, bytes.length);
  const count = Math.ceil((stop - start) / step);
  // Forwards nothing is overwritten that is still to be read.
  const picked = step > 0 ? bytes : Buffer.allocUnsafe(count);
  for (let i = 0, at = start - first; i < count; i++, at += step) picked[i] = bytes[at]!;
  return picked.latin1Slice(0, count);
}

const BEYOND_LATIN1 = /[^\0-\xff]/;
/** More would be too many arguments for a call. */
const AT_ONCE = 4096;

/** The string of these UTF-16 units; safe for long arrays. */
export function fromUnits(units: number[]): string {
  if (units.length <= AT_ONCE) return String.fromCharCode.apply(null, units);
  let result = '';
  for (let i = 0; i < units.length; i += AT_ONCE) {
    result += String.fromCharCode.apply(null, units.slice(i, i + AT_ONCE));
  }
  return result;
}

/** The code points as strings of length one. */
export function cpChars(s: string): string[] {
  return isBmp(s) ? s.split('') : Array.from(s);
}

/** The code points as numbers. */
export function cpCodes(s: string): number[] {
  const codes: number[] = [];
  for (let i = 0, size = s.length; i < size; i++) {
    const code = s.codePointAt(i)!;
    if (code > 0xffff) i++;
    codes.push(code);
  }
  return codes;
}

/** The string of these code points; safe for long arrays. */
export function fromCodes(codes: ArrayLike<number>): string {
  let result = '';
  for (let i = 0; i < codes.length; i += 4096) {
    result += String.fromCodePoint(...Array.prototype.slice.call(codes, i, i + 4096));
  }
  return result;
}

/** -1, 0 or 1 by code points: the order of JavaScript's `<` but for surrogates, which it puts below U+E000. */
export function cpCompare(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = unitAt(a, i);
    const y = unitAt(b, i);
    if (x === y) continue;
    // Half of a pair stands for something above the whole BMP, unless both are halves.
    const isX = (x & 0xf800) === 0xd800 && isInPair(a, i);
    const isY = (y & 0xf800) === 0xd800 && isInPair(b, i);
    if (isX !== isY) return isX ? 1 : -1;
    return x < y ? -1 : 1;
  }
  return a.length < b.length ? -1 : 1;
}

function isInPair(s: string, unit: number): boolean {
  if ((unitAt(s, unit) & 0xfc00) === 0xd800) return (unitAt(s, unit + 1) & 0xfc00) === 0xdc00;
  return unit > 0 && (unitAt(s, unit - 1) & 0xfc00) === 0xd800;
}
