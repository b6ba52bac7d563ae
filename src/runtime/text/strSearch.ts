/**
 * Searching in strings: find, rfind, count, startswith, endswith, replace, on ranges of code points.
 *
 * Bounds are Python's optional `start` and `end` as numbers: negative ones count from the end, all are clamped
 * (a caller with a huge int passes an infinity).
 * Spec: https://docs.python.org/3/library/stdtypes.html#str.find
 */
import { unitAt } from './units.js';
import { cpChars, cpIndexToUnit, cpLength, isBmp, unitToCpIndex } from './codePoints.js';
import { indexOfText } from './longSearch.js';
import type { TextKind } from './strSplit.js';
import type { Dialect } from './unicodeCategory.js';

interface Range {
  readonly start: number;
  readonly end: number;
}

/** The range in UTF-16 units; undefined if it is no range of the string (start beyond the end of either). */
function unitRange(s: string, start: number, end: number): Range | undefined {
  if (start === 0 && end >= s.length) return { start: 0, end: s.length };
  const length = cpLength(s);
  let first = start < 0 ? Math.max(start + length, 0) : start;
  let last = end < 0 ? Math.max(end + length, 0) : Math.min(end, length);
  if (first > last) return undefined;
  if (length !== s.length) {
    first = cpIndexToUnit(s, first);
    last = cpIndexToUnit(s, last);
  }
  return { start: first, end: last };
}

/** `s.find(sub, start, end)`: the lowest code point index, or -1. */
export function find(s: string, sub: string, start = 0, end = Infinity): number {
  const range = unitRange(s, start, end);
  if (range === undefined) return -1;
  // A slice of a far shorter range keeps the search from running on to the end of the string.
  const at =
    range.end < s.length
      ? indexOfText(s.slice(range.start, range.end), sub) + range.start
      : indexOfText(s, sub, range.start);
  if (at < range.start) return -1;
  return isBmp(s) ? at : unitToCpIndex(s, at);
}

/** `s.rfind(sub, start, end)`: the highest code point index, or -1. */
export function rfind(s: string, sub: string, start = 0, end = Infinity): number {
  const range = unitRange(s, start, end);
  if (range === undefined || range.end - range.start < sub.length) return -1;
  const at = s.slice(range.start, range.end).lastIndexOf(sub);
  if (at < 0) return -1;
  return isBmp(s) ? at + range.start : unitToCpIndex(s, at + range.start);
}

/** `s.count(sub, start, end)`: occurrences that do not overlap. */
export function count(s: string, sub: string, start = 0, end = Infinity): number {
  if (sub.length === 1 && start === 0 && end === Infinity && s.length < SHORT) return countUnit(s, unitAt(sub, 0));
  const range = unitRange(s, start, end);
  if (range === undefined) return 0;
  const text = range.start === 0 && range.end === s.length ? s : s.slice(range.start, range.end);
  if (sub === '') return cpLength(text) + 1;
  let found = 0;
  for (let at = indexOfText(text, sub); at >= 0; at = indexOfText(text, sub, at + sub.length)) found++;
  return found;
}

/** Up to this length a loop is faster than searching again after each hit. */
const SHORT = 256;

function countUnit(s: string, unit: number): number {
  let found = 0;
  for (let i = 0, size = s.length; i < size; i++) if (unitAt(s, i) === unit) found++;
  return found;
}

/** `s.startswith(prefix, start, end)`. To Python 2's unicode every range begins with ''. */
export function startsWith(s: string, prefix: string, start = 0, end = Infinity, kind: TextKind = 'str'): boolean {
  if (kind === 'unicode2' && prefix === '') return true;
  if (start === 0 && end === Infinity) return s.startsWith(prefix);
  const range = unitRange(s, start, end);
  return range !== undefined && range.end - range.start >= prefix.length && s.startsWith(prefix, range.start);
}

/** `s.endswith(suffix, start, end)`. To Python 2's unicode every range ends with ''. */
export function endsWith(s: string, suffix: string, start = 0, end = Infinity, kind: TextKind = 'str'): boolean {
  if (kind === 'unicode2' && suffix === '') return true;
  if (start === 0 && end === Infinity) return s.endsWith(suffix);
  const range = unitRange(s, start, end);
  return range !== undefined && range.end - range.start >= suffix.length && s.endsWith(suffix, range.end);
}

/** `s.replace(old, replacement, count)`; a negative count replaces all. Python 2 leaves '' alone where a count is given. */
export function replace(s: string, old: string, replacement: string, maxCount = -1, dialect: Dialect = 3): string {
  if (maxCount === 0 || (dialect === 2 && maxCount > 0 && s === '')) return s;
  if (old === '') return interleave(s, replacement, maxCount);
  if (maxCount < 0) return s.includes(old) ? s.split(old).join(replacement) : s;
  let result = '';
  let from = 0;
  for (let left = maxCount; left > 0; left--) {
    const at = s.indexOf(old, from);
    if (at < 0) break;
    result += s.slice(from, at) + replacement;
    from = at + old.length;
  }
  return result + s.slice(from);
}

function interleave(s: string, text: string, maxCount: number): string {
  const chars = cpChars(s);
  const limit = maxCount < 0 ? Infinity : maxCount;
  let result = '';
  for (let i = 0, size = chars.length; i < size; i++) result += (i < limit ? text : '') + chars[i];
  return limit > chars.length ? result + text : result;
}
