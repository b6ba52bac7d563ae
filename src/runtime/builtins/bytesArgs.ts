/** What the methods of bytes and bytearray make of their arguments. */

import { special } from '../object/attributes.js';
import { bufferOrUndefined, notBytesLike, toLatin1 } from '../object/buffer.js';
import { rt } from '../object/context.js';
import { TypeError, ValueError } from '../object/errors.js';
import { asIndex, intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { typeOf } from '../object/typeof.js';
import { PyByteArray, PyBytes, PyUnicode } from '../object/values.js';

export type BytesLike = PyBytes | PyByteArray;

/** `self` of a method. */
export function selfData(self: Py, name: string): Uint8Array {
  if (self instanceof PyBytes || self instanceof PyByteArray) return self.data;
  const given = typeOf(self).name;
  throw TypeError(
    rt.dialect === 2 || name.startsWith('__')
      ? `descriptor '${name}' requires a 'bytes' object but received a '${given}'`
      : `descriptor '${name}' for 'bytes' objects doesn't apply to a '${given}' object`,
  );
}

export const selfLatin1 = (self: Py, name: string): string => toLatin1(selfData(self, name));

/** A bytes-like argument. */
export function bytesArg(o: Py): Uint8Array {
  if (o instanceof PyBytes || o instanceof PyByteArray) return o.data;
  const bytes = bufferOrUndefined(o);
  if (bytes === undefined) throw noBuffer(o);
  return bytes;
}

export const latin1Arg = (o: Py): string => toLatin1(bytesArg(o));

function noBuffer(o: Py): Py {
  if (rt.dialect === 3) return notBytesLike(o);
  return TypeError(`Type ${o instanceof PyUnicode ? 'unicode' : typeOf(o).name} doesn't support the buffer API`);
}

/** What `find`, `count`, `in` and their like search for: bytes, or one byte as an int. */
export function patternArg(o: Py): Uint8Array {
  const bytes = bufferOrUndefined(o);
  if (bytes !== undefined) return bytes;
  if (rt.dialect === 2) throw noBuffer(o);
  if (intValue(o) === undefined && special(o, '__index__') === undefined) {
    throw TypeError(`argument should be integer or bytes-like object, not '${typeOf(o).name}'`);
  }
  return Uint8Array.of(byteValue(o));
}

/** An int in range(256). */
export function byteValue(o: Py, message = 'byte must be in range(0, 256)'): number {
  const n = typeof o === 'number' ? o : asIndex(o);
  if (n < 0 || n > 255) throw ValueError(message);
  return Number(n);
}
