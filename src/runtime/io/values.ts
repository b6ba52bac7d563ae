/** Arguments and results of file methods: bytes, text and sizes, in both dialects. */
import { special } from '../object/attributes.js';
import { bufferOf, bufferOrUndefined, toLatin1 } from '../object/buffer.js';
import { rt } from '../object/context.js';
import { TypeError } from '../object/errors.js';
import { asSize, intValue, strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { typeOf } from '../object/typeof.js';
import { PyByteArray, PyBytes, PyUnicode } from '../object/values.js';

/** Bytes as what `read` of a binary file gives. The array must not change afterwards. */
export const bytesResult = (bytes: Uint8Array): Py => (rt.dialect === 2 ? toLatin1(bytes) : new PyBytes(bytes));

/** Text as what `read` of a text file gives. */
export const textResult = (text: string): Py => (rt.dialect === 2 ? new PyUnicode(text) : text);

/** Text that was given: a str, in Python 2 a unicode. */
export function textArg(o: Py): string | undefined {
  if (typeof o === 'string' && rt.dialect === 3) return o;
  if (rt.dialect === 2) return o instanceof PyUnicode ? o.value : undefined;
  return strValue(o);
}

/** The bytes to write. TypeError for anything that has no buffer. */
export function bytesToWrite(o: Py): Uint8Array {
  if (o instanceof PyBytes) return o.data;
  if (rt.dialect === 2 && o instanceof PyUnicode) throw TypeError("'unicode' does not have the buffer interface");
  const bytes = bufferOrUndefined(o);
  if (bytes === undefined && rt.dialect === 2) {
    throw TypeError(`'${typeOf(o).name}' does not have the buffer interface`);
  }
  return bytes ?? bufferOf(o);
}

/** The same for what goes straight to the system: Python 2 takes unicode in ASCII for it. @param what the argument, for messages. */
export function bytesToSend(o: Py, what: string): Uint8Array {
  if (rt.dialect === 3 || o instanceof PyBytes) return bytesToWrite(o);
  const bytes = o instanceof PyUnicode ? bufferOf(o) : bufferOrUndefined(o);
  if (bytes === undefined)
    throw TypeError(`${what} must be string or buffer, not ${o === null ? 'None' : typeOf(o).name}`);
  return bytes;
}

/** The bytes that a Python method returned; undefined unless it is bytes. */
export function returnedBytes(o: Py): Uint8Array | undefined {
  if (o instanceof PyBytes || o instanceof PyByteArray) return o.data;
  return rt.dialect === 2 ? bufferOrUndefined(o) : undefined;
}

/** A count that may be None or left out: then -1. */
export function optionalSize(o: Py): number {
  if (o === undefined || o === null) return -1;
  if (typeof o === 'number') return o;
  if (intValue(o) === undefined && special(o, '__index__') === undefined) {
    throw TypeError(
      rt.dialect === 2
        ? `integer argument expected, got '${typeOf(o).name}'`
        : `argument should be integer or None, not '${typeOf(o).name}'`,
    );
  }
  return asSize(o);
}

/** Joins pieces of memory. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  let size = 0;
  for (const part of parts) size += part.length;
  const joined = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** An OSError argument such as `whence`. */
export const whenceArg = (o: Py): number => (o === undefined ? 0 : asSize(o));
