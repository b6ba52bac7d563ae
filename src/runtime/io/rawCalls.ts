/** How buffers use the raw file beneath: straight when it is a FileIO of ours, by its Python methods otherwise. */

import { plainOsError } from '../builtins/osError.js';
import { getAttr } from '../object/attributes.js';
import { callMethod } from '../object/call.js';
import { TypeError } from '../object/errors.js';
import { asSize } from '../object/number.js';
import type { Py } from '../object/object.js';
import { repr } from '../object/text.js';
import { truthy } from '../object/truth.js';
import { PyByteArray } from '../object/values.js';
import { isPlainFileIO } from './fileio.js';
import { bytesResult, joinBytes, returnedBytes } from './values.js';

/** One read into memory: bytes read, 0 at the end, null when nothing is there yet. */
export function rawReadInto(raw: Py, target: Uint8Array): number | null {
  if (isPlainFileIO(raw)) return raw.readInto(target);
  const buffer = new PyByteArray(new Uint8Array(target.length));
  const result = callMethod(raw, 'readinto', buffer);
  if (result === null) return null;
  const count = asSize(result);
  if (count < 0 || count > target.length) {
    throw plainOsError(
      `raw readinto() returned invalid length ${count} (should have been between 0 and ${target.length})`,
    );
  }
  target.set(buffer.data.subarray(0, count));
  return count;
}

/** Everything that is left; null when nothing is there yet. */
export function rawReadAll(raw: Py): Uint8Array | null {
  if (isPlainFileIO(raw)) return raw.readAll();
  if ('m$readall' in raw || raw.$readall !== undefined) {
    const result = callMethod(raw, 'readall');
    if (result === null) return null;
    const bytes = returnedBytes(result);
    if (bytes === undefined) throw TypeError('readall() should return bytes');
    return bytes;
  }
  const parts: Uint8Array[] = [];
  for (;;) {
    const result = callMethod(raw, 'read');
    if (result === null) return parts.length === 0 ? null : joinBytes(parts);
    const bytes = returnedBytes(result);
    if (bytes === undefined) throw TypeError('read() should return bytes');
    if (bytes.length === 0) break;
    parts.push(bytes);
  }
  return parts.length === 0 ? new Uint8Array() : joinBytes(parts);
}

/** One write: bytes written, null when none could be without waiting. */
export function rawWrite(raw: Py, bytes: Uint8Array): number | null {
  if (isPlainFileIO(raw)) return raw.writeSome(bytes);
  const result = callMethod(raw, 'write', bytesResult(bytes.slice()));
  if (result === null) return null;
  const count = asSize(result);
  if (count < 0 || count > bytes.length) {
    throw plainOsError(`raw write() returned invalid length ${count} (should have been between 0 and ${bytes.length})`);
  }
  return count;
}

export function rawSeek(raw: Py, offset: number, whence: number): number {
  if (isPlainFileIO(raw)) return raw.seek(offset, whence);
  const position = asSize(callMethod(raw, 'seek', offset, whence));
  if (position < 0) throw plainOsError(`Raw stream returned invalid position ${repr(position)}`);
  return position;
}

export function rawTell(raw: Py): number {
  if (isPlainFileIO(raw)) return raw.seek(0, 1);
  const position = asSize(callMethod(raw, 'tell'));
  if (position < 0) throw plainOsError(`Raw stream returned invalid position ${repr(position)}`);
  return position;
}

export function rawIsClosed(raw: Py): boolean {
  return isPlainFileIO(raw) ? raw.isClosed : truthy(getAttr(raw, 'closed'));
}

export function rawCanSeek(raw: Py): boolean {
  return isPlainFileIO(raw) ? raw.canSeek() : truthy(callMethod(raw, 'seekable'));
}

export function rawCanRead(raw: Py): boolean {
  return isPlainFileIO(raw) ? raw.canRead() : truthy(callMethod(raw, 'readable'));
}

export function rawCanWrite(raw: Py): boolean {
  return isPlainFileIO(raw) ? raw.canWrite() : truthy(callMethod(raw, 'writable'));
}
