/** Type codes of `array`: memory, ranges, and values in and out. */
import { OverflowError, TypeError, ValueError } from '../../object/errors.js';
import { rt } from '../../object/context.js';
import { special } from '../../object/attributes.js';
import { wordArg2 } from '../../builtins/args2.js';
import { asDouble, asIndex, intValue, normalInt, strValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { typeOf } from '../../object/typeof.js';
import { PyFloat, PyUnicode } from '../../object/values.js';
import { type Kind, makeKind } from './kind.js';
import { unsigned2 } from './unsigned2.js';
import { writtenNaN } from '../../text/nan.js';

/** A type of C: the name that begins the messages, and its range. */
type CType = readonly [name: string, low: number, high: number];
const SHORT: CType = ['signed short integer', -32768, 32767];
const INT: CType = ['signed integer', -2147483648, 2147483647];

/** An int in the range of the last type; it is put into the others on its way, and first of all into a `long`. */
function ranged(...types: CType[]): (value: Py) => number {
  const [, lowest, highest] = types.at(-1)!;
  return (value) => {
    if (typeof value === 'number' && value >= lowest && value <= highest) return value;
    const n = toInt(value);
    if (typeof n === 'bigint' && n !== BigInt.asIntN(64, n))
      throw OverflowError('Python int too large to convert to C long');
    for (const [name, low, high] of types) {
      if (n > high) throw OverflowError(`${name} is greater than maximum`);
      if (n < low) throw OverflowError(`${name} is less than minimum`);
    }
    return Number(n);
  };
}

function toInt(value: Py): number | bigint {
  if (rt.dialect === 2) return wordArg2(value);
  if (intValue(value) === undefined && (value === null || special(value, '__index__') === undefined))
    throw TypeError(`'${typeOf(value).name}' object cannot be interpreted as an integer`);
  return asIndex(value);
}

/** 32-bit unsigned ints have messages of their own. */
function unsigned32(value: Py): number {
  if (typeof value === 'number' && value >= 0 && value <= 0xffffffff) return value;
  const n = toInt(value);
  if (n < 0) throw OverflowError("can't convert negative value to unsigned int");
  if (n > 0xffffffff)
    throw OverflowError(
      BigInt(n) > 0xffffffffffffffffn
        ? 'Python int too large to convert to C unsigned long'
        : 'unsigned int is greater than maximum',
    );
  return Number(n);
}

function signed64(message: string): (value: Py) => bigint {
  return (value) => {
    const n = BigInt(toInt(value));
    if (n !== BigInt.asIntN(64, n)) throw OverflowError(message);
    return n;
  };
}
function unsigned64(tooLarge: string, negative: string): (value: Py) => bigint {
  return (value) => {
    const n = BigInt(toInt(value));
    if (n < 0n) throw OverflowError(negative);
    if (n !== BigInt.asUintN(64, n)) throw OverflowError(tooLarge);
    return n;
  };
}

function character(value: Py): number {
  const text = value instanceof PyUnicode ? value.value : strValue(value);
  const code = text?.codePointAt(0);
  if (text === undefined || code === undefined || text.length !== (code > 0xffff ? 2 : 1)) {
    throw TypeError(
      rt.dialect === 2
        ? 'array item must be unicode character'
        : text === undefined
          ? `array item must be a unicode character, not ${typeOf(value).name}`
          : 'array item must be a unicode character, not a string',
    );
  }
  return code;
}

/** Python 2's array of bytes. */
function byteCharacter(value: Py): number {
  if (typeof value !== 'string' || value.length !== 1) throw TypeError('array item must be char');
  return value.charCodeAt(0);
}

const plain = (cell: number | bigint): Py => cell;
const wide = (cell: number | bigint): Py => normalInt(cell as bigint);
const float = (cell: number | bigint): Py => new PyFloat(cell as number);
/** The character of a code, which memory that was written otherwise may have any of. */
export function characterOf(code: number): string {
  if (code > 0x10ffff) throw ValueError(`character U+${code.toString(16)} is not in range [U+0000; U+10ffff]`);
  return String.fromCodePoint(code);
}

const chr = (cell: number | bigint): Py =>
  rt.dialect === 2 ? new PyUnicode(characterOf(cell as number)) : characterOf(cell as number);
const toDouble = (value: Py): number =>
  writtenNaN(
    asDouble(value, (name) => (rt.dialect === 2 ? 'a float is required' : `must be real number, not ${name}`)),
  );

/** Ints of at most 32 bits. */
const small = (code: string, make: Kind['make'], low: number, high: number, store: Kind['store']): Kind => ({
  ...makeKind(code, make, store, plain),
  low,
  high,
});

const KINDS: readonly Kind[] = [
  small('b', (n) => new Int8Array(n), -128, 127, ranged(SHORT, ['signed char', -128, 127])),
  small('B', (n) => new Uint8Array(n), 0, 255, ranged(['unsigned byte integer', 0, 255])),
  makeKind('u', (n) => new Uint32Array(n), character, chr, 'w'),
  makeKind('w', (n) => new Uint32Array(n), character, chr),
  small('h', (n) => new Int16Array(n), -32768, 32767, ranged(SHORT)),
  small('H', (n) => new Uint16Array(n), 0, 65535, ranged(INT, ['unsigned short', 0, 65535])),
  small('i', (n) => new Int32Array(n), -2147483648, 2147483647, ranged(INT)),
  small('I', (n) => new Uint32Array(n), 0, 0xffffffff, unsigned32),
  makeKind('l', (n) => new BigInt64Array(n), signed64('Python int too large to convert to C long'), wide),
  makeKind(
    'L',
    (n) => new BigUint64Array(n),
    unsigned64('Python int too large to convert to C unsigned long', "can't convert negative value to unsigned int"),
    wide,
  ),
  makeKind('q', (n) => new BigInt64Array(n), signed64('int too big to convert'), wide),
  makeKind(
    'Q',
    (n) => new BigUint64Array(n),
    unsigned64('int too big to convert', "can't convert negative int to unsigned"),
    wide,
  ),
  makeKind('f', (n) => new Float32Array(n), toDouble, float),
  makeKind('d', (n) => new Float64Array(n), toDouble, float),
];
const CHAR = makeKind(
  'c',
  (n) => new Uint8Array(n),
  byteCharacter,
  (cell) => String.fromCharCode(cell as number),
);

export function kindOf(code: string): Kind | undefined {
  if (rt.dialect === 2 && 'cILwqQ'.includes(code)) return code === 'c' ? CHAR : unsigned2(code);
  return KINDS.find((kind) => kind.code === code);
}

export const typeCodes = (): string => (rt.dialect === 2 ? 'cbBuhHiIlLfd' : KINDS.map((kind) => kind.code).join(''));
