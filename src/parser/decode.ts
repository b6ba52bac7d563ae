/**
 * Bytes of a source file to text: byte order mark, coding cookie, default encoding.
 *
 * Spec: https://peps.python.org/pep-0263/
 */

import { TextDecoder } from 'node:util';

export type DecodeResult =
  | { readonly ok: true; readonly text: string; readonly encoding: string }
  /** `line` is where the offending byte is, 0 if the error is about the file as a whole. */
  | { readonly ok: false; readonly message: string; readonly line: number };

const COOKIE = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const BLANK = /^[ \t\f]*(?:#.*)?$/;

/** The encoding that a comment in the first two lines names, in lower case; null if there is none. */
export function codingCookie(head: string): string | null {
  const lines = head.split(/\r\n?|\n/, 2);
  for (const line of lines) {
    const match = COOKIE.exec(line);
    if (match) return match[1]!.toLowerCase();
    if (!BLANK.test(line)) return null;
  }
  return null;
}

/** Decodes a source file as CPython of that dialect does. `filename` only appears in messages. */
export function decodeSource(bytes: Uint8Array, dialect: 2 | 3, filename = '<string>'): DecodeResult {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = hasMark ? bytes.subarray(3) : bytes;
  const cookie = codingCookie(latin1(body.subarray(0, 1000)));
  const encoding = cookie === null ? null : canonical(cookie);
  if (hasMark && encoding !== null && encoding !== 'utf-8') {
    return { ok: false, message: `encoding problem: ${cookie} with BOM`, line: 0 };
  }
  if (cookie === null && dialect === 2 && !hasMark) return decodeAscii(body, filename);
  if (encoding === null || encoding === 'utf-8') return decodeUtf8(body, filename, cookie, dialect);
  if (encoding === 'latin-1') return { ok: true, text: latin1(body), encoding };
  if (encoding === 'ascii') return decodeStrictAscii(body);
  return decodeOther(body, encoding, cookie!, dialect);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** One name for each of the encodings that are handled here; any other in CPython's spelling. */
function canonical(name: string): string {
  const plain = name.replaceAll('_', '-');
  if (/^utf-?8(?:-|$)/.test(plain) || plain === 'u8') return 'utf-8';
  if (/^(?:latin-?1|iso-?8859-1|iso-latin-1|l1)(?:-|$)/.test(plain)) return 'latin-1';
  if (/^(?:us-)?ascii$/.test(plain)) return 'ascii';
  return plain;
}

function decodeUtf8(bytes: Uint8Array, filename: string, cookie: string | null, dialect: 2 | 3): DecodeResult {
  try {
    return {
      ok: true,
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
      encoding: 'utf-8',
    };
  } catch {
    const at = firstInvalidUtf8(bytes);
    const byte = hex(bytes[at]!);
    const line = lineOf(bytes, at);
    if (cookie !== null || dialect === 2) {
      const lineStart = at - lengthOfLine(bytes, at);
      const reason = 'invalid start byte';
      return {
        ok: false,
        message: `(unicode error) 'utf-8' codec can't decode byte 0x${byte} in position ${at - lineStart}: ${reason}`,
        line,
      };
    }
    const message =
      `Non-UTF-8 code starting with '\\x${byte}' in file ${filename} on line ${line}, ` +
      'but no encoding declared; see https://peps.python.org/pep-0263/ for details';
    return { ok: false, message, line };
  }
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

function decodeStrictAscii(bytes: Uint8Array): DecodeResult {
  const at = bytes.findIndex((byte) => byte > 127);
  if (at < 0) return { ok: true, text: latin1(bytes), encoding: 'ascii' };
  const position = lengthOfLine(bytes, at);
  const message = `(unicode error) 'ascii' codec can't decode byte 0x${hex(bytes[at]!)} in position ${position}: ordinal not in range(128)`;
  return { ok: false, message, line: lineOf(bytes, at) };
}

/** The names that CPython and the Encoding Standard spell differently. */
const STANDARD_NAMES: Readonly<Record<string, string>> = {
  cp949: 'euc-kr',
  'mac-roman': 'macintosh',
  macroman: 'macintosh',
  cp866: 'ibm866',
  cp932: 'shift_jis',
  sjis: 'shift_jis',
  'shift-jis': 'shift_jis',
  'euc-jis-2004': 'euc-jp',
  eucjp: 'euc-jp',
  gb2312: 'gbk',
  'big5-hkscs': 'big5',
};

function decodeOther(bytes: Uint8Array, encoding: string, cookie: string, dialect: 2 | 3): DecodeResult {
  const windows = /^cp(125\d|874)$/.exec(encoding);
  const iso = /^(?:iso-?8859-|latin-?)(\d+)$/.exec(encoding);
  const label = windows ? `windows-${windows[1]}` : iso ? `iso-8859-${iso[1]}` : (STANDARD_NAMES[encoding] ?? encoding);
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label, { fatal: true });
  } catch {
    const message = dialect === 3 ? `encoding problem: ${cookie}` : `encoding problem: ${cookie}`;
    return { ok: false, message, line: 0 };
  }
  try {
    return { ok: true, text: decoder.decode(bytes), encoding };
  } catch {
    return { ok: false, message: `encoding problem: ${cookie}`, line: 0 };
  }
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}

function lineOf(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let index = 0; index < at; index++) if (bytes[index] === 10) line++;
  return line;
}

/** Bytes between the start of the line and `at`. */
function lengthOfLine(bytes: Uint8Array, at: number): number {
  return at - (bytes.lastIndexOf(10, at - 1) + 1);
}

function firstInvalidUtf8(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

/** Length of the valid UTF-8 sequence at `at`, 0 if there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const length =
    first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
  for (let index = 1; index < length; index++) {
    const byte = bytes[at + index];
    if (byte === undefined || (byte & 0xc0) !== 0x80) return 0;
  }
  const second = bytes[at + 1] ?? 0;
  const bad = (first === 0xe0 && second < 0xa0) || (first === 0xed && second > 0x9f);
  const bad4 = (first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f);
  return bad || bad4 ? 0 : length;
}
