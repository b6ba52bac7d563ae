import { describe, expect, test } from 'vitest';
import type { ValueBridge } from '../../../src/runtime/struct/index.js';
import { Struct, StructError } from '../../../src/runtime/struct/index.js';

/** Python values for these tests: a float is wrapped, everything else is what it looks like. */
type Value = number | bigint | boolean | null | string | Uint8Array | { readonly f: number };

const isFloat = (value: Value): value is { readonly f: number } =>
  typeof value === 'object' && value !== null && 'f' in value;
const isInt = (value: Value) => ['number', 'bigint', 'boolean'].includes(typeof value);

const bridge: ValueBridge<Value> = {
  toInt: (value) => (isInt(value) ? (typeof value === 'boolean' ? Number(value) : (value as number | bigint)) : null),
  isInt,
  toFloat(value) {
    if (isFloat(value)) return value.f;
    const float = isInt(value) ? Number(value) : NaN;
    return Number.isFinite(float) ? float : null;
  },
  toBool: (value) => (isFloat(value) ? value.f !== 0 : Boolean(value)),
  toBytes: (value) => (value instanceof Uint8Array ? value : null),
  fromInt: (value) => value,
  fromFloat: (f) => ({ f }),
  fromBool: (value) => value,
  fromBytes: (bytes) => bytes,
};

const make = (format: string, dialect: 2 | 3 = 3) => new Struct<Value>(format, bridge, dialect);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

function failure(action: () => unknown): [string, string] | null {
  try {
    action();
  } catch (error) {
    if (error instanceof StructError) return [error.kind, error.message];
    throw error;
  }
  return null;
}

test.each<[string, number | bigint]>([
  ['', 0],
  ['<', 0],
  [' b h ', 4],
  ['bq', 16],
  ['=bq', 9],
  ['i0q', 8],
  ['@l', 8],
  ['<l', 4],
  ['3sH', 6],
  ['300p', 300],
  ['9223372036854775807s', 9223372036854775807n],
])('the size of %s', (format, size) => {
  expect(make(format).size).toBe(size);
});

test.each([
  ['z', 'bad char in struct format'],
  ['<n', 'bad char in struct format'],
  ['2 b', 'bad char in struct format'],
  ['b<h', 'bad char in struct format'],
  ['b3', 'repeat count given without format specifier'],
  ['b\0', 'embedded null character'],
  ['9223372036854775807h', 'total struct size too long'],
])('%j is refused', (format, message) => {
  expect(failure(() => make(format))).toEqual(['error', message]);
});

test.each<[string, Value[], string]>([
  ['<bBhH', [-1, 255, -2, 65535], 'fffffeffffff'],
  ['>iI', [-2, 4294967295], 'fffffffeffffffff'],
  ['<qQ', [-1, 2n ** 64n - 1n], 'ffffffffffffffffffffffffffffffff'],
  ['bh', [1, 2], '01000200'],
  ['>e', [{ f: 1.5 }], '3e00'],
  ['>e', [{ f: 65519.999 }], '7bff'],
  ['>e', [{ f: 5.96e-8 }], '0001'],
  ['>e', [{ f: -0 }], '8000'],
  ['<f', [{ f: 1e-45 }], '01000000'],
  ['f', [{ f: 1e39 }], '0000807f'],
  ['>d', [1], '3ff0000000000000'],
  ['<??', [null, 3], '0001'],
  ['3s5p1p', [bytes('abcdef'), bytes('ab'), bytes('x')], '6162630261620000' + '00'],
  ['c2xc', [bytes('a'), bytes('b')], '61000062'],
])('pack %s', (format, values, expected) => {
  expect(hex(make(format).pack(values))).toBe(expected);
});

test.each<[string, Value[], string, string]>([
  ['bb', [1], 'error', 'pack expected 2 items for packing (got 1)'],
  ['b', [128], 'error', "'b' format requires -128 <= number <= 127"],
  ['Q', [-1], 'error', "'Q' format requires 0 <= number <= 18446744073709551615"],
  ['P', [2n ** 64n], 'error', 'int too large to convert'],
  ['b', [{ f: 1 }], 'error', 'required argument is not an integer'],
  ['d', ['a'], 'error', 'required argument is not a float'],
  ['<f', [{ f: 1e39 }], 'OverflowError', 'float too large to pack with f format'],
  ['e', [65536], 'error', 'int too large to convert'],
  ['c', [bytes('ab')], 'error', 'char format requires a bytes object of length 1'],
  ['s', ['a'], 'error', "argument for 's' must be a bytes object"],
])('pack %s refuses %o', (format, values, kind, message) => {
  expect(failure(() => make(format).pack(values))).toEqual([kind, message]);
});

test.each<[string, string, Value[]]>([
  ['<bBhH', 'fffffeffffff', [-1, 255, -2, 65535]],
  ['<qQ', 'ffffffffffffffffffffffffffffffff', [-1, 2n ** 64n - 1n]],
  ['<Q', 'ffffffffffff1f00', [Number.MAX_SAFE_INTEGER]],
  ['>ee', '3e000001', [{ f: 1.5 }, { f: 2 ** -24 }]],
  ['??', '0002', [false, true]],
  ['5p3p', '0261626364ff7879', [bytes('ab'), bytes('xy')]],
])('unpack %s', (format, data, expected) => {
  expect(make(format).unpack(new Uint8Array(Buffer.from(data, 'hex')))).toEqual(expected);
});

describe('buffers and offsets', () => {
  test.each<[number, string | null]>([
    [0, null],
    [-2, null],
    [1, 'requires a buffer of at least 3 bytes for %sing 2 bytes at offset 1 (actual buffer size is 2)'],
    [-3, 'offset -3 out of range for 2-byte buffer'],
  ])('at offset %i', (offset, message) => {
    const expected = (name: string, verb: string) =>
      message && ['error', message.startsWith('requires') ? `${name} ${message.replace('%s', verb)}` : message];
    expect(failure(() => make('h').unpackFrom(new Uint8Array(2), offset))).toEqual(expected('unpack_from', 'unpack'));
    expect(failure(() => make('h').packInto(new Uint8Array(2), offset, [1]))).toEqual(expected('pack_into', 'pack'));
  });

  test('a negative offset too near the end', () => {
    const message = 'not enough data to unpack 2 bytes at offset -1';
    expect(failure(() => make('h').unpackFrom(new Uint8Array(2), -1))).toEqual(['error', message]);
  });

  test('unpack wants the exact length', () => {
    const data = new Uint8Array(3);
    expect(failure(() => make('h').unpack(data))).toEqual(['error', 'unpack requires a buffer of 2 bytes']);
    expect(failure(() => make('h', 2).unpack(data))).toEqual([
      'error',
      'unpack requires a string argument of length 2',
    ]);
  });

  test('iter_unpack', () => {
    expect([...make('<h').iterUnpack(bytes('\x01\0\x02\0'))]).toEqual([[1], [2]]);
    expect(failure(() => make('h').iterUnpack(new Uint8Array(3)))?.[1]).toBe(
      'iterative unpacking requires a buffer of a multiple of 2 bytes',
    );
    expect(failure(() => make('').iterUnpack(new Uint8Array(0)))?.[1]).toBe(
      'cannot iteratively unpack with a struct of length 0',
    );
  });
});

test.each<[string, Value, string]>([
  ['b', 128, 'byte format requires -128 <= number <= 127'],
  ['<H', -1, 'ushort format requires 0 <= number <= USHRT_MAX'],
  ['>h', 32768, "'h' format requires -32768 <= number <= 32767"],
  ['I', -1, "integer out of range for 'I' format code"],
  ['I', 2 ** 32, "'I' format requires 0 <= number <= 4294967295"],
  ['q', 2n ** 63n, "integer out of range for 'q' format code"],
  ['i', null, 'cannot convert argument to integer'],
])('Python 2.7: pack %s refuses %o', (format, value, message) => {
  expect(failure(() => make(format, 2).pack([value]))).toEqual(['error', message]);
});
