/**
 * A set of characters with everything resolved that flags change: the meaning of `\w`, and letter case.
 */
import type { Folding } from './casefold.js';
import { ASCII_FOLDING, once, UNICODE_FOLDING, UNICODE_FOLDING_2 } from './casefold.js';
import { Flag } from './flags.js';
import type { Category, CharClass, ClassItem, Node } from './tree.js';

/** Inclusive ranges in order, without overlaps: [lo, hi, lo, hi, ...]. */
export type Ranges = readonly number[];

const ASCII_RANGES = {
  digit: [0x30, 0x39],
  space: [0x09, 0x0d, 0x20, 0x20],
  word: [0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a],
} as const;

/** The source of a `u` regular expression's class body; these are exactly Python's tables. */
export const UNICODE_SOURCE = {
  digit: '\\p{Nd}',
  space: '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000',
  word: '\\p{L}\\p{N}_',
} as const;

const UNICODE_TEST = {
  digit: new RegExp(`^[${UNICODE_SOURCE.digit}]$`, 'u'),
  space: new RegExp(`^[${UNICODE_SOURCE.space}]$`, 'u'),
  word: new RegExp(`^[${UNICODE_SOURCE.word}]$`, 'u'),
} as const;

/** A category without its negation. */
export type BaseCategory = keyof typeof ASCII_RANGES;

export interface ResolvedCategory {
  readonly base: BaseCategory;
  readonly negate: boolean;
}

const CATEGORIES: Readonly<Record<Category, ResolvedCategory>> = {
  digit: { base: 'digit', negate: false },
  notDigit: { base: 'digit', negate: true },
  space: { base: 'space', negate: false },
  notSpace: { base: 'space', negate: true },
  word: { base: 'word', negate: false },
  notWord: { base: 'word', negate: true },
};

export class CharSet {
  readonly negate: boolean;
  /** What a character, or with `folding` its lowercase, is looked up in. */
  readonly ranges: Ranges;
  readonly categories: readonly ResolvedCategory[];
  /** Whether the categories are Unicode's; else ASCII's. */
  readonly isUnicode: boolean;
  readonly folding: Folding | null;
  readonly #upperRanges: Ranges;
  #latin1: Uint8Array | null = null;
  readonly #pages = new Map<number, Uint8Array>();

  /** The set that `node` is under `flags`. `dialect` chooses the case table. */
  constructor(node: Pick<CharClass, 'negate' | 'items'>, flags: number, dialect: 2 | 3) {
    const literal: number[] = [];
    const categories: ResolvedCategory[] = [];
    for (const item of node.items) {
      if ('category' in item) categories.push(CATEGORIES[item.category]);
      else literal.push(item.lo, item.hi);
    }
    const folding = flags & Flag.IGNORECASE ? foldingOf(flags, dialect) : null;
    const isFolded = folding !== null && hasCase(literal, folding);
    this.negate = node.negate;
    this.categories = categories;
    this.isUnicode = (flags & Flag.UNICODE) !== 0 && !(flags & Flag.LOCALE);
    this.folding = isFolded ? folding : null;
    this.ranges = isFolded ? foldRanges(literal, folding) : mergeRanges(literal);
    this.#upperRanges = isFolded ? mergeRanges(astralRanges(literal)) : [];
  }

  /** Membership of the code points below 256. */
  get latin1(): Uint8Array {
    this.#latin1 ??= this.#page(0);
    return this.#latin1;
  }

  /** Whether the code point `code` is in the set. */
  has(code: number): boolean {
    if (code < 256) return this.latin1[code] === 1;
    const number = code >> 8;
    let page = this.#pages.get(number);
    if (page === undefined) {
      page = this.#page(number);
      this.#pages.set(number, page);
    }
    return page[code & 255] === 1;
  }

  /** The only member, or null if there are several or none. */
  get single(): number | null {
    const isPlain = !this.negate && this.categories.length === 0 && this.folding === null;
    return isPlain && this.ranges.length === 2 && this.ranges[0] === this.ranges[1] ? this.ranges[0]! : null;
  }

  /**
   * Whether every member is in the set `word` of the same flags ('inside'), or none is ('outside'); null if neither is
   * known. `latin1Only` leaves out the code points above 255.
   */
  relatesTo(word: CharSet, latin1Only: boolean): 'inside' | 'outside' | null {
    let inside = true;
    let outside = true;
    for (let code = 0; code < 256; code++) {
      if (this.latin1[code] === 0) continue;
      if (word.latin1[code] === 1) outside = false;
      else inside = false;
    }
    if (!latin1Only && this.#reachesBeyondLatin1) {
      const isWordLike = !this.negate && this.ranges.length === 0 && this.categories.every(isPartOfWord);
      return inside && isWordLike ? 'inside' : null;
    }
    return inside ? 'inside' : outside ? 'outside' : null;
  }

  /** Whether a code point above 255 may be a member. */
  get #reachesBeyondLatin1(): boolean {
    if (this.negate || this.folding !== null) return true;
    const isWide = this.categories.some((category) => category.negate || this.isUnicode);
    return isWide || (this.ranges.length > 0 && this.ranges.at(-1)! > 255);
  }

  /** Membership of the 256 code points from `number` * 256 on. */
  #page(number: number): Uint8Array {
    const page = new Uint8Array(256);
    if (number === 0 && this.folding === null) {
      this.#fillLatin1(page);
      return page;
    }
    for (let i = 0; i < 256; i++) page[i] = this.#compute((number << 8) | i) ? 1 : 0;
    return page;
  }

  #fillLatin1(page: Uint8Array): void {
    for (let i = 0; i < this.ranges.length; i += 2)
      page.fill(1, this.ranges[i]!, Math.min(this.ranges[i + 1]!, 255) + 1);
    for (const { base, negate } of this.categories) {
      const members = this.isUnicode ? UNICODE_LATIN1[base]() : ASCII_LATIN1[base]();
      for (let code = 0; code < 256; code++) if ((members[code] === 1) !== negate) page[code] = 1;
    }
    if (this.negate) for (let code = 0; code < 256; code++) page[code] = 1 - page[code]!;
  }

  #compute(original: number): boolean {
    const code = this.folding === null ? original : this.folding.lower(original);
    return this.#containsItem(code) !== this.negate;
  }

  #containsItem(code: number): boolean {
    if (inRanges(this.ranges, code)) return true;
    if (this.#upperRanges.length > 0 && inRanges(this.#upperRanges, this.folding!.upper(code))) return true;
    for (const { base, negate } of this.categories) {
      const isMember = this.isUnicode ? hasUnicode(base, code) : inRanges(ASCII_RANGES[base], code);
      if (isMember !== negate) return true;
    }
    return false;
  }
}

function latin1Of(has: (code: number) => boolean): () => Uint8Array {
  return once(() => Uint8Array.from({ length: 256 }, (_, code) => (has(code) ? 1 : 0)));
}

const ASCII_LATIN1: Readonly<Record<BaseCategory, () => Uint8Array>> = {
  digit: latin1Of((code) => inRanges(ASCII_RANGES.digit, code)),
  space: latin1Of((code) => inRanges(ASCII_RANGES.space, code)),
  word: latin1Of((code) => inRanges(ASCII_RANGES.word, code)),
};

const UNICODE_LATIN1: Readonly<Record<BaseCategory, () => Uint8Array>> = {
  digit: latin1Of((code) => hasUnicode('digit', code)),
  space: latin1Of((code) => hasUnicode('space', code)),
  word: latin1Of((code) => hasUnicode('word', code)),
};

/** The folding that `flags` ask for. */
export function foldingOf(flags: number, dialect: 2 | 3): Folding {
  if (flags & Flag.LOCALE || !(flags & Flag.UNICODE)) return ASCII_FOLDING;
  return dialect === 2 ? UNICODE_FOLDING_2 : UNICODE_FOLDING;
}

/** The set of `\w` under `flags`. */
export function wordSet(flags: number, dialect: 2 | 3): CharSet {
  return new CharSet({ negate: false, items: [{ category: 'word' }] }, flags & ~Flag.IGNORECASE, dialect);
}

/** Whether the character `code` matches nothing but itself under `flags`. */
export function isUncased(code: number, flags: number, dialect: 2 | 3): boolean {
  if (!(flags & Flag.IGNORECASE)) return true;
  const folding = foldingOf(flags, dialect);
  return folding.lower(code) === code && folding.upper(code) === code;
}

/** The set that a `char` or `class` node is under `flags`. */
export function charSetOf(node: Extract<Node, { type: 'char' | 'class' }>, flags: number, dialect: 2 | 3): CharSet {
  if (node.type === 'class') return new CharSet(node, flags, dialect);
  if (isUncased(node.code, flags, dialect)) {
    return new CharSet({ negate: false, items: singleItem(node.code) }, flags & ~Flag.IGNORECASE, dialect);
  }
  const lower = foldingOf(flags, dialect).lower(node.code);
  return new CharSet({ negate: false, items: singleItem(lower) }, flags, dialect);
}

const singleItem = (code: number): readonly ClassItem[] => [{ lo: code, hi: code }];

function isPartOfWord(category: ResolvedCategory): boolean {
  return !category.negate && category.base !== 'space';
}

function hasUnicode(base: BaseCategory, code: number): boolean {
  if (code < 128) return inRanges(ASCII_RANGES[base], code) || (base === 'space' && code >= 0x1c && code < 0x20);
  return UNICODE_TEST[base].test(String.fromCodePoint(code));
}

/** The ranges that leave the basic plane: there CPython compares the uppercase too. */
function astralRanges(bounds: readonly number[]): number[] {
  const result: number[] = [];
  for (let i = 0; i < bounds.length; i += 2) {
    const lo = bounds[i]!;
    const hi = bounds[i + 1]!;
    if (hi > LAST_BMP && lo < hi) result.push(lo, hi);
  }
  return result;
}

export function inRanges(ranges: Ranges, code: number): boolean {
  let low = 0;
  let high = ranges.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (code > ranges[2 * middle + 1]!) low = middle + 1;
    else high = middle;
  }
  return 2 * low < ranges.length && code >= ranges[2 * low]!;
}

/** Sorts pairs of bounds, and joins those that overlap or touch. */
export function mergeRanges(bounds: readonly number[]): number[] {
  const pairs: [number, number][] = [];
  for (let i = 0; i < bounds.length; i += 2) pairs.push([bounds[i]!, bounds[i + 1]!]);
  pairs.sort((a, b) => a[0] - b[0]);
  const merged: number[] = [];
  for (const [lo, hi] of pairs) {
    const last = merged.length - 1;
    if (last > 0 && lo <= merged[last]! + 1) merged[last] = Math.max(merged[last]!, hi);
    else merged.push(lo, hi);
  }
  return merged;
}

const LAST_BMP = 0xffff;

/** A range longer than this is folded by going through the case table instead of its members. */
const LONG_RANGE = 512;

function hasCase(bounds: readonly number[], folding: Folding): boolean {
  for (let i = 0; i < bounds.length; i += 2) {
    const lo = bounds[i]!;
    const hi = bounds[i + 1]!;
    if (hi - lo > LONG_RANGE || hi > LAST_BMP) return true;
    for (let code = lo; code <= hi; code++) {
      if (folding.lower(code) !== code || folding.upper(code) !== code) return true;
    }
  }
  return false;
}

/**
 * `bounds`, the lowercase of their members, and the siblings of those.
 *
 * Members outside the basic plane stay as they are: in CPython `[\u{10400}x]` with `re.I` does not match U+10400,
 * because only the text's side is lowered there.
 */
function foldRanges(bounds: readonly number[], folding: Folding): number[] {
  const all = [...bounds];
  const add = (code: number) => {
    const lower = folding.lower(code);
    if (lower !== code) all.push(lower, lower);
    for (const sibling of folding.siblings(lower)) all.push(sibling, sibling);
  };
  for (let i = 0; i < bounds.length; i += 2) {
    const lo = bounds[i]!;
    const hi = Math.min(bounds[i + 1]!, LAST_BMP);
    if (hi - lo <= LONG_RANGE) {
      for (let code = lo; code <= hi; code++) add(code);
      continue;
    }
    for (const [upper, lower] of folding.pairs()) {
      if (upper >= lo && upper <= hi) add(upper);
      if (lower >= lo && lower <= hi) add(lower);
    }
    for (const code of folding.withSiblings) if (code >= lo && code <= hi) add(code);
  }
  return mergeRanges(all);
}
