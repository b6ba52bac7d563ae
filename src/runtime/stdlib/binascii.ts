/**
 * `binascii`.
 * Spec: https://docs.python.org/3/library/binascii.html
 */
import { bytesResult } from '../io/values.js';
import { bufferOf, fromLatin1, toHex, toLatin1 } from '../object/buffer.js';
import { rt } from '../object/context.js';
import { TypeError, ValueError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { intValue, strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { truthy } from '../object/truth.js';
import { typeOf } from '../object/typeof.js';
import { PyBytes } from '../object/values.js';
import { crcHqx, pythonCrc32 } from './binascii/checksums.js';
import { decodeBase64 } from './binascii/base64.js';
import { decodeQuoted, encodeQuoted } from './binascii/quoted.js';
import { decodeUu, encodeUu } from './binascii/uu.js';
import { errorType } from './errorType.js';

export const binasciiError = () => errorType('binascii.Error', ValueError);
const incomplete = () => errorType('binascii.Incomplete');

/** ASCII text or bytes. */
function asciiBytes(o: Py): Uint8Array {
  const text = strValue(o);
  if (text === undefined || rt.dialect === 2) {
    if (
      text === undefined &&
      o !== null &&
      !(typeof o === 'object' && (o instanceof PyBytes || o.buffer$ !== undefined || o.data !== undefined))
    ) {
      throw TypeError(`argument should be bytes, buffer or ASCII string, not '${typeOf(o).name}'`);
    }
    return bufferOf(o);
  }
  if (/[^\0-\x7f]/.test(text)) throw ValueError('string argument should contain only ASCII characters');
  return fromLatin1(text);
}

function hexlify(data: Py, sep: Py, perSep: Py): Py {
  const bytes = bufferOf(data);
  const hex = toHex(bytes);
  if (sep === undefined) return bytesResult(fromLatin1(hex));
  const separator = strValue(sep) ?? String.fromCharCode(...bufferOf(sep));
  if (separator.length !== 1) throw ValueError('sep must be length 1.');
  const n = perSep === undefined ? 1 : Number(intValue(perSep));
  if (n === 0 || bytes.length === 0) return bytesResult(fromLatin1(hex));
  const size = Math.abs(n) * 2;
  const first = n > 0 ? hex.length % size : 0;
  const groups = first > 0 ? [hex.slice(0, first)] : [];
  for (let at = first; at < hex.length; at += size) groups.push(hex.slice(at, at + size));
  return bytesResult(fromLatin1(groups.join(separator)));
}

/** What a digit stands for, -1 for what is none. */
const HEX_VALUES = Int8Array.from({ length: 256 }, (_, code) =>
  '0123456789abcdef'.indexOf(String.fromCharCode(code).toLowerCase()),
);

/** From so many pairs on, calls into Node beat a loop. */
const MANY_DIGITS = 32;
const { hexWrite } = Buffer.prototype as unknown as {
  hexWrite(this: Uint8Array, text: string, offset: number, length: number): number;
};

function unhexlify(data: Py): Py {
  const bytes = asciiBytes(data);
  if (bytes.length % 2 !== 0)
    throw rt.dialect === 2 ? TypeError('Odd-length string') : binasciiError()('Odd-length string');
  const n = bytes.length / 2;
  const result = new Uint8Array(n);
  // Node's function stops at the first that is no digit.
  if (n > MANY_DIGITS && hexWrite.call(result, toLatin1(bytes), 0, n) === n) return bytesResult(result);
  for (let i = 0; i < n; i++) {
    const value = (HEX_VALUES[bytes[2 * i]!]! << 4) | HEX_VALUES[bytes[2 * i + 1]!]!;
    if (value < 0)
      throw rt.dialect === 2
        ? TypeError('Non-hexadecimal digit found')
        : binasciiError()('Non-hexadecimal digit found');
    result[i] = value;
  }
  return bytesResult(result);
}

function toBase64(data: Py, newline: Py): Py {
  const bytes = bufferOf(data);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
  return bytesResult(fromLatin1(newline === undefined || truthy(newline) ? `${text}\n` : text));
}

const fromBase64 = (data: Py, strict: Py): Py =>
  bytesResult(
    decodeBase64(asciiBytes(data), strict !== undefined && truthy(strict), (message) => binasciiError()(message)),
  );

export default function binascii(): Record<string, Py> {
  const fail = (message: string): Py => binasciiError()(message);
  const hex = fn('(data, sep=None, bytes_per_sep=1)', hexlify);
  const unhex = fn('(hexstr, /)', unhexlify);
  return {
    Error: binasciiError().type,
    Incomplete: incomplete().type,
    hexlify: hex,
    b2a_hex: fn('(data, sep=None, bytes_per_sep=1)', hexlify),
    unhexlify: unhex,
    a2b_hex: fn('(hexstr, /)', unhexlify),
    b2a_base64: fn('(data, /, *, newline=True)', toBase64),
    a2b_base64: fn('(data, /, *, strict_mode=False)', fromBase64),
    crc32: fn('(data, crc=0, /)', pythonCrc32),
    crc_hqx: fn('(data, crc, /)', (data: Py, start: Py) => crcHqx(bufferOf(data), Number(intValue(start)))),
    b2a_uu: fn('(data, /, *, backtick=False)', (data: Py, backtick: Py) =>
      bytesResult(encodeUu(bufferOf(data), backtick !== undefined && truthy(backtick), fail)),
    ),
    a2b_uu: fn('(data, /)', (data: Py) => bytesResult(decodeUu(asciiBytes(data), fail))),
    b2a_qp: fn('(data, quotetabs=False, istext=True, header=False)', (data: Py, tabs: Py, text: Py, header: Py) =>
      bytesResult(
        encodeQuoted(bufferOf(data), {
          tabs: tabs !== undefined && truthy(tabs),
          text: text === undefined || truthy(text),
          header: header !== undefined && truthy(header),
        }),
      ),
    ),
    a2b_qp: fn('(data, header=False)', (data: Py, header: Py) =>
      bytesResult(decodeQuoted(asciiBytes(data), header !== undefined && truthy(header))),
    ),
  };
}
