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

/** Up to this length a text is looked at character by character. */
const SHORT_TEXT = 24;

/** Whether a short text is printable ASCII without what is escaped. */
function isPlain(text: string): boolean {
  for (let i = 0, { length } = text; i < length; i++) {
    const unit = unitAt(text, i);
    if (unit < 32 || unit > 126 || unit === 34 || unit === 92) return false;
  }
  return true;
}

/** `"…"` with everything outside printable ASCII escaped. */
export function quoteAscii(text: string): string {
  if (text.length <= SHORT_TEXT ? isPlain(text) : PLAIN.test(text)) return `"${text}"`;
  if (text.length <= SHORT_TEXT) return escaped(text);
  return JSON.stringify(text).replace(BEYOND_ASCII, escape);
}

/** The same for a short text that needs escapes. */
function escaped(text: string): string {
  let out = '"';
  for (let i = 0, { length } = text; i < length; i++) {
    const unit = unitAt(text, i);
    const char = text[i]!;
    if (unit >= 32 && unit < 127 && unit !== 34 && unit !== 92) out += char;
    else out += SHORT[char] ?? escape(char);
  }
  return `${out}"`;
}

/** `"…"` with only what JSON demands escaped. */
export function quote(text: string): string {
  if (!SPECIAL.test(text)) return `"${text}"`;
  return `"${text.replace(SPECIALS, (char) => SHORT[char] ?? escape(char))}"`;
}
