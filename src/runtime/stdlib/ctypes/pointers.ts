/**
 * `c_char_p`, `c_wchar_p`, `c_void_p`: addresses. Strings that they point to lie in the memory that all processes share, so that (unlike
 * in C) a pointer in shared memory means the same in each of them. They stay there.
 */
import { asciiOf } from '../../object/text.js';
import { rt } from '../../object/context.js';
import { TypeError } from '../../object/errors.js';
import { intValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { typeOf } from '../../object/typeof.js';
import { PyBytes, PyUnicode } from '../../object/values.js';
import { host } from '../../process/host.js';
import { bytesAt, SHARED_BASE, wideAt } from './memory.js';

const ADDRESS_BYTES = 8;
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

const addressAt = (view: DataView, at: number): bigint => view.getBigUint64(at, true);

function setAddress(
  view: DataView,
  at: number,
  value: Py,
  expected: string,
  textOf: (value: Py) => string | undefined,
) {
  const text = textOf(value);
  const address = value === null ? 0 : text !== undefined ? host().arena.intern(text) : intValue(value);
  if (address === undefined) throw TypeError(`${expected} expected instead of ${typeOf(value).name} instance`);
  view.setBigUint64(at, BigInt.asUintN(64, BigInt(address)), true);
}

/** Up to the first zero, as C reads it. */
function textAt(view: DataView, at: number): string | null {
  const address = addressAt(view, at);
  if (address >= SHARED_BASE) return latin1(bytesAt(Number(address)));
  return address === 0n
    ? null
    : host()
        .arena.stringAt(Number(address))
        .replace(/\0[^]*$/, '');
}

const bytesText = (value: Py): string | undefined => {
  if (value instanceof PyBytes) return Buffer.from(value.data).toString('latin1');
  return rt.dialect === 2 ? asciiOf(value) : undefined;
};

const wideText = (value: Py): string | undefined => {
  if (value instanceof PyUnicode) return value.value;
  return typeof value === 'string' ? value : undefined;
};

function readBytes(view: DataView, at: number): Py {
  const text = textAt(view, at);
  return text === null || rt.dialect === 2 ? text : new PyBytes(Buffer.from(text, 'latin1'));
}

function readWide(view: DataView, at: number): Py {
  const address = addressAt(view, at);
  const text = address >= SHARED_BASE ? wideAt(Number(address)) : textAt(view, at);
  return text === null || rt.dialect === 3 ? text : new PyUnicode(text);
}

function readAddress(view: DataView, at: number): Py {
  const address = addressAt(view, at);
  return address === 0n ? null : address <= Number.MAX_SAFE_INTEGER ? Number(address) : address;
}

function writeVoid(view: DataView, at: number, value: Py): void {
  const address = value === null ? 0 : intValue(value);
  if (address === undefined) throw TypeError('cannot be converted to pointer');
  view.setBigUint64(at, BigInt.asUintN(64, BigInt(address)), true);
}

/** As rows of the table of simple types: code, size, how a value is read and written. */
export const POINTERS = [
  {
    code: 'z',
    size: ADDRESS_BYTES,
    read: readBytes,
    write: (view: DataView, at: number, value: Py) =>
      setAddress(view, at, value, `${rt.dialect === 2 ? 'string' : 'bytes'} or integer address`, bytesText),
  },
  {
    code: 'Z',
    size: ADDRESS_BYTES,
    read: readWide,
    write: (view: DataView, at: number, value: Py) =>
      setAddress(view, at, value, 'unicode string or integer address', wideText),
  },
  { code: 'P', size: ADDRESS_BYTES, read: readAddress, write: writeVoid },
] as const;
