/**
 * `repr` of str and bytes, `ascii`, and the reprs of Python 2.
 *
 * Spec: https://docs.python.org/3/library/functions.html#repr
 */
import { unitAt } from './units.js';
import { isPrintableCode } from './unicode.js';

const QUOTE = 39;
const BACKSLASH = 92;

/** Python 3's `repr(s)`. */
export const strRepr = (s: string): string => literal(s, isPrintableCode);

/** Python 3's `ascii(s)`; Python 2's `repr(u)` but for the 'u' before it. */
export const strAscii = (s: string): string => literal(s, never);

const never = () => false;

/** In quotes, with escapes for backslashes and for what is neither printable ASCII nor `isShown`; a lone surrogate is not. */
function literal(s: string, isShown: (code: number) => boolean): string {
  let text = '';
  let from = 0;
  let hasQuote = false;
  for (let i = 0; i < s.length; i++) {
    const unit = unitAt(s, i);
    if (unit === QUOTE) hasQuote = true;
    if (unit >= 0x20 && unit < 0x7f && unit !== BACKSLASH) continue;
    const code = unit < 0xd800 ? unit : s.codePointAt(i)!;
    const start = i;
    if (code > 0xffff) i++;
    if (unit !== BACKSLASH && isShown(code)) continue;
    text += s.slice(from, start) + escapeCode(code);
    from = i + 1;
  }
  if (from > 0) text += s.slice(from);
  else text = s;
  if (!hasQuote) return `'${text}'`;
  return text.includes('"') ? `'${text.replaceAll("'", "\\'")}'` : `"${text}"`;
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
export const strRepr2 = strAscii;

/** `repr(b)`; the argument holds one character a byte. */
export function bytesRepr(latin1: string): string {
  return `b${strRepr2(latin1)}`;
}

/** The backslash escape of one code point, in the shortest of Python's forms. */
export const escapeChar = (c: string): string => escapeCode(c.codePointAt(0)!);

function escapeCode(code: number): string {
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
