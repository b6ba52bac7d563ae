/**
 * What is attached to bytes of a stream: a second ring beside the stream's, made when it is first needed, of records
 * [place of the first byte that it belongs to, how many they are, text]. Places count from the stream's beginning, modulo 2 ** 32.
 */
import type { Arena } from './arena.js';
import { createRing, getRecord, peekRecord, putRecord } from './ring.js';
import { Ring } from './ringBlocks.js';

const PLACE_BYTES = 8;

/** Attaches a text to the bytes that the caller is about to write next, and whose number is given. */
export function attach(arena: Arena, stream: number, text: string, lengthBytes: number): void {
  if (arena.i32[stream + Ring.attached] === 0) {
    const ring = createRing(arena);
    arena.i32[stream + Ring.attached] = ring;
  }
  const { i32 } = arena;
  const place = i32[stream + Ring.taken]! + i32[stream + Ring.bytes]!;
  const record = Buffer.alloc(PLACE_BYTES + Buffer.byteLength(text));
  record.writeInt32LE(place | 0, 0);
  record.writeInt32LE(lengthBytes, 4);
  record.write(text, PLACE_BYTES);
  putRecord(arena, i32[stream + Ring.attached]!, record);
}

/**
 * Where the first of what is attached lies, counted from the next byte to be read: `start` is negative once some of its bytes have been read,
 * `end` is 0 or less once all have. Undefined if there is nothing.
 */
export function attachedPlace(arena: Arena, stream: number): { start: number; end: number } | undefined {
  arena.reach(stream, Ring.cells);
  const ring = arena.i32[stream + Ring.attached]!;
  if (ring === 0 || !peekRecord(arena, ring)) return undefined;
  const record = Buffer.from(arena.record.buffer, arena.record.byteOffset, arena.recordLength);
  const start = (record.readInt32LE(0) - arena.i32[stream + Ring.taken]!) | 0;
  return { start, end: start + record.readInt32LE(4) };
}

/** Takes the first of what is attached; undefined if somebody else was faster. */
export function takeAttached(arena: Arena, stream: number): string | undefined {
  if (getRecord(arena, arena.i32[stream + Ring.attached]!, 0) !== 'done') return undefined;
  return Buffer.from(arena.record.subarray(PLACE_BYTES, arena.recordLength)).toString();
}
