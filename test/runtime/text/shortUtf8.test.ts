/** Short texts in UTF-8: the same bytes as Node's, and nothing for what is not well-formed. */
import { expect, test } from 'vitest';
import { decodeShortUtf8, encodeShortUtf8 } from '../../../src/runtime/text/shortUtf8.js';

test.each(['', 'abc', '\x7f\x80', 'é߿ࠀ', '\ud7ff\ue000\uffff', '\u{10000}a\u{10ffff}'])('%j there and back', (text) => {
  const bytes = encodeShortUtf8(text)!;
  expect([...bytes]).toEqual([...Buffer.from(text, 'utf8')]);
  expect(decodeShortUtf8(bytes)).toBe(text);
});

test.each(['\ud800', 'a\udc00', '\ud800\ud800', '\ud83dx'])('%j is not well-formed', (text) => {
  expect(encodeShortUtf8(text)).toBeUndefined();
});

test.each([
  [0x80],
  [0xc1, 0xbf],
  [0xc3],
  [0xe0, 0x9f, 0xbf],
  [0xed, 0xa0, 0x80],
  [0xe2, 0x82],
  [0xf0, 0x8f, 0xbf, 0xbf],
  [0xf4, 0x90, 0x80, 0x80],
  [0xf5, 0x80, 0x80, 0x80],
  [0xff],
])('bytes that are not: %j %j', (...bytes) => {
  expect(decodeShortUtf8(Uint8Array.from(bytes as number[]))).toBeUndefined();
});
