/** Fields of structures that are not just a value at a place: some bits of one, or one in the other order of bytes. */
import { TypeError } from '../../object/errors.js';
import { intValue, normalInt } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import type { PyType } from '../../object/type.js';
import type { Layout, PyCData } from './data.js';
import { codeOf } from './simple.js';

const SIGNED = 'bhilq';
const INTEGERS = `${SIGNED}BHILQ?`;

/** Bits of an integer: `shift` from its lowest one. */
export function bitsOf(layout: Layout, type: PyType, shift: number, bits: number): Layout {
  const code = codeOf(type);
  if (code === undefined || !INTEGERS.includes(code)) throw TypeError(`bit fields not allowed for type ${type.name}`);
  const width = layout.size * 8;
  const mask = (1n << BigInt(bits)) - 1n;
  const at = BigInt(shift);
  const raw = (view: DataView, offset: number): bigint => {
    let value = 0n;
    for (let i = layout.size - 1; i >= 0; i--) value = (value << 8n) | BigInt(view.getUint8(offset + i));
    return value;
  };
  return {
    ...layout,
    read: (view, offset) => {
      const value = (raw(view, offset) >> at) & mask;
      if (code === '?') return value !== 0n;
      return normalInt(SIGNED.includes(code) ? BigInt.asIntN(bits, value) : value);
    },
    write: (view, offset, value) => {
      const n = typeof value === 'boolean' ? BigInt(value) : BigInt(wholeNumber(value));
      let whole = BigInt.asUintN(width, (raw(view, offset) & ~(mask << at)) | ((n & mask) << at));
      for (let i = 0; i < layout.size; i++, whole >>= 8n) view.setUint8(offset + i, Number(whole & 0xffn));
    },
  };
}

function wholeNumber(value: Py): number | bigint {
  const n = intValue(value);
  if (n === undefined) throw TypeError('int expected instead of float instance');
  return n;
}

/** The same value with its bytes the other way round. */
export function swapped(layout: Layout, type: PyType): Layout {
  const { size } = layout;
  if (codeOf(type) === undefined) throw TypeError(`This type does not support other endian: <class '${type.name}'>`);
  if (size === 1) return layout;
  const bytes = new Uint8Array(size);
  const scratch = new DataView(bytes.buffer);
  return {
    ...layout,
    read: (view: DataView, at: number, owner: PyCData): Py => {
      for (let i = 0; i < size; i++) bytes[size - 1 - i] = view.getUint8(at + i);
      return layout.read(scratch, 0, owner);
    },
    write: (view: DataView, at: number, value: Py): void => {
      layout.write(scratch, 0, value);
      for (let i = 0; i < size; i++) view.setUint8(at + i, bytes[size - 1 - i]!);
    },
  };
}
