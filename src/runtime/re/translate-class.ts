/** Character sets as JavaScript class text. */
import type { BaseCategory, CharSet } from './charset.js';
import { mergeRanges, UNICODE_SOURCE } from './charset.js';

/** Which texts a translation is for: only code points below 256 (no flag), or any (flag `u`). */
export type Width = 'latin1' | 'unicode';

const ASCII_SOURCE: Readonly<Record<BaseCategory, string>> = {
  digit: '0-9',
  space: '\\t-\\r\\x20',
  word: '0-9A-Z_a-z',
};

/** `set` as an atom of a JavaScript pattern; null if it has no equivalent. */
export function classSource(set: CharSet, width: Width): string | null {
  return width === 'latin1' ? latin1Class(set.latin1) : unicodeClass(set);
}

function latin1Class(members: Uint8Array): string {
  const bounds: number[] = [];
  for (let code = 0; code < 256; code++) {
    if (members[code] === 0) continue;
    const last = bounds.length - 1;
    if (last > 0 && bounds[last] === code - 1) bounds[last] = code;
    else bounds.push(code, code);
  }
  if (bounds.length === 2 && bounds[0] === 0 && bounds[1] === 255) return '[^]';
  if (bounds.length === 2 && bounds[0] === bounds[1]) return charSource(bounds[0]!);
  return `[${rangesSource(bounds)}]`;
}

function unicodeClass(set: CharSet): string | null {
  const ranges = set.folding === null ? set.ranges : unfold(set);
  if (ranges === null || ranges.some(isSurrogate)) return null;
  const source = (base: BaseCategory) => (set.isUnicode ? UNICODE_SOURCE[base] : ASCII_SOURCE[base]);
  const plain = set.categories.filter((category) => !category.negate).map((category) => source(category.base));
  const body = rangesSource(ranges) + plain.join('');
  const complements = set.categories.filter((category) => category.negate).map(({ base }) => `[^${source(base)}]`);
  if (complements.length === 0) return `[${set.negate ? '^' : ''}${body}]`;
  if (complements.length === 1 && body === '') {
    return set.negate ? `[${complements[0]!.slice(2)}` : complements[0]!;
  }
  const either = [...(body === '' ? [] : [`[${body}]`]), ...complements].join('|');
  return set.negate ? `(?:(?!${either})[^])` : `(?:${either})`;
}

/** Every character whose lowercase is in `set`; null if the set reaches beyond the basic plane. */
function unfold(set: CharSet): number[] | null {
  if (set.ranges.length > 0 && set.ranges.at(-1)! > 0xffff) return null;
  const bounds = [...set.ranges];
  for (const [upper, lower] of set.folding!.pairs()) {
    if (containsRange(set, lower)) bounds.push(upper, upper);
  }
  return mergeRanges(bounds);
}

function containsRange(set: CharSet, code: number): boolean {
  for (let i = 0; i < set.ranges.length; i += 2) {
    if (code >= set.ranges[i]! && code <= set.ranges[i + 1]!) return true;
  }
  return false;
}

function rangesSource(bounds: readonly number[]): string {
  let source = '';
  for (let i = 0; i < bounds.length; i += 2) {
    const lo = bounds[i]!;
    const hi = bounds[i + 1]!;
    source += charSource(lo);
    if (hi > lo) source += (hi > lo + 1 ? '-' : '') + charSource(hi);
  }
  return source;
}

/** Two of them side by side would be read as a pair. */
export const isSurrogate = (code: number): boolean => code >= 0xd800 && code < 0xe000;

/** One code point, valid inside and outside a class. Above 0xFFFF it needs the flag `u`. */
export function charSource(code: number): string {
  const isPlain = (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  if (isPlain || code === 0x20 || code === 0x5f) return String.fromCharCode(code);
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\u{${hex}}`;
}
