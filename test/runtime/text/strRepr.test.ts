/** repr and ascii of strings; the expected values are those of CPython 3.13 and 2.7. */
import { expect, test } from 'vitest';
import { bytesRepr, strAscii, strRepr, strRepr2, unicodeRepr2 } from '../../../src/runtime/text/strRepr.js';

test.each([
  ['abc', "'abc'", "'abc'"],
  ["it's", '"it\'s"', '"it\'s"'],
  ['"', "'\"'", "'\"'"],
  ['\'"', "'\\'\"'", "'\\'\"'"],
  ['\\', "'\\\\'", "'\\\\'"],
  ['\t\n\r\x00\x1f\x7f', "'\\t\\n\\r\\x00\\x1f\\x7f'", "'\\t\\n\\r\\x00\\x1f\\x7f'"],
  ['\xe9中', "'\xe9中'", "'\\xe9\\u4e2d'"],
  ['\xa0\xad\u2028', "'\\xa0\\xad\\u2028'", "'\\xa0\\xad\\u2028'"],
  ['😀', "'😀'", "'\\U0001f600'"],
  ['\ud800', "'\\ud800'", "'\\ud800'"],
  ['\u0378', "'\\u0378'", "'\\u0378'"],
  ['\x85', "'\\x85'", "'\\x85'"],
] as const)('repr and ascii of %j', (s, repr, ascii) => {
  expect([strRepr(s), strAscii(s)]).toEqual([repr, ascii]);
});

test.each([
  ['abc', "b'abc'"],
  ["it's", 'b"it\'s"'],
  ['\'"', "b'\\'\"'"],
  ['\\\n\x00\xff', "b'\\\\\\n\\x00\\xff'"],
] as const)('repr of the bytes %j', (s, expected) => {
  expect(bytesRepr(s)).toBe(expected);
});

test.each([
  ['abc', "'abc'", "u'abc'"],
  ["it's", '"it\'s"', 'u"it\'s"'],
  ['\'"', "'\\'\"'", "u'\\'\"'"],
  ['\\\n\x00\xff\x7f\xe9', "'\\\\\\n\\x00\\xff\\x7f\\xe9'", "u'\\\\\\n\\x00\\xff\\x7f\\xe9'"],
] as const)('Python 2: repr of %j as str and unicode', (s, str, unicode) => {
  expect([strRepr2(s), unicodeRepr2(s)]).toEqual([str, unicode]);
});
