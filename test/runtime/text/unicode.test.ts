/** Predicates, values and case of characters; the expected values are those of CPython 3.13 and 2.7. */
import { expect, test } from 'vitest';
import {
  decimalValue,
  digitValue,
  isAlnum,
  isAlpha,
  isDecimal,
  isDigit,
  isIdentifier,
  isNumeric,
  isPrintable,
  isSpace,
  numericValue,
} from '../../../src/runtime/text/unicode.js';
import {
  capitalize,
  casefold,
  isLower,
  isTitle,
  isUpper,
  lower,
  lower2,
  swapcase,
  swapcase2,
  title,
  title2,
  upper,
  upper2,
} from '../../../src/runtime/text/unicodeCase.js';
import { CATEGORIES, categoryOf } from '../../../src/runtime/text/unicodeCategory.js';

test.each([
  ['ABC', 'ABC', 'abc', 'Abc', 'Abc', 'abc', 'abc'],
  ['abc', 'ABC', 'abc', 'Abc', 'Abc', 'ABC', 'abc'],
  ['Stra\xdfe', 'STRASSE', 'stra\xdfe', 'Stra\xdfe', 'Stra\xdfe', 'sTRASSE', 'strasse'],
  ['ǆ', 'Ǆ', 'ǆ', 'ǅ', 'ǅ', 'Ǆ', 'ǆ'],
  ['ﬁx', 'FIX', 'ﬁx', 'Fix', 'Fix', 'FIX', 'fix'],
  ['ΑΣ', 'ΑΣ', 'ας', 'Ας', 'Ας', 'ας', 'ασ'],
  ['ΑΣΑ', 'ΑΣΑ', 'ασα', 'Ασα', 'Ασα', 'ασα', 'ασα'],
  ['İ', 'İ', 'i\u0307', 'İ', 'İ', 'i\u0307', 'i\u0307'],
  ['ŉ', 'ʼN', 'ŉ', 'ʼN', 'ʼN', 'ʼN', 'ʼn'],
  ['Ǆabc ǆ', 'ǄABC Ǆ', 'ǆabc ǆ', 'ǅabc ǅ', 'ǅabc ǆ', 'ǆABC Ǆ', 'ǆabc ǆ'],
  [
    "they're bill's",
    "THEY'RE BILL'S",
    "they're bill's",
    "They'Re Bill'S",
    "They're bill's",
    "THEY'RE BILL'S",
    "they're bill's",
  ],
  ['ʕ', 'ʕ', 'ʕ', 'ʕ', 'ʕ', 'ʕ', 'ʕ'],
  ['ა', 'Ა', 'ა', 'ა', 'ა', 'Ა', 'ა'],
  ['ꭰ', 'Ꭰ', 'ꭰ', 'Ꭰ', 'Ꭰ', 'Ꭰ', 'Ꭰ'],
  ['ʼn', 'ʼN', 'ʼn', 'ʼN', 'ʼn', 'ʼN', 'ʼn'],
  ['ΐ', 'Ι\u0308\u0301', 'ΐ', 'Ι\u0308\u0301', 'Ι\u0308\u0301', 'Ι\u0308\u0301', 'ι\u0308\u0301'],
  ['ᾳ', 'ΑΙ', 'ᾳ', 'ᾼ', 'ᾼ', 'ΑΙ', 'αι'],
  ['ɤ', 'ɤ', 'ɤ', 'ɤ', 'ɤ', 'ɤ', 'ɤ'],
  ['ƛ', 'ƛ', 'ƛ', 'ƛ', 'ƛ', 'ƛ', 'ƛ'],
  ['K', 'K', 'k', 'K', 'K', 'k', 'k'],
  ['𐐨x', '𐐀X', '𐐨x', '𐐀x', '𐐀x', '𐐀X', '𐐨x'],
  ['1a', '1A', '1a', '1A', '1a', '1A', '1a'],
  ['', '', '', '', '', '', ''],
] as const)('case of %j', (s, ...expected) => {
  expect([upper, lower, title, capitalize, swapcase, casefold].map((map) => map(s))).toEqual(expected);
});

test.each([
  ['Stra\xdfe', 'STRA\xdfE', 'stra\xdfe', 'Stra\xdfe', 'sTRA\xdfE'],
  ['ǆabc', 'ǄABC', 'ǆabc', 'ǅabc', 'ǄABC'],
  ['ᾳ', 'ᾼ', 'ᾳ', 'ᾼ', 'ᾼ'],
  ['İ', 'İ', 'i', 'İ', 'i'],
  ['ﬁ', 'ﬁ', 'ﬁ', 'ﬁ', 'ﬁ'],
  ['Ⴀ', 'Ⴀ', 'ⴀ', 'Ⴀ', 'ⴀ'],
] as const)('Python 2: case of %j', (s, ...expected) => {
  expect([upper2, lower2, title2, swapcase2].map((map) => map(s))).toEqual(expected);
});

test.each([
  ['a', true, false, false, false, true, false, false, true, false, true, true],
  ['A', true, false, false, false, true, false, true, false, true, true, true],
  ['1', false, true, true, true, true, false, false, false, false, false, true],
  ['\xb2', false, false, true, true, true, false, false, false, false, false, true],
  ['\xbd', false, false, false, true, true, false, false, false, false, false, true],
  ['٣', false, true, true, true, true, false, false, false, false, false, true],
  ['Ⅷ', false, false, false, true, true, false, true, false, true, true, true],
  ['一', true, false, false, true, true, false, false, false, false, true, true],
  ['\xaa', true, false, false, false, true, false, false, true, false, true, true],
  [' ', false, false, false, false, false, true, false, false, false, false, true],
  ['\x1c', false, false, false, false, false, true, false, false, false, false, false],
  ['\u3000', false, false, false, false, false, true, false, false, false, false, false],
  ['\u180e', false, false, false, false, false, false, false, false, false, false, false],
  ['ǅ', true, false, false, false, true, false, false, false, true, true, true],
  ['aB1', false, false, false, false, true, false, false, false, false, true, true],
  ['Ab Cd', false, false, false, false, false, false, false, false, true, false, true],
  ['_x', false, false, false, false, false, false, false, true, false, true, true],
  ['\xe91', false, false, false, false, true, false, false, true, false, true, true],
  ['1x', false, false, false, false, true, false, false, true, false, false, true],
  ['\u0378', false, false, false, false, false, false, false, false, false, false, false],
  ['😀', false, false, false, false, false, false, false, false, false, false, true],
  ['\u1c89', false, false, false, false, false, false, false, false, false, false, false],
  ['', false, false, false, false, false, false, false, false, false, false, true],
] as const)('predicates of %j', (s, ...expected) => {
  const predicates = [
    isAlpha,
    isDecimal,
    isDigit,
    isNumeric,
    isAlnum,
    isSpace,
    isUpper,
    isLower,
    isTitle,
    isIdentifier,
    isPrintable,
  ];
  expect(predicates.map((holds) => holds(s))).toEqual(expected);
});

test.each([
  ['7', 7, 7, 7, 'Nd'],
  ['٣', 3, 3, 3, 'Nd'],
  ['\xb2', null, 2, 2, 'No'],
  ['\xbd', null, null, 0.5, 'No'],
  ['Ⅷ', null, null, 8, 'Nl'],
  ['一', null, null, 1, 'Lo'],
  ['a', null, null, null, 'Ll'],
  ['𝟘', 0, 0, 0, 'Nd'],
  ['㉈', null, null, 10, 'No'],
  ['\u1c89', null, null, null, 'Cn'],
] as const)('values and category of %j', (c, ...expected) => {
  const code = c.codePointAt(0)!;
  const values = [decimalValue(code), digitValue(code), numericValue(code)].map((value) => value ?? null);
  expect([...values, CATEGORIES[categoryOf(code)]]).toEqual(expected);
});
