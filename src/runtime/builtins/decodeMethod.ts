/** `decode(encoding, errors)` of bytes, bytearray and Python 2's str. */

import { rt } from '../object/context.js';
import { ValueError } from '../object/errors.js';
import { method } from '../object/fn.js';
import type { PyFunction } from '../object/function.js';
import type { Py } from '../object/object.js';
import { PyUnicode } from '../object/values.js';
import { selfData } from './bytesArgs.js';
import { decodeText } from './codecs.js';
import { codecArg } from './strArgs.js';

export function decodeMethod(): PyFunction {
  return method("(encoding='utf-8', errors='strict')", (self: Py, encoding: Py, errors: Py) => {
    const codec = encoding === undefined ? defaultEncoding() : codecArg(encoding, 'decode()', 1, 'encoding');
    const handler = errors === undefined ? 'strict' : codecArg(errors, 'decode()', 2, 'errors');
    if (codec.includes('\0') || handler.includes('\0')) throw ValueError('embedded null character');
    const text = decodeText(selfData(self, 'decode'), codec, handler, self, true);
    return rt.dialect === 2 ? new PyUnicode(text) : text;
  });
}

const defaultEncoding = () => (rt.dialect === 2 ? 'ascii' : 'utf-8');
