/** `hex()` and `fromhex()` of bytes, bytearray and memoryview. */
import { special } from '../object/attributes.js';
import { toHex } from '../object/buffer.js';
import { rt } from '../object/context.js';
import { TypeError, ValueError } from '../object/errors.js';
import { asIndex } from '../object/number.js';
import type { Py } from '../object/object.js';
import { typeOf } from '../object/typeof.js';
import { PyBytes, PyStrBox, PyUnicode } from '../object/values.js';

/** `data.hex(sep, bytes_per_sep)`; a positive group size counts from the right. */
export function bytesHex(data: Uint8Array, sep: Py, group: Py): string {
  const digits = toHex(data);
  if (sep === undefined && group === undefined) return digits;
  const size = Number(group === undefined ? 1 : asIndex(group));
  const separator = sep === undefined ? '' : separatorArg(sep);
  if (separator === '' || size === 0 || data.length === 0) return digits;
  const width = Math.abs(size) * 2;
  const parts: string[] = [];
  const first = size > 0 ? digits.length % width : 0;
  if (first > 0) parts.push(digits.slice(0, first));
  for (let at = first; at < digits.length; at += width) parts.push(digits.slice(at, at + width));
  return parts.join(separator);
}

function separatorArg(sep: Py): string {
  const text = sep instanceof PyBytes ? String.fromCharCode(...sep.data.subarray(0, 2)) : sep;
  if (typeof text !== 'string') {
    const length = special(sep, '__len__');
    if (length === undefined) throw TypeError(`object of type '${typeOf(sep).name}' has no len()`);
    if (length(sep) !== 1) throw ValueError('sep must be length 1.');
    throw TypeError('sep must be str or bytes.');
  }
  if (Array.from(text).length !== 1) throw ValueError('sep must be length 1.');
  if (text > '\x7f') throw ValueError('sep must be ASCII.');
  return text;
}

const SPACES = /[\t-\r ]/;
const DIGIT = /[0-9a-fA-F]/;

/** The bytes that pairs of hexadecimal digits stand for; white space may stand between pairs. */
export function bytesFromHex(text: Py): Uint8Array {
  const s = typeof text === 'string' ? text : text instanceof PyStrBox || text instanceof PyUnicode ? text.value : null;
  if (s === null) {
    throw TypeError(
      rt.dialect === 2
        ? `fromhex() argument 1 must be unicode, not ${typeOf(text).name}`
        : `fromhex() argument must be str, not ${text === null ? 'None' : typeOf(text).name}`,
    );
  }
  const foreign = s.search(/[^\0-\x7f]/);
  if (foreign >= 0) throw notHex(foreign);
  const bytes = new Uint8Array(s.length >> 1);
  // It stops at the first pair that is not one.
  if (s.length % 2 === 0 && Buffer.from(bytes.buffer).write(s, 'hex') === bytes.length) return bytes;
  let n = 0;
  for (let i = 0; i < s.length; ) {
    if (SPACES.test(s[i]!)) {
      i++;
      continue;
    }
    for (const at of [i, i + 1]) {
      if (at >= s.length || !DIGIT.test(s[at]!)) {
        throw notHex(at);
      }
    }
    bytes[n++] = Number.parseInt(s.slice(i, i + 2), 16);
    i += 2;
  }
  return n === bytes.length ? bytes : bytes.slice(0, n);
}

const notHex = (at: number) => ValueError(`non-hexadecimal number found in fromhex() arg at position ${at}`);
