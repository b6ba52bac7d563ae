/** The format specification mini-language; the expected values are those of CPython 3.13 and 2.7. */
import { describe, expect, test } from 'vitest';
import { formatComplex, formatFloat, formatInt, formatStr } from '../../../src/runtime/text/formatSpec.js';
import { outcome } from './outcome.js';

test.each([
  [42, 'd', '42'],
  [42, '', '42'],
  [-42, '08', '-0000042'],
  [42, '+,', '+42'],
  [1234567, ',', '1,234,567'],
  [1234567, '_', '1_234_567'],
  [255, '#x', '0xff'],
  [255, '#X', '0XFF'],
  [255, '#010b', '0b11111111'],
  [65535, '_x', 'ffff'],
  [1234, '010,', '00,001,234'],
  [1234, '011,', '000,001,234'],
  [12, '<6', '12    '],
  [12, '^7', '  12   '],
  [12, '*>6', '****12'],
  [12, '=+6', '+   12'],
  [65, 'c', 'A'],
  [65, '05c', '0000A'],
  [3, '.2f', '3.00'],
  [3, '%', '300.000000%'],
  [3, '.2', 'ValueError: Precision not allowed in integer format specifier'],
  [3, 's', "ValueError: Unknown format code 's' for object of type 'int'"],
  [3, 'q', "ValueError: Unknown format code 'q' for object of type 'int'"],
  [3, '10xx', "ValueError: Invalid format specifier '10xx' for object of type 'int'"],
  [3, ',_', "ValueError: Cannot specify both ',' and '_'."],
  [3, ',n', "ValueError: Cannot specify ',' with 'n'."],
  [3, ',x', "ValueError: Cannot specify ',' with 'x'."],
  [3, 'z', 'ValueError: Negative zero coercion (z) not allowed in integer format specifier'],
  [3, '+c', "ValueError: Sign not allowed with integer format specifier 'c'"],
  [3, '#c', "ValueError: Alternate form (#) not allowed with integer format specifier 'c'"],
  [-1, 'c', 'OverflowError: %c arg not in range(0x110000)'],
  [1180591620717411303424n, 'd', '1180591620717411303424'],
  [1180591620717411303424n, 'c', 'OverflowError: Python int too large to convert to C long'],
  [3, '.', 'ValueError: Format specifier missing precision'],
  [3, '99999999999999999999', 'ValueError: Too many decimal digits in format string'],
  [3, '\n', "ValueError: Unknown format code '\\xa' for object of type 'int'"],
  [1, 'n', '1'],
] as const)('format(%s, %j)', (n, spec, expected) => {
  expect(outcome(() => formatInt(n, spec))).toBe(expected);
});

test.each([
  [1.5, '', '1.5'],
  [1, '.3', '1.0'],
  [123, '.3', '1.23e+02'],
  [1234.5678, ',.2f', '1,234.57'],
  [1e16, '', '1e+16'],
  [1e16, '#', '1.e+16'],
  [-0, 'z.1f', '0.0'],
  [-0.04, 'z.1f', '0.0'],
  [0.000123, 'g', '0.000123'],
  [1234567, 'n', '1.23457e+06'],
  [0.256, '.1%', '25.6%'],
  [Infinity, '010', '0000000inf'],
  [NaN, '+', '+nan'],
  [-1.5, '010.2f', '-000001.50'],
  [1.5, '>+10', '      +1.5'],
  [2.5, '.0f', '2'],
  [1, '#.0f', '1.'],
  [1.5, 'd', "ValueError: Unknown format code 'd' for object of type 'float'"],
  [1.5, 'x,', "ValueError: Invalid format specifier 'x,' for object of type 'float'"],
  [
    1e300,
    ',.0f',
    '1,000,000,000,000,000,052,504,760,255,204,420,248,704,468,581,108,159,154,915,854,115,511,802,457,988,908,195,786,371,375,080,447,864,043,704,443,832,883,878,176,942,523,235,360,430,575,644,792,184,786,706,982,848,387,200,926,575,803,737,830,233,794,788,090,059,368,953,234,970,799,945,081,119,038,967,640,880,074,652,742,780,142,494,579,258,788,820,056,842,838,115,669,472,196,386,865,459,400,540,160',
  ],
  [0.1, '.50f', '0.10000000000000000555111512312578270211815834045410'],
  [1.5, '08,.1f', '00,001.5'],
] as const)('format(%s, %j) of a float', (x, spec, expected) => {
  expect(outcome(() => formatFloat(x, spec))).toBe(expected);
});

test.each([
  ['abc', '', 'abc'],
  ['abc', '5', 'abc  '],
  ['abc', '>5', '  abc'],
  ['abc', '^6', ' abc  '],
  ['abc', '*^7s', '**abc**'],
  ['abc', '.2', 'ab'],
  ['abc', '5.1', 'a    '],
  ['abc', '05', 'abc00'],
  ['abc', '=5', "ValueError: '=' alignment not allowed in string format specifier"],
  ['abc', '+', 'ValueError: Sign not allowed in string format specifier'],
  ['abc', ' ', 'ValueError: Space not allowed in string format specifier'],
  ['abc', '#', 'ValueError: Alternate form (#) not allowed in string format specifier'],
  ['abc', ',', "ValueError: Cannot specify ',' with 's'."],
  ['abc', 'd', "ValueError: Unknown format code 'd' for object of type 'str'"],
  ['abc', 'z', 'ValueError: Negative zero coercion (z) not allowed in string format specifier'],
  ['😀中a', '>5', '  😀中a'],
  ['😀中a', '.2', '😀中'],
  ['ab', '😀^6', '😀😀ab😀😀'],
] as const)('format(%j, %j)', (s, spec, expected) => {
  expect(outcome(() => formatStr(s, spec))).toBe(expected);
});

test.each([
  [1, 2, '', '(1+2j)'],
  [0, 1.5, '', '1.5j'],
  [-0, 1.5, '', '(-0+1.5j)'],
  [1, -2, '.2f', '1.00-2.00j'],
  [1, 2, '>12', '      (1+2j)'],
  [1, NaN, 'e', '1.000000e+00+nanj'],
  [1, 2, '010', 'ValueError: Zero padding is not allowed in complex format specifier'],
  [1, 2, '=10', "ValueError: '=' alignment flag is not allowed in complex format specifier"],
  [1, 2, '%', "ValueError: Unknown format code '%' for object of type 'complex'"],
  [1, 2, '+.1f', '+1.0+2.0j'],
  [0.5, 1, ',', '(0.5+1j)'],
] as const)('format(complex(%s, %s), %j)', (real, imag, spec, expected) => {
  expect(outcome(() => formatComplex(real, imag, spec))).toBe(expected);
});

describe('Python 2', () => {
  const options = (typeName: string) => ({ typeName, dialect: 2 }) as const;

  test.each([
    [42, 'd', '42'],
    [42, '', '42'],
    [-42, '08', '-0000042'],
    [42, '+,', '+42'],
    [1234567, ',', '1,234,567'],
    [1234567, '_', "ValueError: Unknown format code '_' for object of type 'int'"],
    [255, '#x', '0xff'],
    [255, '#X', '0XFF'],
    [255, '#010b', '0b11111111'],
    [65535, '_x', 'ValueError: Invalid conversion specification'],
    [1234, '010,', '00,001,234'],
    [1234, '011,', '000,001,234'],
    [12, '<6', '12    '],
    [12, '^7', '  12   '],
    [12, '*>6', '****12'],
    [12, '=+6', '+   12'],
    [65, 'c', 'A'],
    [65, '05c', '0000A'],
    [3, '.2f', '3.00'],
    [3, '%', '300.000000%'],
    [3, '.2', 'ValueError: Precision not allowed in integer format specifier'],
    [3, 's', "ValueError: Unknown format code 's' for object of type 'int'"],
    [3, 'q', "ValueError: Unknown format code 'q' for object of type 'int'"],
    [3, '10xx', 'ValueError: Invalid conversion specification'],
    [3, ',_', "ValueError: Cannot specify ',' with '_'."],
    [3, ',n', "ValueError: Cannot specify ',' with 'n'."],
    [3, ',x', "ValueError: Cannot specify ',' with 'x'."],
    [3, 'z', "ValueError: Unknown format code 'z' for object of type 'int'"],
    [3, '+c', "ValueError: Sign not allowed with integer format specifier 'c'"],
    [3, '#c', '\x03'],
    [-1, 'c', 'OverflowError: %c arg not in range(0x100)'],
    [1180591620717411303424n, 'd', '1180591620717411303424'],
    [1180591620717411303424n, 'c', 'OverflowError: Python int too large to convert to C long'],
    [3, '.', 'ValueError: Format specifier missing precision'],
    [3, '99999999999999999999', 'ValueError: Too many decimal digits in format string'],
    [3, '\n', "ValueError: Unknown format code '\n' for object of type 'int'"],
    [1, 'n', '1'],
  ] as const)('format(%s, %j)', (n, spec, expected) => {
    const typeName = typeof n === 'bigint' ? 'long' : 'int';
    expect(outcome(() => formatInt(n, spec, options(typeName)))).toBe(expected);
  });

  test.each([
    [1.5, '', '1.5'],
    [1, '.3', '1.0'],
    [123, '.3', '1.23e+02'],
    [1234.5678, ',.2f', '1,234.57'],
    [1e16, '', '1e+16'],
    [1e16, '#', 'ValueError: Alternate form (#) not allowed in float format specifier'],
    [-0, 'z.1f', 'ValueError: Invalid conversion specification'],
    [-0.04, 'z.1f', 'ValueError: Invalid conversion specification'],
    [0.000123, 'g', '0.000123'],
    [1234567, 'n', '1.23457e+06'],
    [0.256, '.1%', '25.6%'],
    [Infinity, '010', '0000000inf'],
    [NaN, '+', '+nan'],
    [-1.5, '010.2f', '-000001.50'],
    [1.5, '>+10', '      +1.5'],
    [2.5, '.0f', '2'],
    [1, '#.0f', 'ValueError: Alternate form (#) not allowed in float format specifier'],
    [1.5, 'd', "ValueError: Unknown format code 'd' for object of type 'float'"],
    [1.5, 'x,', 'ValueError: Invalid conversion specification'],
    [
      1e300,
      ',.0f',
      '1,000,000,000,000,000,052,504,760,255,204,420,248,704,468,581,108,159,154,915,854,115,511,802,457,988,908,195,786,371,375,080,447,864,043,704,443,832,883,878,176,942,523,235,360,430,575,644,792,184,786,706,982,848,387,200,926,575,803,737,830,233,794,788,090,059,368,953,234,970,799,945,081,119,038,967,640,880,074,652,742,780,142,494,579,258,788,820,056,842,838,115,669,472,196,386,865,459,400,540,160',
    ],
    [0.1, '.50f', '0.10000000000000000555111512312578270211815834045410'],
    [1.5, '08,.1f', '00,001.5'],
  ] as const)('format(%s, %j) of a float', (x, spec, expected) => {
    expect(outcome(() => formatFloat(x, spec, options('float')))).toBe(expected);
  });

  test.each([
    ['abc', '', 'abc'],
    ['abc', '5', 'abc  '],
    ['abc', '>5', '  abc'],
    ['abc', '^6', ' abc  '],
    ['abc', '*^7s', '**abc**'],
    ['abc', '.2', 'ab'],
    ['abc', '5.1', 'a    '],
    ['abc', '05', "ValueError: '=' alignment not allowed in string format specifier"],
    ['abc', '=5', "ValueError: '=' alignment not allowed in string format specifier"],
    ['abc', '+', 'ValueError: Sign not allowed in string format specifier'],
    ['abc', ' ', 'ValueError: Sign not allowed in string format specifier'],
    ['abc', '#', 'ValueError: Alternate form (#) not allowed in string format specifier'],
    ['abc', ',', "ValueError: Cannot specify ',' with 's'."],
    ['abc', 'd', "ValueError: Unknown format code 'd' for object of type 'str'"],
    ['abc', 'z', "ValueError: Unknown format code 'z' for object of type 'str'"],
  ] as const)('format(%j, %j)', (s, spec, expected) => {
    expect(outcome(() => formatStr(s, spec, options('str')))).toBe(expected);
  });

  test.each([
    [1, 2, '', '(1+2j)'],
    [0, 1.5, '', '1.5j'],
    [-0, 1.5, '', '(-0+1.5j)'],
    [1, -2, '.2f', '1.00-2.00j'],
    [1, 2, '>12', '      (1+2j)'],
    [1, NaN, 'e', '1.000000e+00+nanj'],
    [1, 2, '010', 'ValueError: Zero padding is not allowed in complex format specifier'],
    [1, 2, '=10', "ValueError: '=' alignment flag is not allowed in complex format specifier"],
    [1, 2, '%', "ValueError: Unknown format code '%' for object of type 'complex'"],
    [1, 2, '+.1f', '+1.0+2.0j'],
    [0.5, 1, ',', '(0.5+1j)'],
  ] as const)('format(complex(%s, %s), %j)', (real, imag, spec, expected) => {
    expect(outcome(() => formatComplex(real, imag, spec, options('complex')))).toBe(expected);
  });
});
