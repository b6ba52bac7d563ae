/** Characters of a text in which a surrogate pair is one. Offsets are UTF-16 offsets. */
import { unitAt } from '../text/units.js';
import type { Folding } from './casefold.js';
import type { CharSet } from './charset.js';

/** The character at `at`, which is below `end`; a pair counts as one. */
export function charAt(text: string, at: number, end: number): number {
  const unit = unitAt(text, at);
  if ((unit & 0xfc00) !== 0xd800 || at + 1 >= end) return unit;
  const low = unitAt(text, at + 1);
  return (low & 0xfc00) === 0xdc00 ? 0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff) : unit;
}

/** The offset after the character at `at`. */
export function next(text: string, at: number, end: number): number {
  return at < end && charAt(text, at, end) > 0xffff ? at + 2 : at + 1;
}

/** The offset `count` characters after `at`, or one beyond `end` if there are fewer. */
export function advance(text: string, at: number, end: number, count: number): number {
  let offset = at;
  for (let i = 0; i < count; i++) {
    if (offset >= end) return end + 1;
    offset = next(text, offset, end);
  }
  return offset;
}

/** The offset of the character before `at`; the characters begin at `start`. */
export function back(text: string, at: number, start: number, wide: boolean): number {
  if (!wide || at - 2 < start) return at - 1;
  return charAt(text, at - 2, at) > 0xffff ? at - 2 : at - 1;
}

export function stepBack(text: string, at: number, count: number, wide: boolean): number {
  if (!wide) return at - count;
  let offset = at;
  for (let i = 0; i < count && offset >= 0; i++) offset = back(text, offset, 0, wide);
  return offset;
}

export function isBoundary(text: string, at: number, end: number, word: CharSet, wide: boolean): boolean {
  const before = at > 0 && word.has(charAt(text, back(text, at, 0, wide), at));
  const after = at < end && word.has(wide ? charAt(text, at, end) : unitAt(text, at));
  return before !== after;
}

export function matchFolded(text: string, from: number, to: number, at: number, end: number, folding: Folding): number {
  let left = from;
  let right = at;
  while (left < to) {
    if (right >= end) return -1;
    const a = charAt(text, left, to);
    const b = charAt(text, right, end);
    if (a !== b && folding.lower(a) !== folding.lower(b)) return -1;
    left += a > 0xffff ? 2 : 1;
    right += b > 0xffff ? 2 : 1;
  }
  return right;
}
