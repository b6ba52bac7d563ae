/** Type codes of `array`: memory, ranges, and values in and out. */
import { OverflowError, TypeError, ValueError } from '../../object/errors.js';
import { rt } from '../../object/context.js';
import { special } from '../../object/attributes.js';
import { wordArg2 } from '../../builtins/args2.js';
import { asDouble, asIndex, intValue, normalInt, strValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { typeOf } from '../../object/typeof.js';
import { PyFloat, PyUnicode } from '../../object/values.js';
import { UNSIGNED_2 } from './unsigned2.js';
import { writtenNaN } from '../../text/nan.js';

export type Cells =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array
  | Float32Array
  | Float64Array;

export interface Kind {
  readonly code: string;
  /** Format of the buffer, in `struct`'s letters. */
  readonly format: string;
  readonly itemsize: number;
  readonly make: (buffer: ArrayBuffer) => Cells;
  /** The item as it is stored. Raises TypeError and OverflowError. */
  readonly store: (value: Py) => number | bigint;
  readonly load: (cell: number | bigint) => Py;
}

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

const KINDS: readonly Kind[] = [
  {
    code: 'b',
    format: 'b',
    itemsize: 1,
    make: (b) => new Int8Array(b),
    store: ranged(SHORT, ['signed char', -128, 127]),
    load: plain,
  },
  {
    code: 'B',
    format: 'B',
    itemsize: 1,
    make: (b) => new Uint8Array(b),
    store: ranged(['unsigned byte integer', 0, 255]),
    load: plain,
  },
  { code: 'u', format: 'w', itemsize: 4, make: (b) => new Uint32Array(b), store: character, load: chr },
  { code: 'w', format: 'w', itemsize: 4, make: (b) => new Uint32Array(b), store: character, load: chr },
  {
    code: 'h',
    format: 'h',
    itemsize: 2,
    make: (b) => new Int16Array(b),
    store: ranged(SHORT),
    load: plain,
  },
  {
    code: 'H',
    format: 'H',
    itemsize: 2,
    make: (b) => new Uint16Array(b),
    store: ranged(INT, ['unsigned short', 0, 65535]),
    load: plain,
  },
  {
    code: 'i',
    format: 'i',
    itemsize: 4,
    make: (b) => new Int32Array(b),
    store: ranged(INT),
    load: plain,
  },
  { code: 'I', format: 'I', itemsize: 4, make: (b) => new Uint32Array(b), store: unsigned32, load: plain },
  {
    code: 'l',
    format: 'l',
    itemsize: 8,
    make: (b) => new BigInt64Array(b),
    store: signed64('Python int too large to convert to C long'),
    load: wide,
  },
  {
    code: 'L',
    format: 'L',
    itemsize: 8,
    make: (b) => new BigUint64Array(b),
    store: unsigned64(
      'Python int too large to convert to C unsigned long',
      "can't convert negative value to unsigned int",
    ),
    load: wide,
  },
  {
    code: 'q',
    format: 'q',
    itemsize: 8,
    make: (b) => new BigInt64Array(b),
    store: signed64('int too big to convert'),
    load: wide,
  },
  {
    code: 'Q',
    format: 'Q',
    itemsize: 8,
    make: (b) => new BigUint64Array(b),
    store: unsigned64('int too big to convert', "can't convert negative int to unsigned"),
    load: wide,
  },
  { code: 'f', format: 'f', itemsize: 4, make: (b) => new Float32Array(b), store: toDouble, load: float },
  { code: 'd', format: 'd', itemsize: 8, make: (b) => new Float64Array(b), store: toDouble, load: float },
];
const CHAR: Kind = {
  code: 'c',
  format: 'c',
  itemsize: 1,
  make: (b) => new Uint8Array(b),
  store: byteCharacter,
  load: (cell) => String.fromCharCode(cell as number),
};

export function kindOf(code: string): Kind | undefined {
  if (rt.dialect === 2 && 'cILwqQ'.includes(code)) return [CHAR, ...UNSIGNED_2].find((kind) => kind.code === code);
  return KINDS.find((kind) => kind.code === code);
}

export const typeCodes = (): string => (rt.dialect === 2 ? 'cbBuhHiIlLfd' : KINDS.map((kind) => kind.code).join(''));
