/** Numbers from texts; the expected values are those of CPython 3.13 and 2.7. */
import { expect, test } from 'vitest';
import { floatOrError, floatOrError2, parseComplexText } from '../../../src/runtime/text/parseFloat.js';
import { intToText, parseIntText, parseIntText2 } from '../../../src/runtime/text/parseInt.js';
import { outcome } from './outcome.js';

test.each([
  ['10L', 10, "ValueError: invalid literal for int() with base 10: '10L'"],
  ['0777', 0, "ValueError: invalid literal for int() with base 0: '0777'"],
  ['0o17', 0, 15],
  ['0x1f', 16, 31],
  ['0b1', 16, 177],
  ['0x', 16, "ValueError: invalid literal for int() with base 16: '0x'"],
  ['', 10, "ValueError: invalid literal for int() with base 10: ''"],
  [' 42\n', 10, 42],
  ['- 1', 10, "ValueError: invalid literal for int() with base 10: '- 1'"],
  ['1_000', 10, 1000],
  ['1__0', 10, "ValueError: invalid literal for int() with base 10: '1__0'"],
  ['_1', 10, "ValueError: invalid literal for int() with base 10: '_1'"],
  ['0x_1f', 16, 31],
  ['01', 0, "ValueError: invalid literal for int() with base 0: '01'"],
  ['z', 36, 35],
  ['z', 35, "ValueError: invalid literal for int() with base 35: 'z'"],
  ['1', 1, 'ValueError: int() base must be >= 2 and <= 36, or 0'],
  ['1', 37, 'ValueError: int() base must be >= 2 and <= 36, or 0'],
  ['١٢', 10, 12],
  ['\xb2', 10, "ValueError: invalid literal for int() with base 10: '\xb2'"],
  ['9999999999999999999999999', 10, 9999999999999999999999999n],
  ['0xg', 0, "ValueError: invalid literal for int() with base 0: '0xg'"],
  ['10\x00', 10, "ValueError: invalid literal for int() with base 10: '10\\x00'"],
  [
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    10,
    "ValueError: invalid literal for int() with base 10: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
  ],
  ["it's", 10, 'ValueError: invalid literal for int() with base 10: "it\'s"'],
] as const)('int(%j, %s)', (text, base, expected) => {
  expect(outcome(() => parseIntText(text, base))).toBe(expected);
});

test.each([
  ['10L', 10, 'int', "ValueError: invalid literal for int() with base 10: '10L'"],
  ['10L', 10, 'long', 10],
  ['0777', 0, 'int', 511],
  ['0777', 0, 'long', 511],
  ['0o17', 0, 'int', 15],
  ['0o17', 0, 'long', 15],
  ['0x1f', 16, 'int', 31],
  ['0x1f', 16, 'long', 31],
  ['0b1', 16, 'int', 177],
  ['0b1', 16, 'long', 177],
  ['0x', 16, 'int', "ValueError: invalid literal for int() with base 16: '0x'"],
  ['0x', 16, 'long', "ValueError: invalid literal for long() with base 16: '0x'"],
  ['', 10, 'int', "ValueError: invalid literal for int() with base 10: ''"],
  ['', 10, 'long', "ValueError: invalid literal for long() with base 10: ''"],
  [' 42\n', 10, 'int', 42],
  [' 42\n', 10, 'long', 42],
  ['- 1', 10, 'int', -1],
  ['- 1', 10, 'long', -1],
  ['1_000', 10, 'int', "ValueError: invalid literal for int() with base 10: '1_000'"],
  ['1_000', 10, 'long', "ValueError: invalid literal for long() with base 10: '1_000'"],
  ['1__0', 10, 'int', "ValueError: invalid literal for int() with base 10: '1__0'"],
  ['1__0', 10, 'long', "ValueError: invalid literal for long() with base 10: '1__0'"],
  ['_1', 10, 'int', "ValueError: invalid literal for int() with base 10: '_1'"],
  ['_1', 10, 'long', "ValueError: invalid literal for long() with base 10: '_1'"],
  ['0x_1f', 16, 'int', "ValueError: invalid literal for int() with base 16: '0x_1f'"],
  ['0x_1f', 16, 'long', "ValueError: invalid literal for long() with base 16: '0x_1f'"],
  ['01', 0, 'int', 1],
  ['01', 0, 'long', 1],
  ['z', 36, 'int', 35],
  ['z', 36, 'long', 35],
  ['z', 35, 'int', "ValueError: invalid literal for int() with base 35: 'z'"],
  ['z', 35, 'long', "ValueError: invalid literal for long() with base 35: 'z'"],
  ['1', 1, 'int', 'ValueError: int() base must be >= 2 and <= 36, or 0'],
  ['1', 1, 'long', 'ValueError: long() base must be >= 2 and <= 36, or 0'],
  ['1', 37, 'int', 'ValueError: int() base must be >= 2 and <= 36, or 0'],
  ['1', 37, 'long', 'ValueError: long() base must be >= 2 and <= 36, or 0'],
  ['١٢', 10, 'int', 12],
  ['١٢', 10, 'long', 12],
  ['\xb2', 10, 'int', "ValueError: invalid literal for int() with base 10: '\\xb2'"],
  ['\xb2', 10, 'long', "ValueError: invalid literal for long() with base 10: '\\xb2'"],
  ['9999999999999999999999999', 10, 'int', 9999999999999999999999999n],
  ['9999999999999999999999999', 10, 'long', 9999999999999999999999999n],
  ['0xg', 0, 'int', "ValueError: invalid literal for int() with base 0: '0xg'"],
  ['0xg', 0, 'long', "ValueError: invalid literal for long() with base 16: '0xg'"],
  [
    '10\x00',
    10,
    'int',
    "UnicodeEncodeError: 'decimal' codec can't encode character u'\\x00' in position 2: invalid decimal Unicode string",
  ],
  [
    '10\x00',
    10,
    'long',
    "UnicodeEncodeError: 'decimal' codec can't encode character u'\\x00' in position 2: invalid decimal Unicode string",
  ],
  ["it's", 10, 'int', 'ValueError: invalid literal for int() with base 10: "it\'s"'],
  ["it's", 10, 'long', 'ValueError: invalid literal for long() with base 10: "it\'s"'],
] as const)('Python 2: with %j, %s: %s', (text, base, name, expected) => {
  expect(outcome(() => parseIntText2(text, base, name, 'str'))).toBe(expected);
});

test.each([
  ['', "ValueError: could not convert string to float: ''"],
  ['  ', "ValueError: could not convert string to float: '  '"],
  ['x', "ValueError: could not convert string to float: 'x'"],
  [' 1.5\n', 1.5],
  ['1_0.5_0', 10.5],
  ['1__0', "ValueError: could not convert string to float: '1__0'"],
  ['_1', "ValueError: could not convert string to float: '_1'"],
  ['1_', "ValueError: could not convert string to float: '1_'"],
  ['1e5', 100000],
  ['1e', "ValueError: could not convert string to float: '1e'"],
  ['.', "ValueError: could not convert string to float: '.'"],
  ['.5', 0.5],
  ['5.', 5],
  ['1e_5', "ValueError: could not convert string to float: '1e_5'"],
  ['nan', NaN],
  ['-NaN', NaN],
  ['+Infinity', Infinity],
  ['infin', "ValueError: could not convert string to float: 'infin'"],
  ['0x10', "ValueError: could not convert string to float: '0x10'"],
  ['1e400', Infinity],
  ['1 2', "ValueError: could not convert string to float: '1 2'"],
  ['١.٢', 1.2],
  ['\u20031\u3000', 1],
  ['\xb2', "ValueError: could not convert string to float: '\xb2'"],
] as const)('float(%j)', (text, expected) => {
  expect(outcome(() => floatOrError(text))).toBe(expected);
});

test.each([
  ['', 'ValueError: could not convert string to float: '],
  ['  ', 'ValueError: could not convert string to float: '],
  ['x', 'ValueError: could not convert string to float: x'],
  [' 1.5 ', 1.5],
  ['1_0', 'ValueError: invalid literal for float(): 1_0'],
  ['1e', 'ValueError: invalid literal for float(): 1e'],
  ['nan', NaN],
  ['-inf', -Infinity],
  ['0x10', 'ValueError: invalid literal for float(): 0x10'],
  ['1 2', 'ValueError: invalid literal for float(): 1 2'],
  ['1e400', Infinity],
  ['١.٢', 1.2],
] as const)('Python 2: float(%j)', (text, expected) => {
  expect(outcome(() => floatOrError2(text, 'str'))).toBe(expected);
});

test.each([
  ['1+2j', [1, 2]],
  ['j', [0, 1]],
  ['-j', [0, -1]],
  [' ( 1-2.5e3J ) ', [1, -2500]],
  ['1', [1, 0]],
  ['1 + 2j', 'ValueError: complex() arg is a malformed string'],
  ['1+2', 'ValueError: complex() arg is a malformed string'],
  ['nan+infj', [NaN, Infinity]],
  ['1_0+2_0j', [10, 20]],
  ['(1j', 'ValueError: complex() arg is a malformed string'],
  ['1+-2j', 'ValueError: complex() arg is a malformed string'],
  ['', 'ValueError: complex() arg is a malformed string'],
  ['1_+2j', "ValueError: could not convert string to complex: '1_+2j'"],
  ['((1j))', 'ValueError: complex() arg is a malformed string'],
  ['.j', 'ValueError: complex() arg is a malformed string'],
  ['-nanj', [0, NaN]],
] as const)('complex(%j)', (text, expected) => {
  expect(outcome(() => parseComplexText(text))).toEqual(expected);
});

test('bytes show as bytes in the message', () => {
  expect(outcome(() => parseIntText('x', 10, 'bytes'))).toBe(
    "ValueError: invalid literal for int() with base 10: b'x'",
  );
});

test('more digits than the limit are refused, both ways', () => {
  expect(outcome(() => parseIntText('1'.repeat(4301)))).toBe(
    'ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use sys.set_int_max_str_digits() to increase the limit',
  );
  expect(outcome(() => intToText(10n ** 4300n))).toBe(
    'ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit',
  );
  expect(parseIntText('1'.repeat(4301), 10, 'str', 0)).toBe((10n ** 4301n - 1n) / 9n);
  expect(parseIntText(`0x${'f'.repeat(5000)}`, 16)).toBe(16n ** 5000n - 1n);
});
