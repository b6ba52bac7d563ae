/** How an array is pickled: by the machine format of its items, or as a list for old protocols. */
import { bytesResult } from '../../io/values.js';
import { callMethod } from '../../object/call.js';
import { rt } from '../../object/context.js';
import { TypeError, ValueError } from '../../object/errors.js';
import { fn } from '../../object/fn.js';
import { asIndex, normalInt } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { instanceDict } from '../../object/namespace.js';
import { PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyBytes, PyFloat, PyList, PyTuple } from '../../object/values.js';
import { PyArray } from './array.js';
import { characterOf, kindOf } from './kinds.js';
import { arrayText, byteSwap, fromBytes, isText, typeCode } from './contents.js';

/** The numbers of CPython's machine formats, by type code. */
const MACHINE: Readonly<Record<string, number>> = {
  B: 0,
  b: 1,
  H: 2,
  h: 4,
  I: 6,
  i: 8,
  L: 10,
  l: 12,
  Q: 10,
  q: 12,
  f: 14,
  d: 16,
  u: 20,
  w: 20,
};

/** `__reduce_ex__`. */
export function reduce(self: PyArray, protocol: Py): PyTuple {
  const cls = typeOf(self);
  const state = cls.isHeap ? instanceDict(self) : null;
  if (rt.dialect === 2 || asIndex(protocol) < 3) {
    const content = isText(self.kind.code) ? arrayText(self) : new PyList(self.items());
    return new PyTuple([cls, new PyTuple([self.kind.code, content]), state]);
  }
  return new PyTuple([
    reconstructor,
    new PyTuple([cls, self.kind.code, MACHINE[self.kind.code], bytesResult(new Uint8Array(self.bytes))]),
    state,
  ]);
}

const LAST_FORMAT = 21;
const FLOATS = 14;
const UTF16 = 18;
/** The type codes of integer formats: two of one byte, then one for both orders of bytes. */
const integerCode = (format: number): string => 'BbHhIiQq'[format < 2 ? format : (format >> 1) + 1]!;

/** Appends items in a machine format, which may be another machine's. */
function fill(array: PyArray, format: number, bytes: Uint8Array): void {
  const own = MACHINE[array.kind.code]!;
  if (format === own) {
    fromBytes(array, new Uint8Array(bytes));
    return;
  }
  if (format === own + 1 && own > 1) {
    fromBytes(array, new Uint8Array(bytes));
    byteSwap(array);
    return;
  }
  const [size, read] = FORMATS[format < 2 ? format : format - (format % 2)]!;
  if (bytes.length % size !== 0) throw ValueError('bytes length not a multiple of item size');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const isLittle = format % 2 === 0;
  const items = Array.from({ length: bytes.length / size }, (_, i) => read(view, i * size, isLittle));
  if (format < UTF16) for (const item of items) callMethod(array, 'append', item);
  else callMethod(array, 'fromunicode', (items as number[]).map(format < UTF16 + 2 ? unitOf : characterOf).join(''));
}

const unitOf = (unit: number): string => String.fromCharCode(unit);

/** How items are read, by the number of the format in which the lowest byte comes first: their size, and the reader. */
const FORMATS: Readonly<Record<number, readonly [number, (view: DataView, at: number, isLittle: boolean) => Py]>> = {
  0: [1, (view, at) => view.getUint8(at)],
  1: [1, (view, at) => view.getInt8(at)],
  2: [2, (view, at, isLittle) => view.getUint16(at, isLittle)],
  4: [2, (view, at, isLittle) => view.getInt16(at, isLittle)],
  6: [4, (view, at, isLittle) => view.getUint32(at, isLittle)],
  8: [4, (view, at, isLittle) => view.getInt32(at, isLittle)],
  10: [8, (view, at, isLittle) => normalInt(view.getBigUint64(at, isLittle))],
  12: [8, (view, at, isLittle) => normalInt(view.getBigInt64(at, isLittle))],
  14: [4, (view, at, isLittle) => new PyFloat(view.getFloat32(at, isLittle))],
  16: [8, (view, at, isLittle) => new PyFloat(view.getFloat64(at, isLittle))],
  18: [2, (view, at, isLittle) => view.getUint16(at, isLittle)],
  20: [4, (view, at, isLittle) => view.getUint32(at, isLittle)],
};

/** `array._array_reconstructor`. */
export const reconstructor = fn(
  '(arraytype, typecode, mformat_code, items, /)',
  (cls: Py, code: Py, format: Py, items: Py) => {
    if (!(cls instanceof PyType)) throw TypeError(`first argument must be a type object, not ${typeOf(cls).name}`);
    if (cls.ctor !== PyArray && !(cls.ctor.prototype instanceof PyArray))
      throw TypeError(`${cls.name} is not a subtype of array.array`);
    const kind = kindOf(typeCode(code));
    if (kind === undefined) throw ValueError('second argument must be a valid type code');
    const number = Number(asIndex(format));
    if (number < 0 || number > LAST_FORMAT) throw ValueError('third argument must be a valid machine format code.');
    if (!(items instanceof PyBytes)) throw TypeError(`fourth argument should be bytes, not ${typeOf(items).name}`);
    const isOwn = number === MACHINE[kind.code] || number >= FLOATS;
    const made = new cls.ctor(isOwn ? kind : kindOf(integerCode(number))!) as PyArray;
    fill(made, number, items.data);
    return made;
  },
  '_array_reconstructor',
);
// Arrays are sent by processes that never import `array`: no import tells the function where it is found.
reconstructor.builtin!.owner = 'array';
