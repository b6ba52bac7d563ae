/** Simple types of `ctypes`: `c_int`, `c_double`, `c_char`, … */
import { asLong } from '../../builtins/long2.js';
import { rt } from '../../object/context.js';
import { TypeError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { defineMembers, getter } from '../../object/install.js';
import { asDouble, asIndex, intValue, normalInt } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { repr } from '../../object/text.js';
import { truthy } from '../../object/truth.js';
import { builtinType, type PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyByteArray, PyBytes, PyFloat, PyUnicode } from '../../object/values.js';
import { writtenNaN } from '../../text/nan.js';
import { POINTERS } from './pointers.js';
import { addLayouts, cDataType, type Layout, newData, PyCData } from './data.js';

/** An int argument, in the words of ctypes. */
function intArgument(value: Py): number | bigint {
  const n = intValue(value);
  if (n !== undefined) return n;
  if (rt.dialect === 3) return asIndex(value);
  throw TypeError(value instanceof PyFloat ? 'int expected instead of float' : 'an integer is required');
}

/** The low 32 bits of an int. */
const low32 = (value: Py): number => {
  const n = intArgument(value);
  return typeof n === 'number' && (n | 0) === n ? n : Number(BigInt.asIntN(32, BigInt(n)));
};

const doubleArgument = (value: Py): number =>
  writtenNaN(rt.dialect === 2 ? asDouble(value, () => 'a float is required') : asDouble(value));

function charArgument(value: Py): number {
  if (value instanceof PyBytes && value.data.length === 1) return value.data[0]!;
  if (value instanceof PyByteArray && value.length === 1) return value.data[0]!;
  if (rt.dialect === 2) {
    if (typeof value === 'string' && value.length === 1) return value.charCodeAt(0);
    throw TypeError('one character string expected');
  }
  const n = intValue(value);
  if (n !== undefined && n >= 0 && n < 256) return Number(n);
  throw TypeError('one character bytes, bytearray or integer expected');
}

function wideArgument(value: Py): number {
  const text = value instanceof PyUnicode ? value.value : value;
  if (typeof text !== 'string') throw TypeError(`unicode string expected instead of ${typeOf(value).name} instance`);
  const point = text.codePointAt(0);
  if (point === undefined || String.fromCodePoint(point).length !== text.length)
    throw TypeError('one character unicode string expected');
  return point;
}

type Format = Layout & { readonly code: string };

const format = (
  code: string,
  size: number,
  read: (view: DataView, at: number) => Py,
  write: (view: DataView, at: number, value: Py) => void,
): Format => ({
  code,
  size,
  align: size,
  read,
  write,
});

const bytesOf = (byte: number): Py =>
  rt.dialect === 2 ? String.fromCharCode(byte) : new PyBytes(new Uint8Array([byte]));
const wideOf = (point: number): Py =>
  rt.dialect === 2 ? new PyUnicode(String.fromCodePoint(point)) : String.fromCodePoint(point);
/** Unsigned types that do not fit the `int` of Python 2 give its `long`s. */
const unsigned = (value: number | bigint): Py => (rt.dialect === 2 ? asLong(value) : value);
const wrap64 = (value: Py) => BigInt.asIntN(64, BigInt(intArgument(value)));

/** By the code that `array` and `struct` use too. Integers wrap around, as in C. */
const FORMATS: readonly Format[] = [
  format(
    'b',
    1,
    (v, at) => v.getInt8(at),
    (v, at, x) => v.setInt8(at, low32(x)),
  ),
  format(
    'B',
    1,
    (v, at) => v.getUint8(at),
    (v, at, x) => v.setUint8(at, low32(x)),
  ),
  format(
    'h',
    2,
    (v, at) => v.getInt16(at, true),
    (v, at, x) => v.setInt16(at, low32(x), true),
  ),
  format(
    'H',
    2,
    (v, at) => v.getUint16(at, true),
    (v, at, x) => v.setUint16(at, low32(x), true),
  ),
  format(
    'i',
    4,
    (v, at) => v.getInt32(at, true),
    (v, at, x) => v.setInt32(at, low32(x), true),
  ),
  format(
    'I',
    4,
    (v, at) => unsigned(v.getUint32(at, true)),
    (v, at, x) => v.setUint32(at, low32(x), true),
  ),
  format(
    'l',
    8,
    (v, at) => normalInt(v.getBigInt64(at, true)),
    (v, at, x) => v.setBigInt64(at, wrap64(x), true),
  ),
  format(
    'L',
    8,
    (v, at) => unsigned(normalInt(v.getBigUint64(at, true))),
    (v, at, x) => v.setBigInt64(at, wrap64(x), true),
  ),
  format(
    'q',
    8,
    (v, at) => normalInt(v.getBigInt64(at, true)),
    (v, at, x) => v.setBigInt64(at, wrap64(x), true),
  ),
  format(
    'Q',
    8,
    (v, at) => unsigned(normalInt(v.getBigUint64(at, true))),
    (v, at, x) => v.setBigInt64(at, wrap64(x), true),
  ),
  format(
    'f',
    4,
    (v, at) => new PyFloat(v.getFloat32(at, true)),
    (v, at, x) => v.setFloat32(at, doubleArgument(x), true),
  ),
  format(
    'd',
    8,
    (v, at) => new PyFloat(v.getFloat64(at, true)),
    (v, at, x) => v.setFloat64(at, doubleArgument(x), true),
  ),
  format(
    'c',
    1,
    (v, at) => bytesOf(v.getUint8(at)),
    (v, at, x) => v.setUint8(at, charArgument(x)),
  ),
  format(
    'u',
    4,
    (v, at) => wideOf(v.getUint32(at, true)),
    (v, at, x) => v.setUint32(at, wideArgument(x), true),
  ),
  format(
    '?',
    1,
    (v, at) => v.getUint8(at) !== 0,
    (v, at, x) => v.setUint8(at, truthy(x) ? 1 : 0),
  ),
  ...POINTERS.map(({ code, size, read, write }) => format(code, size, read, write)),
];

const NAMES: Readonly<Record<string, string>> = {
  b: 'c_byte',
  B: 'c_ubyte',
  h: 'c_short',
  H: 'c_ushort',
  i: 'c_int',
  I: 'c_uint',
  l: 'c_long',
  L: 'c_ulong',
  f: 'c_float',
  d: 'c_double',
  c: 'c_char',
  u: 'c_wchar',
  '?': 'c_bool',
  z: 'c_char_p',
  Z: 'c_wchar_p',
  P: 'c_void_p',
};

export class PySimpleData extends PyCData {
  format: Format = FORMATS[4]!;
}
export const simpleBase: PyType = builtinType({
  name: '_SimpleCData',
  js: PySimpleData,
  base: cDataType,
  module: '_ctypes',
});

const types = new Map<string, PyType>();
const formats = new Map<PyType, Format>();
for (const each of FORMATS) {
  const name = NAMES[each.code];
  // `long long` is as long as `long`, and the same class.
  const type =
    name === undefined
      ? types.get(each.code === 'q' ? 'l' : 'L')!
      : builtinType({
          name,
          js: class extends PySimpleData {
            override format = each;
          },
          base: simpleBase,
          module: 'ctypes',
        });
  types.set(each.code, type);
  if (!formats.has(type)) formats.set(type, each);
  if (name !== undefined) defineMembers(type, () => ({ _type_: each.code }));
}
const formatOf = (cls: PyType): Format | undefined => formats.get(cls.mro.find((base) => formats.has(base))!);
addLayouts(formatOf);

export const simpleTypes = (): readonly PyType[] => [...formats.keys()];

/** The type of a code: `'i'` is `c_int`. */
export const typeOfCode = (code: string): PyType | undefined => types.get(code);

/** The code of a simple type or a subclass of one. */
export const codeOf = (cls: PyType): string | undefined => formatOf(cls)?.code;

defineMembers(simpleBase, () => ({
  __init__: method('(*args)', (self: PySimpleData, args: Py[]) => {
    if (args.length > 1)
      throw TypeError(`__init__ expected at most 1 argument${rt.dialect === 2 ? 's' : ''}, got ${args.length}`);
    if (self.view.byteLength === 0) self.view = newData(typeOf(self)).view;
    if (args.length === 1) self.format.write(self.view, 0, args[0]);
    return null;
  }),
  value: getter(
    (self: PySimpleData) => self.format.read(self.view, 0, self),
    (self: PySimpleData, value: Py) => self.format.write(self.view, 0, value),
  ),
  __repr__: method('()', (self: PySimpleData) => {
    const shown = repr(self.format.read(self.view, 0, self));
    return typeOf(self).isHeap ? `<${typeOf(self).name} object>` : `${typeOf(self).name}(${shown})`;
  }),
  __bool__: method('()', (self: PySimpleData) => truthy(self.format.read(self.view, 0, self))),
}));

/** Names of `ctypes` that are other names of these types. */
export const SIMPLE_ALIASES: Readonly<Record<string, string>> = {
  c_longlong: 'c_long',
  c_ulonglong: 'c_ulong',
  c_int8: 'c_byte',
  c_uint8: 'c_ubyte',
  c_int16: 'c_short',
  c_uint16: 'c_ushort',
  c_int32: 'c_int',
  c_uint32: 'c_uint',
  c_int64: 'c_long',
  c_uint64: 'c_ulong',
  c_size_t: 'c_ulong',
  c_ssize_t: 'c_long',
};
