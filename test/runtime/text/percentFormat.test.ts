/** The % operator; the expected values are those of CPython 3.13 and 2.7. */
import { describe, expect, test } from 'vitest';
import { typeError, UnicodeTextError } from '../../../src/runtime/text/error.js';
import { floatRepr } from '../../../src/runtime/text/floatRepr.js';
import { formatPercent, type PercentValues } from '../../../src/runtime/text/percentFormat.js';
import { strAscii, strRepr } from '../../../src/runtime/text/strRepr.js';
import { outcome } from './outcome.js';

class Unicode {
  constructor(readonly text: string) {}
}

type Value = number | string | null | Unicode;

const typeName = (value: Value) =>
  value === null ? 'NoneType' : typeof value === 'string' ? 'str' : Number.isInteger(value) ? 'int' : 'float';

const values: PercentValues<Value> = {
  item: () => null,
  typeName,
  text(value, conversion) {
    if (value instanceof Unicode) return value.text;
    if (typeof value !== 'string')
      return typeof value === 'number' && !Number.isInteger(value) ? floatRepr(value) : String(value);
    return conversion === 's' ? value : conversion === 'r' ? strRepr(value) : strAscii(value);
  },
  decimal: (value) => (typeof value === 'number' ? Math.trunc(value) : undefined),
  index: (value, kind) =>
    typeof value === 'number' && (kind === 'str2' || Number.isInteger(value)) ? Math.trunc(value) : undefined,
  float(value) {
    if (typeof value === 'number') return value;
    throw typeError(`must be real number, not ${typeName(value)}`);
  },
  character: (value) => (typeof value === 'string' || Number.isInteger(value) ? (value as string | number) : undefined),
  size: (value) => (typeof value === 'number' ? value : undefined),
  isUnicode: (value) => value instanceof Unicode,
  promote(bytes) {
    const at = bytes.search(/[\x80-\xff]/);
    if (at < 0) return bytes;
    const object = Uint8Array.from(bytes, (c) => c.charCodeAt(0));
    throw new UnicodeTextError('ascii', object, at, at + 1, 'ordinal not in range(128)', 2);
  },
};

const argumentsOf = (value: unknown, isTuple: boolean) =>
  isTuple ? { items: value as Value[] } : { single: value as Value, isMapping: false };

test.each([
  ['%d', 1.7, false, '1'],
  ['%5.2f|%-5d|%05d', [2.5, 3, -4], true, ' 2.50|3    |-0004'],
  ['%s %r', 'ab', false, 'TypeError: not enough arguments for format string'],
  ['%x %#o %#X', [255, 8, 255], true, 'ff 0o10 0XFF'],
  ['%c%c', ['x', 65], true, 'xA'],
  ['%e', 12345, false, '1.234500e+04'],
  ['%%', [], true, '%'],
  ['%5%', [], true, 'TypeError: not enough arguments for format string'],
  ['%y', 1, false, "ValueError: unsupported format character 'y' (0x79) at index 1"],
  ['%', 1, false, 'ValueError: incomplete format'],
  ['%d', 'x', false, 'TypeError: %d format: a real number is required, not str'],
  ['%x', 1.5, false, 'TypeError: %x format: an integer is required, not float'],
  ['%s', [], true, 'TypeError: not enough arguments for format string'],
  ['%s', [1, 2], true, 'TypeError: not all arguments converted during string formatting'],
  ['x', 1, false, 'TypeError: not all arguments converted during string formatting'],
  ['%*d|%-*d|%.*f', [4, 1, 4, 1, 2, 2.5], true, '   1|1   |2.50'],
  ['%*d', ['a', 1], true, 'TypeError: * wants int'],
  ['%.3d %+d % d', [7, 7, 7], true, '007 +7  7'],
  ['%g %G', [10000000000, 1e-10], true, '1e+10 1E-10'],
  ['%.0d', 0, false, '0'],
  ['%(a', 1, false, 'TypeError: format requires a mapping'],
  ['%i', null, false, 'TypeError: %i format: a real number is required, not NoneType'],
  ['%ld', 5, false, '5'],
  ['%05s', 'a', false, '    a'],
  ['%.2s', 'abc', false, 'ab'],
  ['%s%z', 1, false, 'TypeError: not enough arguments for format string'],
  ['%n', 1, false, "ValueError: unsupported format character 'n' (0x6e) at index 1"],
] as const)('%j', (template, value, isTuple, expected) => {
  expect(outcome(() => formatPercent(template, argumentsOf(value, isTuple), values).text)).toBe(expected);
});

describe('Python 2', () => {
  test.each([
    ['%d', 1.7, false, '1'],
    ['%5.2f|%-5d|%05d', [2.5, 3, -4], true, ' 2.50|3    |-0004'],
    ['%s %r', 'ab', false, 'TypeError: not enough arguments for format string'],
    ['%x %#o %#X', [255, 8, 255], true, 'ff 010 0XFF'],
    ['%c%c', ['x', 65], true, 'xA'],
    ['%e', 12345, false, '1.234500e+04'],
    ['%%', [], true, '%'],
    ['%5%', [], true, '    %'],
    ['%y', 1, false, "ValueError: unsupported format character 'y' (0x79) at index 1"],
    ['%', 1, false, 'ValueError: incomplete format'],
    ['%d', 'x', false, 'TypeError: %d format: a number is required, not str'],
    ['%x', 1.5, false, '1'],
    ['%s', [], true, 'TypeError: not enough arguments for format string'],
    ['%s', [1, 2], true, 'TypeError: not all arguments converted during string formatting'],
    ['x', 1, false, 'TypeError: not all arguments converted during string formatting'],
    ['%*d|%-*d|%.*f', [4, 1, 4, 1, 2, 2.5], true, '   1|1   |2.50'],
    ['%*d', ['a', 1], true, 'TypeError: * wants int'],
    ['%.3d %+d % d', [7, 7, 7], true, '007 +7  7'],
    ['%g %G', [10000000000, 1e-10], true, '1e+10 1E-10'],
    ['%.0d', 0, false, ''],
    ['%(a', 1, false, 'TypeError: format requires a mapping'],
    ['%i', null, false, 'TypeError: %d format: a number is required, not NoneType'],
    ['%ld', 5, false, '5'],
    ['%05s', 'a', false, '    a'],
    ['%.2s', 'abc', false, 'ab'],
    ['%s%z', 1, false, 'TypeError: not enough arguments for format string'],
    ['%n', 1, false, "ValueError: unsupported format character 'n' (0x6e) at index 1"],
  ] as const)('%j', (template, value, isTuple, expected) => {
    expect(outcome(() => formatPercent(template, argumentsOf(value, isTuple), values, 'str2').text)).toBe(expected);
  });

  test('a unicode makes the result unicode, if all the rest is ASCII', () => {
    const format = (template: string, ...items: Value[]) =>
      outcome(() => formatPercent(template, { items }, values, 'str2'));
    expect(format('a%s %s', 'b', new Unicode('中'))).toMatchObject({ text: 'ab 中', kind: 'unicode2' });
    expect(format('\xe9%s', new Unicode('x'))).toBe(
      "UnicodeDecodeError: 'ascii' codec can't decode byte 0xe9 in position 0: ordinal not in range(128)",
    );
  });
});

test('keys come from a mapping', () => {
  const mapping: PercentValues<Value> = { ...values, item: (_, key) => `<${key}>` };
  expect(formatPercent('%(a)s %((b))5s%%', { single: null, isMapping: true }, mapping).text).toBe('<a> <(b)>%');
  expect(outcome(() => formatPercent('%(a)s', { items: [1] }, values))).toBe('TypeError: format requires a mapping');
});
