/**
 * EUC-KR's eight-byte form of the syllables that KS X 1001 lacks: a filler and the syllable's three letters.
 *
 * Spec: KS X 1001:1998, annex 3
 */
import type { ByteWriter } from './bytes.js';

/** Bytes of a composed syllable. */
export const SYLLABLE_SIZE = 8;

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const ROW = 0xa4;
const FILLER = 0xd4;
const FIRST_VOWEL = 0xbf;
const VOWELS = 21;

// The second bytes of the letters, in the order in which Unicode composes them.
const INITIALS = [
  0xa1, 0xa2, 0xa4, 0xa7, 0xa8, 0xa9, 0xb1, 0xb2, 0xb3, 0xb5, 0xb6, 0xb7, 0xb8, 0xb9, 0xba, 0xbb, 0xbc, 0xbd, 0xbe,
];
const FINALS = [
  FILLER,
  0xa1,
  0xa2,
  0xa3,
  0xa4,
  0xa5,
  0xa6,
  0xa7,
  0xa9,
  0xaa,
  0xab,
  0xac,
  0xad,
  0xae,
  0xaf,
  0xb0,
  0xb1,
  0xb2,
  0xb4,
  0xb5,
  0xb6,
  0xb7,
  0xb8,
  0xba,
  0xbb,
  0xbc,
  0xbd,
  0xbe,
];

/** Writes the eight bytes of a syllable; false for any other character. */
export function putSyllable(code: number, writer: ByteWriter): boolean {
  if (code < FIRST_SYLLABLE || code > LAST_SYLLABLE) return false;
  const index = code - FIRST_SYLLABLE;
  const vowel = Math.floor(index / FINALS.length);
  const letters = [
    FILLER,
    INITIALS[Math.floor(vowel / VOWELS)]!,
    FIRST_VOWEL + (vowel % VOWELS),
    FINALS[index % FINALS.length]!,
  ];
  for (const letter of letters) {
    writer.byte(ROW);
    writer.byte(letter);
  }
  return true;
}

/** The syllable of the eight bytes at `at`, of which the filler was already seen; undefined if they are none. */
export function readSyllable(bytes: Uint8Array, at: number): number | undefined {
  const [, , row1, first, row2, second, row3, third] = bytes.subarray(at, at + SYLLABLE_SIZE);
  if (row1 !== ROW || row2 !== ROW || row3 !== ROW) return undefined;
  const initial = INITIALS.indexOf(first!);
  const vowel = second! - FIRST_VOWEL;
  const final = FINALS.indexOf(third!);
  if (initial < 0 || vowel < 0 || vowel >= VOWELS || final < 0) return undefined;
  return FIRST_SYLLABLE + (initial * VOWELS + vowel) * FINALS.length + final;
}
