/**
 * What travels beside the bytes of a message: descriptors (SCM_RIGHTS), between processes of the program.
 *
 * A text holds them on their way: the open files as `packFile` describes them. The layout of items is Linux's: a header of 16 bytes, then
 * data, to the next multiple of 8.
 */
import { int } from './int.js';
import type { Attached } from '../../kernel/datagram.js';
import type { Plain } from '../../codec/shared.js';
import { fileAt, install } from '../../io/descriptors.js';
import { fail } from '../../io/openFile.js';
import { bytesResult } from '../../io/values.js';
import { bufferOf } from '../../object/buffer.js';
import { TypeError } from '../../object/errors.js';
import { iter, toArray } from '../../object/iterate.js';
import type { Py } from '../../object/object.js';
import { typeOf } from '../../object/typeof.js';
import { PyList, PyTuple } from '../../object/values.js';
import { discardFile, packFile, unpackFile } from '../multiprocessing/travelling.js';

const SOL_SOCKET = 1;
const SCM_RIGHTS = 1;
const HEADER_BYTES = 16;
const ALIGN_BYTES = 8;
const FD_BYTES = 4;
/** Flags of a received message: there was more data than room, or more beside it. */
export const MSG_TRUNC = 32;
export const MSG_CTRUNC = 8;

/** An item that is to be sent. */
interface Item {
  readonly level: number;
  readonly type: number;
  readonly data: Uint8Array;
}

/** The argument of `sendmsg`: (level, type, data) each. */
export function ancillaryItems(ancillary: Py): Item[] {
  try {
    iter(ancillary);
  } catch {
    throw TypeError('sendmsg() argument 2 must be an iterable');
  }
  return toArray(ancillary).map((item) => {
    const where = '[sendmsg() ancillary data items]() argument must be';
    if (!(item instanceof PyTuple || item instanceof PyList))
      throw TypeError(`${where} 3-item sequence, not ${item === null ? 'None' : typeOf(item).name}`);
    const { length } = item.items;
    if (length !== 3) throw TypeError(`${where} sequence of length 3, not ${length}`);
    const [level, type, data] = toArray(item);
    return { level: int(level), type: int(type), data: bufferOf(data) };
  });
}

/** What stands for the items on their way; null for nothing. Errors: EINVAL for another kind than descriptors, EBADF. */
export function packItems(items: readonly Item[]): Attached | null {
  const packed: Plain[] = [];
  for (const { level, type, data } of items) {
    if (level !== SOL_SOCKET || type !== SCM_RIGHTS) fail('EINVAL');
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    const files = Array.from({ length: Math.floor(data.length / FD_BYTES) }, (_, i) =>
      fileAt(view.getInt32(i * FD_BYTES, true)),
    );
    packed.push(...files.map(packFile));
  }
  return packed.length === 0 ? null : JSON.stringify(packed);
}

/** As many descriptors as the room for items holds, as the list that `recvmsg` gives; the others are closed. */
export function unpackItems(attached: Attached | null | undefined, roomBytes: number): { items: Py[]; isCut: boolean } {
  if (!attached) return { items: [], isCut: false };
  const packed = JSON.parse(attached) as Plain[];
  const fits = Math.max(0, Math.floor((roomBytes - HEADER_BYTES) / FD_BYTES));
  for (const file of packed.slice(fits)) discardFile(file);
  const isCut = packed.length > fits;
  const taken = packed.slice(0, fits).map((file) => install(unpackFile(file)));
  if (taken.length === 0) return { items: [], isCut };
  const bytes = new Uint8Array(Int32Array.from(taken).buffer);
  return { items: [new PyTuple([SOL_SOCKET, SCM_RIGHTS, bytesResult(bytes)])], isCut };
}

/** Closes what nobody asked for. */
export function discardItems(attached: Attached | null | undefined): void {
  if (attached) unpackItems(attached, 0);
}

export const itemBytes = (length: number): number => HEADER_BYTES + length;
export const itemSpace = (length: number): number => HEADER_BYTES + Math.ceil(length / ALIGN_BYTES) * ALIGN_BYTES;
