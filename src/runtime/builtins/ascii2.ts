/** Python 2's silent conversions between str and unicode: by ASCII (or `sys.setdefaultencoding`), or an exception. */
import type { Py } from '../object/object.js';
import { fromLatin1, toLatin1 } from '../object/buffer.js';
import { moduleState } from '../object/context.js';
import { strValue } from '../object/number.js';
import { PyBytes, PyStrBox, PyUnicode } from '../object/values.js';
import { decodeText, encodeText } from './codecs.js';
import { decodeError, encodeError } from './unicodeErrors.js';

/** The encoding of such conversions. */
export const defaultEncoding = () => moduleState('default encoding', () => ({ name: 'ascii' }));

const REASON = 'ordinal not in range(128)';

/** The characters of a str, as unicode. UnicodeDecodeError at the first byte beyond ASCII. */
export function decodeAscii2(bytes: string): string {
  const at = bytes.search(/[^\0-\x7f]/);
  if (at < 0) return bytes;
  const { name } = defaultEncoding();
  if (name === 'ascii') throw decodeError('ascii', bytes, at, at + 1, REASON);
  return decodeText(fromLatin1(bytes), name, 'strict', bytes);
}

/** The bytes of a unicode, as str. UnicodeEncodeError at the first characters beyond ASCII. */
export function encodeAscii2(text: string): string {
  const found = /[^\0-\x7f]+/u.exec(text);
  if (found === null) return text;
  const { name } = defaultEncoding();
  if (name !== 'ascii') return toLatin1(encodeText(text, name, 'strict', new PyUnicode(text)));
  const start = Array.from(text.slice(0, found.index)).length;
  throw encodeError('ascii', new PyUnicode(text), start, start + Array.from(found[0]).length, REASON);
}

/** A text of ASCII that names something: a str, or a unicode in Python 2. UnicodeEncodeError at what is beyond ASCII. */
export const nameValue = (o: Py): string | undefined => (o instanceof PyUnicode ? encodeAscii2(o.value) : strValue(o));

/**
 * The bytes of a Python 2 str or a subclass, or undefined. A `bytes` is one too: programs have none, but the library's
 * modules, which are Python 3's, have literals of it.
 */
export function strBytes(o: Py): string | undefined {
  if (typeof o === 'string') return o;
  return o instanceof PyStrBox ? o.value : o instanceof PyBytes ? toLatin1(o.data) : undefined;
}
