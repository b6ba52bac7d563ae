/** Codecs; the expected values are those of CPython 3.13 and 2.7. Bytes are written one character a byte. */
import { expect, test } from 'vitest';
import { bytesToLatin1, latin1ToBytes } from '../../../src/runtime/text/codecs/bytes.js';
import { decodeBytes, decodePart, encodeText, findCodec } from '../../../src/runtime/text/codecs/registry.js';
import { outcome } from './outcome.js';

test.each([
  ['a\xe9中😀', 'utf-8', 'strict', 'a\xc3\xa9\xe4\xb8\xad\xf0\x9f\x98\x80'],
  [
    'a\ud800',
    'utf-8',
    'strict',
    "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 1: surrogates not allowed",
  ],
  [
    'a\udfff\ud800 b',
    'utf-8',
    'strict',
    "UnicodeEncodeError: 'utf-8' codec can't encode characters in position 1-2: surrogates not allowed",
  ],
  ['\udc80', 'utf-8', 'surrogateescape', '\x80'],
  ['\ud800', 'utf-8', 'surrogatepass', '\xed\xa0\x80'],
  [
    '\xe9',
    'ascii',
    'strict',
    "UnicodeEncodeError: 'ascii' codec can't encode character '\\xe9' in position 0: ordinal not in range(128)",
  ],
  [
    '\xe9\xfc',
    'ascii',
    'strict',
    "UnicodeEncodeError: 'ascii' codec can't encode characters in position 0-1: ordinal not in range(128)",
  ],
  [
    '\xe9中',
    'latin-1',
    'strict',
    "UnicodeEncodeError: 'latin-1' codec can't encode character '\\u4e2d' in position 1: ordinal not in range(256)",
  ],
  ['a中b', 'latin-1', 'replace', 'a?b'],
  ['中😀', 'ascii', 'xmlcharrefreplace', '&#20013;&#128512;'],
  ['\xe9中😀', 'ascii', 'backslashreplace', '\\xe9\\u4e2d\\U0001f600'],
  ['中', 'ascii', 'ignore', ''],
  ['€\xe9', 'cp1252', 'strict', '\x80\xe9'],
  [
    '中',
    'cp437',
    'strict',
    "UnicodeEncodeError: 'charmap' codec can't encode character '\\u4e2d' in position 0: character maps to <undefined>",
  ],
  ['中a', 'utf-16', 'strict', '\xff\xfe-Na\x00'],
  ['😀', 'utf-16-be', 'strict', '\xd8=\xde\x00'],
  ['😀', 'utf-32-le', 'strict', '\x00\xf6\x01\x00'],
  ['\xe9\n\\中', 'unicode_escape', 'strict', '\\xe9\\n\\\\\\u4e2d'],
  ['\xe9中', 'raw_unicode_escape', 'strict', '\xe9\\u4e2d'],
  ['\xe9+~', 'utf-7', 'strict', '+AOkAKwB+-'],
  ['中文', 'gbk', 'strict', '\xd6\xd0\xce\xc4'],
  ['\xe9', 'gbk', 'strict', '\xa8\xa6'],
  ['中😀', 'gb18030', 'strict', '\xd6\xd0\x949\xfc6'],
  ['あ', 'shift_jis', 'strict', '\x82\xa0'],
  ['あ', 'euc_jp', 'strict', '\xa4\xa2'],
  ['갂', 'euc_kr', 'strict', '\xa4\xd4\xa4\xa1\xa4\xbf\xa4\xa2'],
  ['갂', 'cp949', 'strict', '\x81A'],
  ['中', 'big5', 'strict', '\xa4\xa4'],
  ['ж', 'koi8-r', 'strict', '\xd6'],
  ['x', 'nope', 'strict', 'LookupError: unknown encoding: nope'],
  ['\xe9', 'ascii', 'nope', "LookupError: unknown error handler name 'nope'"],
  ['a', 'utf-8-sig', 'strict', '\xef\xbb\xbfa'],
  [
    'a',
    'rot13',
    'strict',
    "LookupError: 'rot13' is not a text encoding; use codecs.encode() to handle arbitrary codecs",
  ],
] as const)('%j to %s, %s', (text, encoding, errors, expected) => {
  expect(outcome(() => bytesToLatin1(encodeText(text, encoding, { errors })))).toBe(expected);
});

test.each([
  ['a\xc3\xa9', 'utf-8', 'strict', 'a\xe9'],
  [
    '\xff',
    'utf-8',
    'strict',
    "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte",
  ],
  [
    '\xe4\xb8',
    'utf-8',
    'strict',
    "UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 0-1: unexpected end of data",
  ],
  [
    '\xe4\xb8a',
    'utf-8',
    'strict',
    "UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 0-1: invalid continuation byte",
  ],
  [
    '\xed\xa0\x80',
    'utf-8',
    'strict',
    "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte",
  ],
  ['\xf0\x80a', 'utf-8', 'replace', '��a'],
  ['a\xffb', 'utf-8', 'surrogateescape', 'a\udcffb'],
  ['a\xffb', 'utf-8', 'backslashreplace', 'a\\xffb'],
  [
    '\x80',
    'ascii',
    'strict',
    "UnicodeDecodeError: 'ascii' codec can't decode byte 0x80 in position 0: ordinal not in range(128)",
  ],
  [
    '\x81',
    'cp1252',
    'strict',
    "UnicodeDecodeError: 'charmap' codec can't decode byte 0x81 in position 0: character maps to <undefined>",
  ],
  ['\x80', 'cp1252', 'strict', '€'],
  ['\xff\xfea\x00', 'utf-16', 'strict', 'a'],
  [
    'a',
    'utf-16',
    'strict',
    "UnicodeDecodeError: 'utf-16-le' codec can't decode byte 0x61 in position 0: truncated data",
  ],
  [
    '\x00\xd8',
    'utf-16-le',
    'strict',
    "UnicodeDecodeError: 'utf-16-le' codec can't decode bytes in position 0-1: unexpected end of data",
  ],
  [
    '\x00\xd8a\x00',
    'utf-16-le',
    'strict',
    "UnicodeDecodeError: 'utf-16-le' codec can't decode bytes in position 0-1: illegal UTF-16 surrogate",
  ],
  [
    '\x00\x00\x11\x00',
    'utf-32-le',
    'strict',
    "UnicodeDecodeError: 'utf-32-le' codec can't decode bytes in position 0-3: code point not in range(0x110000)",
  ],
  [
    '\\x4',
    'unicode_escape',
    'strict',
    "UnicodeDecodeError: 'unicodeescape' codec can't decode bytes in position 0-2: truncated \\xXX escape",
  ],
  ['\\u4e2d\\n\\101', 'unicode_escape', 'strict', '中\nA'],
  [
    '\\',
    'unicode_escape',
    'strict',
    "UnicodeDecodeError: 'unicodeescape' codec can't decode byte 0x5c in position 0: \\ at end of string",
  ],
  ['\\u4e2d\\\\u', 'raw_unicode_escape', 'strict', '中\\\\u'],
  ['+AOk-x', 'utf-7', 'strict', '\xe9x'],
  ['\xd6\xd0', 'gbk', 'strict', '中'],
  [
    '\xd6',
    'gbk',
    'strict',
    "UnicodeDecodeError: 'gbk' codec can't decode byte 0xd6 in position 0: incomplete multibyte sequence",
  ],
  [
    '\xd6 ',
    'gbk',
    'strict',
    "UnicodeDecodeError: 'gbk' codec can't decode byte 0xd6 in position 0: illegal multibyte sequence",
  ],
  ['\x82\xa0', 'shift_jis', 'strict', 'あ'],
  ['\x8f\xb0\xa1', 'euc_jp', 'strict', '丂'],
  ['\x810\x810', 'gb18030', 'strict', '\x80'],
  ['\xef\xbb\xbfa', 'utf-8-sig', 'strict', 'a'],
  ['a', 'HEX', 'strict', "LookupError: 'HEX' is not a text encoding; use codecs.decode() to handle arbitrary codecs"],
] as const)('%j from %s, %s', (bytes, encoding, errors, expected) => {
  expect(outcome(() => decodeBytes(latin1ToBytes(bytes), encoding, { errors }))).toBe(expected);
});

test.each([
  [
    '\xe9',
    'ascii',
    'strict',
    "UnicodeEncodeError: 'ascii' codec can't encode character u'\\xe9' in position 0: ordinal not in range(128)",
  ],
  ['中b', 'ascii', 'replace', '?b'],
  ['\ud800', 'utf-8', 'strict', '\xed\xa0\x80'],
  ['\xe9', 'nope', 'strict', 'LookupError: unknown encoding: nope'],
] as const)('Python 2: %j to %s, %s', (text, encoding, errors, expected) => {
  expect(outcome(() => bytesToLatin1(encodeText(text, encoding, { errors, dialect: 2 })))).toBe(expected);
});

test.each([
  [
    '\xe9',
    'ascii',
    'strict',
    "UnicodeDecodeError: 'ascii' codec can't decode byte 0xe9 in position 0: ordinal not in range(128)",
  ],
  [
    '\xff',
    'utf-8',
    'strict',
    "UnicodeDecodeError: 'utf8' codec can't decode byte 0xff in position 0: invalid start byte",
  ],
  ['\xed\xa0\x80', 'utf-8', 'strict', '\ud800'],
  [
    '\xe4\xb8',
    'utf-8',
    'strict',
    "UnicodeDecodeError: 'utf8' codec can't decode bytes in position 0-1: unexpected end of data",
  ],
  [
    '\xe0\x80\x80',
    'utf-8',
    'strict',
    "UnicodeDecodeError: 'utf8' codec can't decode bytes in position 0-1: invalid continuation byte",
  ],
] as const)('Python 2: %j from %s, %s', (bytes, encoding, errors, expected) => {
  expect(outcome(() => decodeBytes(latin1ToBytes(bytes), encoding, { errors, dialect: 2 }))).toBe(expected);
});

test('names are found whatever their spelling', () => {
  const names = ['UTF8', 'latin1', 'ISO_8859-15', 'cp936', 'SJIS', 'US-ASCII', 'no such'];
  expect(names.map((name) => findCodec(name)?.name)).toEqual([
    'utf-8',
    'iso8859-1',
    'iso8859-15',
    'gbk',
    'shift_jis',
    'ascii',
    undefined,
  ]);
});

test.each([
  ['utf-8', 'a\xe4\xb8', 'a', 1],
  ['utf-16-le', 'a\0b', 'a', 2],
  ['gbk', 'a\xd6', 'a', 1],
])('%s leaves an incomplete sequence for later', (encoding, bytes, text, consumed) => {
  expect(decodePart(latin1ToBytes(bytes), encoding, { final: false })).toEqual({ text, consumed });
});

test('a registered handler replaces and says where to go on', () => {
  const customHandler = () => (error: { end: number }) => ({ replacement: '<?>', position: error.end + 1 });
  expect(decodeBytes(latin1ToBytes('a\xffbc'), 'utf-8', { errors: 'mine', customHandler })).toBe('a<?>c');
});
