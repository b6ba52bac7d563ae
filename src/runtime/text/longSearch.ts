/**
 * Searching for something long in linear time, whatever the texts are like: the engine's own search is quadratic where
 * they repeat themselves. After Knuth, Morris and Pratt, "Fast pattern matching in strings", SIAM J. Comput. 6 (1977).
 */
import { unitAt } from './units.js';

/** From this length on, of what is searched for and of what it is searched in. */
const LONG = 1000;

export const isLong = (needle: number, haystack: number): boolean => needle >= LONG && haystack >= 2 * LONG;

/** For each prefix the length of the longest end of it that it also begins with. */
function borders(needle: Uint16Array | Uint8Array): Int32Array {
  const table = new Int32Array(needle.length);
  for (let i = 1, k = 0; i < needle.length; i++) {
    while (k > 0 && needle[i] !== needle[k]) k = table[k - 1]!;
    if (needle[i] === needle[k]) k++;
    table[i] = k;
  }
  return table;
}

/** First place of the needle at or after `from`, or -1; `at` gives the haystack's units. */
function search(needle: Uint16Array | Uint8Array, at: (i: number) => number, from: number, length: number): number {
  const table = borders(needle);
  for (let i = from, k = 0; i < length; i++) {
    const unit = at(i);
    while (k > 0 && unit !== needle[k]) k = table[k - 1]!;
    if (unit === needle[k]) k++;
    if (k === needle.length) return i - k + 1;
  }
  return -1;
}

/** `s.indexOf(sub, from)`. */
export function indexOfText(s: string, sub: string, from = 0): number {
  if (!isLong(sub.length, s.length - from)) return s.indexOf(sub, from);
  const needle = new Uint16Array(sub.length);
  for (let i = 0, size = sub.length; i < size; i++) needle[i] = unitAt(sub, i);
  return search(needle, (i) => unitAt(s, i), from, s.length);
}

/** The same for bytes. */
export const indexOfLongBytes = (data: Uint8Array, part: Uint8Array, from: number): number =>
  search(part, (i) => data[i]!, from, data.length);
