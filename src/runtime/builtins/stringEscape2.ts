/**
 * Python 2's codec `string_escape`: what stands between the quotes of a literal.
 * Spec: https://docs.python.org/2.7/library/codecs.html#python-specific-encodings
 */
import { SIMPLE_ESCAPES } from '../../simpleEscapes.js';
import { ValueError } from '../object/errors.js';
import { escapeChar } from '../text/strRepr.js';

/** As `repr` writes it between single quotes. */
export function encodeStringEscape(bytes: string): string {
  return bytes.replace(/[^\x20-\x26\x28-\x5b\x5d-\x7e]/g, (c) => (c === "'" ? "\\'" : escapeChar(c)));
}

export function decodeStringEscape(bytes: string): string {
  return bytes.replace(/\\(x[0-9a-fA-F]{2}|[0-7]{1,3}|[\s\S]|$)/g, (whole, escape: string) => {
    if (escape === '') throw ValueError('Trailing \\ in string');
    if (escape[0] === 'x') {
      if (escape.length === 1) throw ValueError('invalid \\x escape');
      return String.fromCharCode(Number.parseInt(escape.slice(1), 16));
    }
    if (/^[0-7]/.test(escape)) return String.fromCharCode(Number.parseInt(escape, 8) & 0xff);
    return SIMPLE_ESCAPES[escape] ?? whole;
  });
}
