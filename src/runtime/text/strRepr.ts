/**
 * `repr` of str and bytes, `ascii`, and the reprs of Python 2.
 *
 * Spec: https://docs.python.org/3/library/functions.html#repr
 */
import { isPrintableCode } from './unicode.js';

const PLAIN = /^[\x20-\x26\x28-\x5b\x5d-\x7e]*$/;
// Anything that may need an escape; the quote is escaped apart.
const SPECIAL = /[^\x20-\x5b\x5d-\x7e]/gu;
const SPECIAL_BYTE = /[^\x20-\x5b\x5d-\x7e]/g;

/** Python 3's `repr(s)`. */
export function strRepr(s: string): string {
  if (PLAIN.test(s)) return `'${s}'`;
  return quoted(s.replace(SPECIAL, (c) => (c !== '\\' && isPrintableCode(c.codePointAt(0)!) ? c : escapeChar(c))));
}

/** Python 3's `ascii(s)`; Python 2's `repr(u)` but for the 'u' before it. */
export function strAscii(s: string): string {
  if (PLAIN.test(s)) return `'${s}'`;
  return quoted(s.replace(SPECIAL, escapeChar));
}

/** What `ascii` makes of a repr: everything beyond ASCII escaped, nothing else. */
export function escapeNonAscii(repr: string): string {
  return repr.replace(/[^\0-\x7f]/gu, escapeChar);
}

/** Python 2's `repr(u)` of a unicode. */
export function unicodeRepr2(s: string): string {
  return `u${strAscii(s)}`;
}

/** Python 2's `repr(s)` of a str, whose characters are bytes. */
export function strRepr2(s: string): string {
  if (PLAIN.test(s)) return `'${s}'`;
  return quoted(s.replace(SPECIAL_BYTE, escapeChar));
}

/** `repr(b)`; the argument holds one character a byte. */
export function bytesRepr(latin1: string): string {
  return `b${strRepr2(latin1)}`;
}

function quoted(escaped: string): string {
  if (!escaped.includes("'")) return `'${escaped}'`;
  return escaped.includes('"') ? `'${escaped.replaceAll("'", "\\'")}'` : `"${escaped}"`;
}

/** The backslash escape of one code point, in the shortest of Python's forms. */
export function escapeChar(c: string): string {
  const code = c.codePointAt(0)!;
  switch (code) {
    case 9:
      return '\\t';
    case 10:
      return '\\n';
    case 13:
      return '\\r';
    case 92:
      return '\\\\';
  }
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\U${code.toString(16).padStart(8, '0')}`;
}
