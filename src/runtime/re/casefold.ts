/**
 * Case-insensitive comparison as Python's `re` does it: two characters are equal when their *simple lowercase*
 * mappings are, or when those are listed as having the same uppercase. This is neither of JavaScript's two foldings.
 */

/** Lowercase characters that share an uppercase character. */
const SAME_UPPERCASE_2: readonly (readonly number[])[] = [
  [0x69, 0x131],
  [0x73, 0x17f],
  [0xb5, 0x3bc],
  [0x345, 0x3b9, 0x1fbe],
  [0x3b2, 0x3d0],
  [0x3b5, 0x3f5],
  [0x3b8, 0x3d1],
  [0x3ba, 0x3f0],
  [0x3c0, 0x3d6],
  [0x3c1, 0x3f1],
  [0x3c2, 0x3c3],
  [0x3c6, 0x3d5],
  [0x1e61, 0x1e9b],
];

const SAME_UPPERCASE_3: readonly (readonly number[])[] = [
  ...SAME_UPPERCASE_2,
  [0x390, 0x1fd3],
  [0x3b0, 0x1fe3],
  [0x432, 0x1c80],
  [0x434, 0x1c81],
  [0x43e, 0x1c82],
  [0x441, 0x1c83],
  [0x442, 0x1c84, 0x1c85],
  [0x44a, 0x1c86],
  [0x463, 0x1c87],
  [0x1c88, 0xa64b],
  [0xfb05, 0xfb06],
];

/** How a pattern's flags fold case. */
export interface Folding {
  lower(code: number): number;
  upper(code: number): number;
  /** Other lowercase characters equal to the lowercase character `lower`. */
  siblings(lower: number): readonly number[];
  /** Every character that has siblings. */
  readonly withSiblings: readonly number[];
  /** Every character that differs from its lowercase, with it, in order. Shared: do not change. */
  pairs(): readonly (readonly [upper: number, lower: number])[];
}

/** Folding of ASCII letters only: bytes, `re.ASCII`, and `re.LOCALE` in the C and UTF-8 locales. */
export const ASCII_FOLDING: Folding = {
  lower: (code) => (code >= 0x41 && code <= 0x5a ? code + 32 : code),
  upper: (code) => (code >= 0x61 && code <= 0x7a ? code - 32 : code),
  siblings: () => [],
  withSiblings: [],
  pairs: () => ASCII_PAIRS,
};

const ASCII_PAIRS = Array.from({ length: 26 }, (_, i) => [0x41 + i, 0x61 + i] as const);

export const UNICODE_FOLDING: Folding = unicodeFolding(SAME_UPPERCASE_3);
/** Python 2.7 knew fewer equal pairs. */
export const UNICODE_FOLDING_2: Folding = unicodeFolding(SAME_UPPERCASE_2);

function unicodeFolding(classes: readonly (readonly number[])[]): Folding {
  const siblings = new Map<number, readonly number[]>();
  for (const members of classes) {
    for (const code of members) {
      siblings.set(
        code,
        members.filter((other) => other !== code),
      );
    }
  }
  const none: readonly number[] = [];
  return {
    lower: simpleLower,
    upper: simpleUpper,
    siblings: (lower) => siblings.get(lower) ?? none,
    withSiblings: [...siblings.keys()],
    pairs: () => unicodePairs(),
  };
}

function simpleLower(code: number): number {
  if (code < 0x80) return ASCII_FOLDING.lower(code);
  return String.fromCodePoint(code).toLowerCase().codePointAt(0)!;
}

function simpleUpper(code: number): number {
  if (code < 0x80) return ASCII_FOLDING.upper(code);
  // Of a mapping to several characters CPython takes the first.
  return String.fromCodePoint(code).toUpperCase().codePointAt(0)!;
}

/** The stretches of Unicode that hold cased characters: without ideographs, Hangul, surrogates and private use. */
const CASED_STRETCHES: readonly (readonly [number, number])[] = [
  [0, 0x2fff],
  [0xa000, 0xabff],
  [0xf900, 0xffff],
  [0x10000, 0x11fff],
  [0x16000, 0x16fff],
  [0x1e000, 0x1efff],
];

const unicodePairs = once(() => {
  const pairs: (readonly [number, number])[] = [];
  for (const [first, last] of CASED_STRETCHES) {
    const all = String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i));
    // The regular expression only saves asking for each of the others.
    for (const [char] of all.matchAll(/\p{Changes_When_Lowercased}/gu)) {
      const code = char.codePointAt(0)!;
      const lower = simpleLower(code);
      if (lower !== code) pairs.push([code, lower]);
    }
  }
  return pairs;
});

/** A constant computed when it is first needed. */
export function once<T>(compute: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= compute());
}
