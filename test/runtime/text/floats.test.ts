/** Texts of floats; the expected values are those of CPython 3.13 and 2.7. */
import { expect, test } from 'vitest';
import { type FloatCode, formatDouble } from '../../../src/runtime/text/floatFormat.js';
import { floatFromHex, floatHex } from '../../../src/runtime/text/floatHex.js';
import { floatRepr, floatStr2 } from '../../../src/runtime/text/floatRepr.js';
import { outcome } from './outcome.js';

test.each([
  [0, '0.0'],
  [-0, '-0.0'],
  [1, '1.0'],
  [-1.5, '-1.5'],
  [0.1, '0.1'],
  [1e16, '1e+16'],
  [1000000000000000, '1000000000000000.0'],
  [9999999999999998.0, '9999999999999998.0'],
  [123456789.125, '123456789.125'],
  [0.0001, '0.0001'],
  [1e-5, '1e-05'],
  [0.00012, '0.00012'],
  [5e-324, '5e-324'],
  [1.7976931348623157e308, '1.7976931348623157e+308'],
  [1e22, '1e+22'],
  [1e23, '1e+23'],
  [Infinity, 'inf'],
  [-Infinity, '-inf'],
  [NaN, 'nan'],
  [1.1805916207174113e21, '1.1805916207174113e+21'],
  [0.3333333333333333, '0.3333333333333333'],
] as const)('repr(%s)', (x, expected) => {
  expect(floatRepr(x)).toBe(expected);
});

test.each([
  [0, '0.0'],
  [-0, '-0.0'],
  [1, '1.0'],
  [-1.5, '-1.5'],
  [0.1, '0.1'],
  [1e16, '1e+16'],
  [1000000000000000, '1e+15'],
  [9999999999999998.0, '1e+16'],
  [123456789.125, '123456789.125'],
  [0.0001, '0.0001'],
  [1e-5, '1e-05'],
  [0.00012, '0.00012'],
  [5e-324, '4.94065645841e-324'],
  [1.7976931348623157e308, '1.79769313486e+308'],
  [1e22, '1e+22'],
  [1e23, '1e+23'],
  [Infinity, 'inf'],
  [-Infinity, '-inf'],
  [NaN, 'nan'],
  [1.1805916207174113e21, '1.18059162072e+21'],
  [0.3333333333333333, '0.333333333333'],
  [100000000000, '1e+11'],
  [1000000000000, '1e+12'],
  [123456789012.5, '1.23456789012e+11'],
  [0.30000000000000004, '0.3'],
  [4398524708405, '4.39852470840e+12'],
] as const)('Python 2: str(%s)', (x, expected) => {
  expect(floatStr2(x)).toBe(expected);
});

test.each([
  [0.1, 'f', 50, 0, '0.10000000000000000555111512312578270211815834045410'],
  [
    0.1,
    'f',
    120,
    0,
    '0.100000000000000005551115123125782702118158340454101562500000000000000000000000000000000000000000000000000000000000000000',
  ],
  [2.5, 'f', 0, 0, '2'],
  [3.5, 'f', 0, 0, '4'],
  [2.5, 'f', 0, 1, '2.'],
  [0.125, 'f', 2, 0, '0.12'],
  [0.375, 'f', 2, 0, '0.38'],
  [1e22, 'f', 0, 0, '10000000000000000000000'],
  [-0, 'f', 1, 0, '-0.0'],
  [1e21, 'f', 1, 0, '1000000000000000000000.0'],
  [12345, 'e', 2, 0, '1.23e+04'],
  [12355, 'e', 2, 0, '1.24e+04'],
  [5e-324, 'e', 30, 0, '4.940656458412465441765687928682e-324'],
  [9.5, 'e', 0, 0, '1e+01'],
  [0, 'e', 3, 0, '0.000e+00'],
  [1e23, 'e', 25, 0, '9.9999999999999991611392000e+22'],
  [100000, 'g', 6, 0, '100000'],
  [1000000, 'g', 6, 0, '1e+06'],
  [0.0001, 'g', 6, 0, '0.0001'],
  [1e-5, 'g', 6, 0, '1e-05'],
  [1, 'g', 6, 1, '1.00000'],
  [1e100, 'G', 3, 0, '1E+100'],
  [2.5, 'g', 1, 0, '2'],
  [Infinity, 'F', 2, 0, 'INF'],
  [NaN, 'E', 2, 0, 'NAN'],
  [1, 'g', 0, 0, '1'],
] as const)('%s as %s with precision %s', (x, code, precision, alternate, expected) => {
  expect(formatDouble(x, code as FloatCode, precision, { alternate: alternate === 1 })).toBe(expected);
});

test.each([
  [0, '0x0.0p+0'],
  [-0, '-0x0.0p+0'],
  [1, '0x1.0000000000000p+0'],
  [-0.1, '-0x1.999999999999ap-4'],
  [5e-324, '0x0.0000000000001p-1022'],
  [1.7976931348623157e308, '0x1.fffffffffffffp+1023'],
  [Infinity, 'inf'],
  [NaN, 'nan'],
  [0.7, '0x1.6666666666666p-1'],
] as const)('(%s).hex()', (x, expected) => {
  expect(floatHex(x)).toBe(expected);
});

test.each([
  ['0x1.8p1', 3],
  ['-0x.8p+4', -8],
  [' 0X1P-1074 ', 5e-324],
  ['0x1p-1075', 0],
  ['0x1.8p-1075', 5e-324],
  ['1.', 1],
  ['inf', Infinity],
  ['-Infinity', -Infinity],
  ['nan', NaN],
  ['0x1p1024', 'OverflowError: hexadecimal value too large to represent as a float'],
  ['0x1.fffffffffffff8p1023', 'OverflowError: hexadecimal value too large to represent as a float'],
  ['0x1.fffffffffffff7p1023', 1.7976931348623157e308],
  ['0x', 'ValueError: invalid hexadecimal floating-point string'],
  ['p1', 'ValueError: invalid hexadecimal floating-point string'],
  ['0x1p', 'ValueError: invalid hexadecimal floating-point string'],
  ['1 2', 'ValueError: invalid hexadecimal floating-point string'],
  ['ff', 255],
] as const)('float.fromhex(%j)', (text, expected) => {
  expect(outcome(() => floatFromHex(text))).toBe(expected);
});
