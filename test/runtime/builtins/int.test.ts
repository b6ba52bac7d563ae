import { beforeEach, expect, test } from 'vitest';
import '../../../src/runtime/builtins/bool.js';
import '../../../src/runtime/builtins/str.js';
import '../../../src/runtime/builtins/tuple.js';
import { complexType } from '../../../src/runtime/builtins/complex.js';
import { floatType } from '../../../src/runtime/builtins/float.js';
import { intType } from '../../../src/runtime/builtins/int.js';
import { hex, round } from '../../../src/runtime/builtins/numeric.js';
import { getAttr } from '../../../src/runtime/object/attributes.js';
import { call, callKw, callMethod } from '../../../src/runtime/object/call.js';
import { enterContext } from '../../../src/runtime/object/context.js';
import { PyBaseException } from '../../../src/runtime/object/errors.js';
import type { Py } from '../../../src/runtime/object/object.js';
import { repr } from '../../../src/runtime/object/text.js';
import { typeOf } from '../../../src/runtime/object/typeof.js';
import { PyBytes, PyFloat } from '../../../src/runtime/object/values.js';

const f = (v: number) => new PyFloat(v);
const bytes = (...values: number[]) => new PyBytes(Uint8Array.from(values));

beforeEach(() => {
  enterContext(3);
});

function outcome(run: () => Py): string {
  try {
    return repr(run());
  } catch (error) {
    if (!(error instanceof PyBaseException)) throw error;
    return `${typeOf(error).name}: ${error.args.items.join(', ')}`;
  }
}

test.each<[Py[], Record<string, Py>, string]>([
  [[], {}, '0'],
  [['  -0x1F '], { base: 16 }, '-31'],
  [['1_000'], {}, '1000'],
  [['z', 36], {}, '35'],
  [[f(-2.9)], {}, '-2'],
  [[f(1e20)], {}, '100000000000000000000'],
  [[true], {}, '1'],
  [[bytes(49, 50)], {}, '12'],
  [['12', 40], {}, 'ValueError: int() base must be >= 2 and <= 36, or 0'],
  [['a'], {}, "ValueError: invalid literal for int() with base 10: 'a'"],
  [[null], {}, "TypeError: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'"],
  [[f(1.5), 2], {}, "TypeError: int() can't convert non-string with explicit base"],
  [[f(Number.NaN)], {}, 'ValueError: cannot convert float NaN to integer'],
  [[f(Number.POSITIVE_INFINITY)], {}, 'OverflowError: cannot convert float infinity to integer'],
  [[], { base: 3 }, 'TypeError: int() missing string argument'],
  [[1, 2, 3], {}, 'TypeError: int expected at most 2 arguments, got 3'],
  [['1'], { x: 1 }, "TypeError: int() got an unexpected keyword argument 'x'"],
])('int(*%o, **%o)', (args, keywords, expected) => {
  expect(outcome(() => callKw(intType, args, new Map(Object.entries(keywords))))).toBe(expected);
});

test('the digits of an int text are limited', () => {
  const message =
    'ValueError: Exceeds the limit (4300 digits) for integer string conversion; ' +
    'use sys.set_int_max_str_digits() to increase the limit';
  expect(outcome(() => 10n ** 5000n)).toBe(message);
});

test.each<[Py[], string]>([
  [['1_0.5'], '10.5'],
  [[' 1e5 '], '100000.0'],
  [['1__0'], "ValueError: could not convert string to float: '1__0'"],
  [[10n ** 400n], 'OverflowError: int too large to convert to float'],
  [[1, 2], 'TypeError: float expected at most 1 argument, got 2'],
  [[null], "TypeError: float() argument must be a string or a real number, not 'NoneType'"],
])('float(*%o)', (args, expected) => {
  expect(outcome(() => call(floatType, args))).toBe(expected);
});

test.each<[Py[], string]>([
  [['1+2j'], '(1+2j)'],
  [[1, f(-0)], '(1-0j)'],
  [['1', 2], "TypeError: complex() can't take second arg if first is a string"],
  [['x'], 'ValueError: complex() arg is a malformed string'],
])('complex(*%o)', (args, expected) => {
  expect(outcome(() => call(complexType, args))).toBe(expected);
});

test.each<[Py, string, Py[], string]>([
  [255, 'bit_count', [], '8'],
  [2n ** 64n, 'bit_length', [], '65'],
  [300, 'to_bytes', [2], "b'\\x01,'"],
  [300, 'to_bytes', [2, 'little'], "b',\\x01'"],
  [300, 'to_bytes', [1], 'OverflowError: int too big to convert'],
  [-1, 'to_bytes', [], "OverflowError: can't convert negative int to unsigned"],
  [5, '__add__', [f(1)], 'NotImplemented'],
  [f(0.5), 'as_integer_ratio', [], '(1, 2)'],
  [f(1.5), 'hex', [], "'0x1.8000000000000p+0'"],
  [f(2.5), '__round__', [], '2'],
  [f(1), '__eq__', [1], 'True'],
  [true, '__and__', [1], '1'],
])('%o.%s(*%o)', (self, name, args, expected) => {
  if (expected === 'NotImplemented') expect(callMethod(self, name, ...args)).toBe(callMethod(1, '__add__', 'x'));
  else expect(outcome(() => callMethod(self, name, ...args))).toBe(expected);
});

test('int.from_bytes', () => {
  const fromBytes = getAttr(intType, 'from_bytes');
  expect(callKw(fromBytes, [bytes(0x80)], new Map([['signed', true]]))).toBe(-128);
  expect(call(fromBytes, [bytes(1, 0, 0, 0, 0, 0, 0, 0, 0)])).toBe(2n ** 64n);
  expect(call(fromBytes, [bytes(1, 2), 'little'])).toBe(513);
});

test.each<[Py[], string]>([
  [[f(2.675), 2], '2.67'],
  [[25, -1], '20'],
  [[f(3.5)], '4'],
  [['a'], "TypeError: type str doesn't define __round__ method"],
])('round(*%o)', (args, expected) => {
  expect(outcome(() => round(...args))).toBe(expected);
});

test('hex of a negative int', () => {
  expect(hex(-255)).toBe('-0xff');
});
