/** What `ctypes` does with addresses, and objects over given memory. Spec: https://docs.python.org/3/library/ctypes.html#utility-functions */
import { bufferInfo, bufferOf, bufferOrUndefined, contiguousBytes } from '../../object/buffer.js';
import { rt } from '../../object/context.js';
import { TypeError, ValueError } from '../../object/errors.js';
import { fn } from '../../object/fn.js';
import { intValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyBytes, PyClassMethod, PyUnicode } from '../../object/values.js';
import { errorType } from '../errorType.js';
import { arrayType } from './array.js';
import { layoutOf, newData, PyCData } from './data.js';
import { addressOf, bytesAt, store, viewAt, wideAt, writeAddress } from './memory.js';
import { addressIn, byref, pointerBase, pointerTo, pointerType } from './pointerTypes.js';
import { typeOfCode } from './simple.js';

const ArgumentError = () => errorType('ctypes.ArgumentError');
const count = (o: Py): number => Number(intValue(o));
const asText = (bytes: Uint8Array): Py =>
  rt.dialect === 2 ? Buffer.from(bytes).toString('latin1') : new PyBytes(new Uint8Array(bytes));

function addressArgument(value: Py): number {
  if (value instanceof PyBytes) return addressOf(store(value.data));
  if (rt.dialect === 2 && typeof value === 'string') return addressOf(store(Buffer.from(value, 'latin1')));
  const address = addressIn(value);
  if (address === undefined)
    throw ArgumentError()(
      `argument 1: TypeError: '${typeOf(value).name}' object cannot be interpreted as ctypes.c_void_p`,
    );
  return address;
}

/** `cast(obj, typ)`: a pointer of another type to the same memory. */
function cast(value: Py, type: Py): PyCData {
  const isPointer =
    type instanceof PyType &&
    (type.mro.includes(pointerBase) || ['z', 'Z', 'P'].some((code) => type.mro.includes(typeOfCode(code)!)));
  const address = addressArgument(value);
  if (!isPointer)
    throw TypeError(
      `cast() argument 2 must be a pointer, not ${type instanceof PyType ? type.name : typeOf(type).name}`,
    );
  const made = newData(type);
  writeAddress(made.view, 0, address);
  return made;
}

const bytesOver = ({ buffer, byteOffset, byteLength }: DataView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

function memmove(to: Py, from: Py, size: Py): Py {
  const bytes = count(size);
  const given = bufferOrUndefined(from instanceof PyCData ? null : from);
  const source = given === undefined ? bytesOver(viewAt(addressArgument(from), bytes)) : given.subarray(0, bytes);
  const address = addressArgument(to);
  bytesOver(viewAt(address, bytes)).set(source);
  return address;
}

function memset(to: Py, byte: Py, size: Py): Py {
  const address = addressArgument(to);
  bytesOver(viewAt(address, count(size))).fill(count(byte));
  return address;
}

function stringAt(pointer: Py, size: Py = -1): Py {
  const address = addressArgument(pointer);
  const bytes = count(size);
  return asText(bytes < 0 ? bytesAt(address) : bytesOver(viewAt(address, bytes)));
}

function wideStringAt(pointer: Py, size: Py = -1): Py {
  const text = wideAt(addressArgument(pointer), count(size) < 0 ? Infinity : count(size));
  return rt.dialect === 2 ? new PyUnicode(text) : text;
}

/** `create_unicode_buffer(init, size=None)`. */
function wideBuffer(init: Py, size: Py): PyCData {
  const text = init instanceof PyUnicode ? init.value : typeof init === 'string' ? init : undefined;
  const length = intValue(init);
  if (text === undefined && length === undefined) throw TypeError(init);
  const points = [...(text ?? '')];
  const items =
    size !== undefined && size !== null ? count(size) : text === undefined ? count(init) : points.length + 1;
  const made = newData(arrayType(typeOfCode('u')!, items, 'ctypes'));
  if (points.length > items) throw ValueError('string too long');
  for (let i = 0; i < points.length; i++) made.view.setUint32(i * 4, points[i]!.codePointAt(0)!, true);
  return made;
}

function partOfBuffer(cls: PyType, total: number, offset: Py): number {
  const { size } = layoutOf(cls);
  const at = count(offset);
  if (at < 0) throw ValueError('offset cannot be negative');
  if (size > total - at) throw ValueError(`Buffer size too small (${total} instead of at least ${size + at} bytes)`);
  return at;
}

/** An object over the memory of another that can be written. */
function fromBuffer(cls: PyType, source: Py, offset: Py = 0): PyCData {
  const info = bufferInfo(source);
  if (info === undefined) throw TypeError(`a bytes-like object is required, not '${typeOf(source).name}'`);
  if (info.readonly) throw TypeError('underlying buffer is not writable');
  const bytes = contiguousBytes(info);
  const at = partOfBuffer(cls, bytes.length, offset);
  info.hold?.(1);
  return newData(cls, new DataView(bytes.buffer, bytes.byteOffset + at, layoutOf(cls).size));
}

function fromCopy(cls: PyType, source: Py, offset: Py = 0): PyCData {
  const bytes = bufferOf(source);
  const at = partOfBuffer(cls, bytes.length, offset);
  const { size } = layoutOf(cls);
  return newData(cls, new DataView(new Uint8Array(bytes.subarray(at, at + size)).buffer));
}

/** Methods of all classes of data. */
export const overMemory = () => ({
  from_buffer: new PyClassMethod(fn('(cls, source, offset=0, /)', fromBuffer)),
  from_buffer_copy: new PyClassMethod(fn('(cls, source, offset=0, /)', fromCopy)),
  from_address: new PyClassMethod(
    fn('(cls, address, /)', (cls: PyType, address: Py) => newData(cls, viewAt(count(address), layoutOf(cls).size))),
  ),
});

function addressof(o: Py): number {
  if (!(o instanceof PyCData)) throw TypeError('invalid type');
  return addressOf(o.view);
}

export const memoryFunctions = () => ({
  _Pointer: pointerBase,
  ArgumentError: ArgumentError().type,
  POINTER: fn('(cls, /)', pointerType),
  pointer: fn('(object, /)', pointerTo),
  byref: fn('(object, offset=0, /)', byref),
  addressof: fn('(object, /)', addressof),
  cast: fn('(obj, typ)', cast),
  memmove: fn('(dst, src, count)', memmove),
  memset: fn('(dst, c, count)', memset),
  string_at: fn('(ptr, size=-1)', stringAt),
  wstring_at: fn('(ptr, size=-1)', wideStringAt),
  create_unicode_buffer: fn('(init, size=None)', wideBuffer),
  ARRAY: fn('(typ, len)', (type: PyType, length: Py) => arrayType(type, count(length), '__main__')),
});
