/** `int.to_bytes` and `int.from_bytes` (https://docs.python.org/3/library/stdtypes.html#int.to_bytes). */
import { special } from '../object/attributes.js';
import { bufferOrUndefined, fromLatin1, toHex, toLatin1 } from '../object/buffer.js';
import { call1 } from '../object/call.js';
import { rt } from '../object/context.js';
import { OverflowError, TypeError, ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { installAttribute, installOnInstances } from '../object/install.js';
import { asSize, intValue, normalInt, strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { truthy } from '../object/truth.js';
import type { Members, PyType } from '../object/type.js';
import { isInstance, typeOf } from '../object/typeof.js';
import { PyBytes, PyClassMethod } from '../object/values.js';
import { bytesType } from './bytes.js';
import { plainSource } from './bytesSource.js';
import { type Int, negInt } from './intMath.js';

/**
 * For Python 2's int and long, which do not show these methods: the library's modules call them. There bytes are a str.
 */
export function offerBytes2(type: PyType, ...prototypes: Py[]): void {
  for (const [name, value] of Object.entries(intBytesMembers())) {
    installAttribute(type, name, value);
    for (const proto of [type.proto, ...prototypes]) installOnInstances(type, proto, name, value);
  }
}

export function intBytesMembers(): Members {
  const asValue = (data: Uint8Array): Py => (rt.dialect === 2 ? toLatin1(data) : new PyBytes(data));
  return {
    to_bytes: method("(length=1, byteorder='big', *, signed=False)", (self: Py, length: Py, order: Py, signed: Py) => {
      const size = length === undefined ? 1 : asSize(length);
      const isLittle = littleEndian(order, 'to_bytes');
      if (size < 0) throw ValueError('length argument must be non-negative');
      return asValue(toBytes(intValue(self)!, size, isLittle, signed !== undefined && truthy(signed)));
    }),
    from_bytes: new PyClassMethod(
      fn("(cls, bytes, byteorder='big', *, signed=False)", (cls: Py, source: Py, order: Py, signed: Py) => {
        const isLittle = littleEndian(order, 'from_bytes');
        const value = fromBytes(sourceBytes(source), isLittle, signed !== undefined && truthy(signed));
        return cls.isHeap || cls.name === 'bool' ? call1(cls, value) : value;
      }),
    ),
  };
}

function littleEndian(order: Py, name: string): boolean {
  if (order === undefined) return false;
  const text = strValue(order);
  if (text === undefined) {
    throw TypeError(`${name}() argument 'byteorder' must be str, not ${order === null ? 'None' : typeOf(order).name}`);
  }
  if (text !== 'big' && text !== 'little') throw ValueError("byteorder must be either 'little' or 'big'");
  return text === 'little';
}

function sourceBytes(source: Py): Uint8Array {
  if (rt.dialect === 2 && typeof source === 'string') return fromLatin1(source);
  const data = bufferOrUndefined(source);
  if (data !== undefined) return data;
  const convert = special(source, '__bytes__');
  if (convert !== undefined) {
    const result = convert(source);
    if (!isInstance(result, bytesType)) {
      throw TypeError(`__bytes__ returned non-bytes (type ${typeOf(result).name})`);
    }
    return result.data;
  }
  if (strValue(source) !== undefined || intValue(source) !== undefined) {
    throw TypeError(`cannot convert '${typeOf(source).name}' object to bytes`);
  }
  return plainSource('bytes', source, 'bytes must be in range(0, 256)');
}

/** The two's complement of `n` in `size` bytes. OverflowError. */
export function toBytes(n: Int, size: number, isLittle: boolean, signed: boolean): Uint8Array {
  if (n < 0 && !signed) throw OverflowError("can't convert negative int to unsigned");
  const bytes = new Uint8Array(size);
  if (typeof n === 'number' && n >= 0 && n < 2 ** (size * 8 - (signed ? 1 : 0))) {
    let rest = n;
    for (let i = 0; rest > 0; i++) {
      bytes[isLittle ? i : size - 1 - i] = rest % 256;
      rest = Math.floor(rest / 256);
    }
    return bytes;
  }
  const big = BigInt(n);
  const bits = size * 8;
  const fits = signed
    ? size === 0
      ? big === 0n || big === -1n
      : BigInt.asIntN(bits, big) === big
    : BigInt.asUintN(bits, big) === big;
  if (!fits) throw OverflowError('int too big to convert');
  if (size === 0) return bytes;
  const hex = BigInt.asUintN(bits, big).toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  bytes.set(Buffer.from(even, 'hex'), size - even.length / 2);
  return isLittle ? bytes.reverse() : bytes;
}

/** The int whose bytes these are. */
export function fromBytes(bytes: Uint8Array, isLittle: boolean, signed: boolean): Int {
  const { length } = bytes;
  if (length <= 6) return fewBytes(bytes, isLittle, signed);
  if (length === 8) return eightBytes(bytes, isLittle, signed);
  const ordered = isLittle ? bytes.slice().reverse() : bytes;
  const value = BigInt(`0x${toHex(ordered)}`);
  return normalInt(signed ? BigInt.asIntN(length * 8, value) : value);
}

function fewBytes(bytes: Uint8Array, isLittle: boolean, signed: boolean): Int {
  const { length } = bytes;
  let value = 0;
  for (let i = 0; i < length; i++) value = value * 256 + bytes[isLittle ? length - 1 - i : i]!;
  return signed && value >= 2 ** (length * 8 - 1) && length > 0 ? negInt(2 ** (length * 8) - value) : value;
}

function eightBytes(bytes: Uint8Array, isLittle: boolean, signed: boolean): Int {
  const view = new DataView(bytes.buffer, bytes.byteOffset, 8);
  const high = view.getInt32(isLittle ? 4 : 0, isLittle);
  // The upper 11 bits and the sign are all the same: a number that is safe.
  if (high >> 21 === 0 || (signed && high >> 21 === -1 && high !== -0x200000))
    return high * 0x100000000 + view.getUint32(isLittle ? 0 : 4, isLittle);
  return normalInt(signed ? view.getBigInt64(0, isLittle) : view.getBigUint64(0, isLittle));
}
