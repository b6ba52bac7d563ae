/**
 * Python 2's codecs from bytes to bytes: hex, base64, zlib, bz2, quoted-printable, uuencode. Bytes are strings of one
 * character each.
 * Spec: https://docs.python.org/2.7/library/codecs.html#python-specific-encodings
 */
import { importModule } from '../import/importFunction.js';
import { callMethod } from '../object/call.js';
import { TypeError, ValueError } from '../object/errors.js';
import type { Py } from '../object/object.js';

export interface ByteCodec {
  readonly encode: (bytes: string) => string;
  readonly decode: (bytes: string) => string;
}

const LINE_BYTES = 57;

/** What a function of a module makes of the bytes. */
function through(module: string, name: string, ...options: Py[]): (bytes: string) => string {
  return (bytes) => callMethod(importModule(module, null, ['*'], 0), name, bytes, ...options);
}

const hex: ByteCodec = {
  encode: (bytes) => Buffer.from(bytes, 'latin1').toString('hex'),
  decode(bytes) {
    if (bytes.length % 2 === 1) throw TypeError('Odd-length string');
    if (/[^0-9a-fA-F]/.test(bytes)) throw TypeError('Non-hexadecimal digit found');
    return Buffer.from(bytes, 'hex').toString('latin1');
  },
};

const base64: ByteCodec = {
  encode(bytes) {
    let result = '';
    for (let at = 0; at < bytes.length; at += LINE_BYTES) {
      result += `${Buffer.from(bytes.slice(at, at + LINE_BYTES), 'latin1').toString('base64')}\n`;
    }
    return result;
  },
  decode: through('binascii', 'a2b_base64'),
};

const zlib: ByteCodec = { encode: through('zlib', 'compress'), decode: through('zlib', 'decompress') };
const bz2: ByteCodec = { encode: through('bz2', 'compress'), decode: through('bz2', 'decompress') };

const uu: ByteCodec = {
  encode(bytes) {
    let body = '';
    for (let at = 0; at < bytes.length; at += 45) body += uuLine(bytes.slice(at, at + 45));
    return `begin 666 <data>\n${body} \nend\n`;
  },
  decode(bytes) {
    const lines = bytes.split('\n');
    const start = lines.findIndex((line) => line.startsWith('begin'));
    if (start < 0) throw ValueError('Missing "begin" line in input data');
    let result = '';
    for (const line of lines.slice(start + 1)) {
      if (line === 'end') return result;
      result += uuBytes(line);
    }
    throw ValueError('Truncated input data');
  },
};

const uuDigit = (n: number): string => String.fromCharCode(32 + (n & 63));

function uuLine(chunk: string): string {
  let line = uuDigit(chunk.length);
  for (let i = 0; i < chunk.length; i += 3) {
    const [a = 0, b = 0, c = 0] = [0, 1, 2].map((k) => (i + k < chunk.length ? chunk.charCodeAt(i + k) : 0));
    line += uuDigit(a >> 2) + uuDigit((a << 4) | (b >> 4)) + uuDigit((b << 2) | (c >> 6)) + uuDigit(c);
  }
  return `${line}\n`;
}

function uuBytes(line: string): string {
  const length = (line.charCodeAt(0) - 32) & 63;
  let result = '';
  for (let i = 1; result.length < length; i += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = [0, 1, 2, 3].map((k) => ((line.charCodeAt(i + k) || 32) - 32) & 63);
    result += String.fromCharCode((a << 2) | (b >> 4), ((b << 4) | (c >> 2)) & 255, ((c << 6) | d) & 255);
  }
  return result.slice(0, length);
}

const quopri: ByteCodec = { encode: through('binascii', 'b2a_qp', true), decode: through('binascii', 'a2b_qp') };

/** By the name of the codec's module. */
export const byteCodecs2: Readonly<Record<string, ByteCodec | undefined>> = {
  bz2_codec: bz2,
  hex_codec: hex,
  base64_codec: base64,
  zlib_codec: zlib,
  uu_codec: uu,
  quopri_codec: quopri,
};
