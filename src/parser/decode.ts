/**
 * Bytes of a source file to text: byte order mark, coding cookie, default encoding.
 *
 * Spec: https://peps.python.org/pep-0263/
 */
import { codingCookie, normalEncoding } from '../cookie.js';
import { decodeBytes, decodeUtf8Escaped, firstInvalidUtf8, leadLength } from './encodings.js';

export type DecodeResult =
  | { readonly ok: true; readonly text: string; readonly encoding: string }
  /** `line` is where the offending byte is, 0 if the error is about the file as a whole. */
  | { readonly ok: false; readonly message: string; readonly line: number };

/** Decodes a source file as CPython of that dialect does. `filename` only appears in messages. */
export function decodeSource(bytes: Uint8Array, dialect: 2 | 3, filename = '<string>'): DecodeResult {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = hasMark ? bytes.subarray(3) : bytes;
  const cookie = codingCookie(latin1(body.subarray(0, 1000)));
  const name = cookie === null ? null : normalEncoding(cookie);
  const zero = dialect === 3 ? body.indexOf(0) : -1;
  if (zero >= 0) return { ok: false, message: 'source code cannot contain null bytes', line: lineOf(body, zero) };
  if (hasMark && name !== null && name !== 'utf-8') {
    return { ok: false, message: `encoding problem: ${name} with BOM`, line: 0 };
  }
  if (name === null && dialect === 2 && !hasMark) return decodeAscii(body, filename);
  if (name === null || isUtf8(name)) return decodeUtf8(body, filename, cookie !== null, dialect);
  if (name === 'iso-8859-1' || name === 'latin1') return { ok: true, text: latin1(body), encoding: 'latin-1' };
  if (/^(?:us-)?ascii$/.test(name)) return decodeNamedAscii(body, dialect);
  if (dialect === 2 && /^string[-_]escape$/i.test(name)) {
    return { ok: false, message: 'codec did not return a unicode object', line: 2 };
  }
  const text = decodeBytes(body, name.replaceAll('_', '-'));
  if (text === null) return { ok: false, message: `encoding problem: ${name}`, line: 0 };
  return { ok: true, text, encoding: name };
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function isUtf8(name: string): boolean {
  return /^(?:utf-?8|u8|utf8-sig)$/i.test(name.replaceAll('_', '-'));
}

function decodeUtf8(bytes: Uint8Array, filename: string, named: boolean, dialect: 2 | 3): DecodeResult {
  const at = firstInvalidUtf8(bytes);
  // Python 2 takes the bytes of a literal as they are.
  if (at === bytes.length || dialect === 2) return { ok: true, text: decodeUtf8Escaped(bytes), encoding: 'utf-8' };
  const line = lineOf(bytes, at);
  if (named) return { ok: false, message: `(unicode error) ${invalidByte(bytes, at)}`, line };
  const message =
    `Non-UTF-8 code starting with '\\x${hex(bytes[at]!)}' in file ${filename} on line ${line}, ` +
    'but no encoding declared; see https://peps.python.org/pep-0263/ for details';
  return { ok: false, message, line };
}

/** The codec's message; CPython counts from the quote that opens the literal. */
function invalidByte(bytes: Uint8Array, at: number): string {
  const line = latin1(bytes.subarray(0, at));
  const position = at - Math.max(line.lastIndexOf('"'), line.lastIndexOf("'"), line.lastIndexOf('\n')) - 1;
  const reason = leadLength(bytes[at]!) > 0 ? 'invalid continuation byte' : 'invalid start byte';
  return `'utf-8' codec can't decode byte 0x${hex(bytes[at]!)} in position ${position}: ${reason}`;
}

/** Python 2 without a cookie. */
function decodeAscii(bytes: Uint8Array, filename: string): DecodeResult {
  const at = bytes.findIndex((byte) => byte > 127);
  if (at < 0) return { ok: true, text: latin1(bytes), encoding: 'ascii' };
  const line = lineOf(bytes, at);
  const message =
    `Non-ASCII character '\\x${hex(bytes[at]!)}' in file ${filename} on line ${line}, ` +
    'but no encoding declared; see http://python.org/dev/peps/pep-0263/ for details';
  return { ok: false, message, line };
}

function decodeNamedAscii(bytes: Uint8Array, dialect: 2 | 3): DecodeResult {
  const at = bytes.findIndex((byte) => byte > 127);
  if (at < 0) return { ok: true, text: latin1(bytes), encoding: 'ascii' };
  if (dialect === 3) return { ok: false, message: 'encoding problem: ascii', line: 0 };
  const position = at - (bytes.lastIndexOf(10, at - 1) + 1);
  const message = `'ascii' codec can't decode byte 0x${hex(bytes[at]!)} in position ${position}: ordinal not in range(128)`;
  return { ok: false, message, line: lineOf(bytes, at) };
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}

function lineOf(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let index = 0; index < at; index++) if (bytes[index] === 10) line++;
  return line;
}
