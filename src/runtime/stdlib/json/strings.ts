/** Strings of JSON, written. */
import { unitAt } from '../../text/units.js';

const PLAIN = /^[ !#-[\]-~]*$/;
const BEYOND_ASCII = /[\x7f-\uffff]/g;
const SPECIAL = /["\\\x00-\x1f]/;
const SPECIALS = /["\\\x00-\x1f]/g;
const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\f': '\\f',
  '\b': '\\b',
};

const escape = (unit: string): string => `\\u${unitAt(unit, 0).toString(16).padStart(4, '0')}`;

/** `"…"` with everything outside printable ASCII escaped. */
export function quoteAscii(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  return JSON.stringify(text).replace(BEYOND_ASCII, escape);
}

/** `"…"` with only what JSON demands escaped. */
export function quote(text: string): string {
  if (!SPECIAL.test(text)) return `"${text}"`;
  return `"${text.replace(SPECIALS, (char) => SHORT[char] ?? escape(char))}"`;
}
