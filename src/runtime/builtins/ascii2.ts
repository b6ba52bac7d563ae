/** Python 2's silent conversions between str and unicode: by ASCII, or an exception. */
import type { Py } from '../object/object.js';
import { PyStrBox, PyUnicode } from '../object/values.js';
import { decodeError, encodeError } from './unicodeErrors.js';

const REASON = 'ordinal not in range(128)';

/** The characters of a str, as unicode. UnicodeDecodeError at the first byte beyond ASCII. */
export function decodeAscii2(bytes: string): string {
  const at = bytes.search(/[^\0-\x7f]/);
  if (at >= 0) throw decodeError('ascii', bytes, at, at + 1, REASON);
  return bytes;
}

/** The bytes of a unicode, as str. UnicodeEncodeError at the first characters beyond ASCII. */
export function encodeAscii2(text: string): string {
  const found = /[^\0-\x7f]+/u.exec(text);
  if (found === null) return text;
  const start = Array.from(text.slice(0, found.index)).length;
  throw encodeError('ascii', new PyUnicode(text), start, start + Array.from(found[0]).length, REASON);
}

/** The bytes of a Python 2 str or a subclass, or undefined. */
export function strBytes(o: Py): string | undefined {
  return typeof o === 'string' ? o : o instanceof PyStrBox ? o.value : undefined;
}
