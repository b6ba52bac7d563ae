/** Copying a record's bytes: a loop for short ones, where `set` and `subarray` cost more than the copy. */
import type { Arena } from './arena.js';

const LOOP_BYTES = 64;

export function copyIn(u8: Uint8Array, to: number, source: Uint8Array, start: number, sizeBytes: number): void {
  if (sizeBytes <= LOOP_BYTES) {
    for (let i = 0; i < sizeBytes; i++) u8[to + i] = source[start + i]!;
  } else {
    u8.set(source.subarray(start, start + sizeBytes), to);
  }
}

/** Copies bytes of a block into `arena.record`, and sets `arena.recordLength`. */
export function copyOut(arena: Arena, address: number, sizeBytes: number): void {
  arena.reach(address, (sizeBytes + 3) >>> 2);
  if (arena.record.length < sizeBytes) arena.record = new Uint8Array(2 ** Math.ceil(Math.log2(sizeBytes)));
  const { u8, record } = arena;
  const from = address * 4;
  if (sizeBytes <= LOOP_BYTES) {
    for (let i = 0; i < sizeBytes; i++) record[i] = u8[from + i]!;
  } else {
    record.set(u8.subarray(from, from + sizeBytes));
  }
  arena.recordLength = sizeBytes;
}
