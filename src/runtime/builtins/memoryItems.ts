/**
 * Items of a memoryview: values of the native formats of the struct module, in memory.
 * Spec: https://docs.python.org/3/library/struct.html#format-characters
 */

import { special } from '../object/attributes.js';
import { TypeError, ValueError } from '../object/errors.js';
import { asDouble, asIndex, intValue, normalInt } from '../object/number.js';
import type { Py } from '../object/object.js';
import { truthy } from '../object/truth.js';
import { PyByteArray, PyBytes, PyFloat } from '../object/values.js';
import { writtenNaN } from '../text/nan.js';
import { packHalf, unpackHalf } from '../text/halfFloat.js';

interface ItemFormat {
  readonly size: number;
  readonly get: (view: DataView, at: number) => Py;
  readonly set: (view: DataView, at: number, value: Py, format: string) => void;
}

function small(
  size: 1 | 2 | 4,
  signed: boolean,
  get: (view: DataView, at: number) => number,
  set: (view: DataView, at: number, n: number) => void,
): ItemFormat {
  const bits = size * 8;
  const low = signed ? -(2 ** (bits - 1)) : 0;
  const high = signed ? 2 ** (bits - 1) - 1 : 2 ** bits - 1;
  return {
    size,
    get,
    set(view, at, value, format) {
      const n = typeof value === 'number' ? value : intItem(value, format);
      if (n < low || n > high) throw invalidValue(format);
      set(view, at, Number(n));
    },
  };
}

function word(signed: boolean): ItemFormat {
  return {
    size: 8,
    get: (view, at) => normalInt(signed ? view.getBigInt64(at, true) : view.getBigUint64(at, true)),
    set(view, at, value, format) {
      const n = BigInt(intItem(value, format));
      if ((signed ? BigInt.asIntN(64, n) : BigInt.asUintN(64, n)) !== n) throw invalidValue(format);
      view.setBigUint64(at, BigInt.asUintN(64, n), true);
    },
  };
}

function real(
  size: number,
  get: (view: DataView, at: number) => number,
  set: (view: DataView, at: number, x: number) => void,
  fits: (x: number) => boolean = () => true,
): ItemFormat {
  return {
    size,
    get: (view, at) => new PyFloat(get(view, at)),
    set(view, at, value, format) {
      if (!isReal(value)) throw invalidType(format);
      const x = asDouble(value);
      if (Number.isFinite(x) && !fits(x)) throw invalidValue(format);
      set(view, at, writtenNaN(x));
    },
  };
}

const isReal = (o: Py) =>
  o instanceof PyFloat || intValue(o) !== undefined || (o !== null && special(o, '__float__') !== undefined);

const byte = small(
  1,
  false,
  (view, at) => view.getUint8(at),
  (view, at, n) => view.setUint8(at, n),
);
const FORMATS: Readonly<Record<string, ItemFormat | undefined>> = {
  B: byte,
  b: small(
    1,
    true,
    (view, at) => view.getInt8(at),
    (view, at, n) => view.setInt8(at, n),
  ),
  H: small(
    2,
    false,
    (view, at) => view.getUint16(at, true),
    (view, at, n) => view.setUint16(at, n, true),
  ),
  h: small(
    2,
    true,
    (view, at) => view.getInt16(at, true),
    (view, at, n) => view.setInt16(at, n, true),
  ),
  I: small(
    4,
    false,
    (view, at) => view.getUint32(at, true),
    (view, at, n) => view.setUint32(at, n, true),
  ),
  i: small(
    4,
    true,
    (view, at) => view.getInt32(at, true),
    (view, at, n) => view.setInt32(at, n, true),
  ),
  L: word(false),
  l: word(true),
  Q: word(false),
  q: word(true),
  N: word(false),
  n: word(true),
  P: word(false),
  e: real(
    2,
    (view, at) => unpackHalf(view.getUint16(at, true)),
    (view, at, x) => view.setUint16(at, packHalf(x), true),
    (x) => Math.abs(x) < 65520,
  ),
  f: real(
    4,
    (view, at) => view.getFloat32(at, true),
    (view, at, x) => view.setFloat32(at, x, true),
    (x) => Number.isFinite(Math.fround(x)),
  ),
  d: real(
    8,
    (view, at) => view.getFloat64(at, true),
    (view, at, x) => view.setFloat64(at, x, true),
  ),
  '?': {
    size: 1,
    get: (view, at) => view.getUint8(at) !== 0,
    set: (view, at, value) => view.setUint8(at, truthy(value) ? 1 : 0),
  },
  c: {
    size: 1,
    get: (view, at) => new PyBytes(Uint8Array.of(view.getUint8(at))),
    set(view, at, value, format) {
      if (!(value instanceof PyBytes || value instanceof PyByteArray)) throw invalidType(format);
      if (value.data.length !== 1) throw invalidValue(format);
      view.setUint8(at, value.data[0]!);
    },
  },
};

/** The item format of 'B', '@i' and their like; undefined for what memoryview cannot index. */
export function itemFormat(format: string): ItemFormat | undefined {
  if (format.length === 1) return FORMATS[format];
  const code = format[0] === '@' ? format.slice(1) : format;
  return Object.hasOwn(FORMATS, code) ? FORMATS[code] : undefined;
}

function intItem(value: Py, format: string): number | bigint {
  if (intValue(value) === undefined && (value === null || special(value, '__index__') === undefined)) {
    throw invalidType(format);
  }
  return asIndex(value);
}

const invalidType = (format: string): Py => TypeError(`memoryview: invalid type for format '${format}'`);
const invalidValue = (format: string): Py => ValueError(`memoryview: invalid value for format '${format}'`);
