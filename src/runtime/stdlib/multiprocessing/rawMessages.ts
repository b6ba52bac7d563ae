/** Messages of bytes (`send_bytes`) where values are expected, within the program: they are pickles then, as in CPython. */
import { Tag } from '../../codec/tags.js';
import type { Arena } from '../../mp/index.js';
import type { Py } from '../../object/object.js';
import { loads } from '../../pickle/members.js';
import { Source } from '../../pickle/source.js';
import { decodeRecord } from './wire.js';

/** What begins a message of bytes that might be taken for a value; no encoded value does. */
export const RAW_MARK = 0xf3;
const NO_OPTIONS = { fix_imports: undefined, encoding: undefined, errors: undefined, buffers: undefined };

export const unpickled = (bytes: Uint8Array): Py => loads(new Source(bytes), NO_OPTIONS).load();

/** The value in the record that was taken last, sent as one or as its pickle. */
export function receivedValue(arena: Arena): Py {
  const raw = rawRecord(arena);
  return raw === null ? decodeRecord(arena) : unpickled(raw);
}

/** A copy of the bytes that came by `send_bytes` within the program; null if the record is a value that `send` sent. */
export function rawRecord({ record, recordLength }: Arena): Uint8Array | null {
  if (recordLength > 1 && record[0] === RAW_MARK) return record.slice(1, recordLength);
  return looksEncoded(record, recordLength) ? null : record.slice(0, recordLength);
}

/** Whether bytes might be a value: the first byte says which, and a small int is one byte. */
export const looksEncoded = (bytes: Uint8Array, length: number): boolean =>
  length === 1 || (length > 1 && bytes[0]! >= Tag.smallInts);
