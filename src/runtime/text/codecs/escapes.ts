/**
 * The codecs of Python source literals: unicode_escape, raw_unicode_escape, and Python 2's string_escape.
 *
 * Spec: https://docs.python.org/3/library/codecs.html#text-encodings
 */
import { SIMPLE_ESCAPES } from '../../../simpleEscapes.js';
import { valueError } from '../error.js';
import { escapeChar } from '../strRepr.js';
import { bytesToLatin1, latin1ToBytes } from './bytes.js';
import type { Decoded, TextCodec } from './codec.js';
import type { CodecContext } from './context.js';

const HEX_ESCAPES: Readonly<Record<string, { digits: number; reason: string }>> = {
  x: { digits: 2, reason: 'truncated \\xXX escape' },
  u: { digits: 4, reason: 'truncated \\uXXXX escape' },
  U: { digits: 8, reason: 'truncated \\UXXXXXXXX escape' },
};

/** What an escape stands for, or what is wrong with it; `end` is behind it or behind its last good character. */
type Escape = { readonly text: string; readonly end: number } | { readonly reason: string; readonly end: number };

function hexEscape(source: string, at: number, letter: string): Escape {
  const { digits, reason } = HEX_ESCAPES[letter]!;
  let end = at;
  while (end < at + digits && /[0-9a-fA-F]/.test(source[end] ?? '')) end++;
  if (end < at + digits) return { reason, end };
  const code = Number.parseInt(source.slice(at, end), 16);
  if (code > 0x10ffff) return { reason: 'illegal Unicode character', end };
  return { text: String.fromCodePoint(code), end };
}

function namedEscape(source: string, at: number, context: CodecContext): Escape {
  const reason = 'malformed \\N character escape';
  if (source[at] !== '{') return { reason, end: at };
  const close = source.indexOf('}', at);
  if (close < 0) return { reason, end: source.length };
  if (close === at + 1) return { reason, end: close };
  const text = context.characterByName(source.slice(at + 1, close));
  return text === undefined ? { reason: 'unknown Unicode character name', end: close + 1 } : { text, end: close + 1 };
}

/** Reads the escape whose backslash stands before `at`. */
function readEscape(source: string, at: number, context: CodecContext): Escape {
  const c = source[at];
  if (c === undefined) return { reason: '\\ at end of string', end: at };
  const simple = SIMPLE_ESCAPES[c];
  if (simple !== undefined) return { text: simple, end: at + 1 };
  if (c >= '0' && c <= '7') {
    const octal = /^[0-7]{1,3}/.exec(source.slice(at, at + 3))![0];
    return { text: String.fromCharCode(Number.parseInt(octal, 8)), end: at + octal.length };
  }
  if (c === 'x' || c === 'u' || c === 'U') return hexEscape(source, at + 1, c);
  if (c === 'N') return namedEscape(source, at + 1, context);
  return { text: `\\${c}`, end: at + 1 };
}

type Reader = (source: string, at: number, context: CodecContext) => Escape;

function decodeEscapes(bytes: Uint8Array, context: CodecContext, encoding: string, read: Reader): Decoded {
  const source = bytesToLatin1(bytes);
  let text = '';
  let at = 0;
  while (at < source.length) {
    const backslash = source.indexOf('\\', at);
    if (backslash < 0) break;
    text += source.slice(at, backslash);
    const escape = read(source, backslash + 1, context);
    if ('text' in escape) {
      text += escape.text;
      at = escape.end;
      continue;
    }
    if (!context.final && escape.end === source.length) return { text, consumed: backslash };
    const handled = context.handle(encoding, bytes, backslash, escape.end, escape.reason);
    text += handled.replacement;
    at = handled.position;
  }
  return { text: text + source.slice(at), consumed: bytes.length };
}

function readRawEscape(source: string, at: number): Escape {
  const c = source[at];
  if (c === 'u' || c === 'U') {
    const escape = hexEscape(source, at + 1, c);
    if ('reason' in escape && escape.reason.startsWith('illegal'))
      return { ...escape, reason: '\\Uxxxxxxxx out of range' };
    return escape;
  }
  return { text: `\\${c ?? ''}`, end: Math.min(at + 1, source.length) };
}

export const unicodeEscape: TextCodec = {
  name: 'unicode-escape',
  encode: (text) => latin1ToBytes(text.replace(/[^ -[\]-~]/gu, escapeChar)),
  decode: (bytes, context) => decodeEscapes(bytes, context, 'unicodeescape', readEscape),
};

export const rawUnicodeEscape: TextCodec = {
  name: 'raw-unicode-escape',
  encode: (text) => latin1ToBytes(text.replace(/[^\0-\xff]/gu, escapeChar)),
  decode: (bytes, context) => decodeEscapes(bytes, context, 'rawunicodeescape', readRawEscape),
};

/** Python 2's `s.encode('string_escape')`, one character a byte. */
export function stringEscape(bytes: string): string {
  return bytes.replace(/[^ -&(-[\]-~]/g, (c) => (c === "'" ? "\\'" : escapeChar(c)));
}

/** Python 2's `s.decode('string_escape')`, one character a byte. ValueError for a broken escape. */
export function stringUnescape(bytes: string): string {
  return bytes.replace(/\\(?:x([0-9a-fA-F]{2})?|([0-7]{1,3})|([\s\S])|$)/g, (whole, hex, octal, c) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    if (whole === '\\') throw valueError('Trailing \\ in string');
    if (c === undefined) throw valueError('invalid \\x escape');
    return SIMPLE_ESCAPES[c] ?? whole;
  });
}
