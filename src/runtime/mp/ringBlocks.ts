/** The memory of a ring: its head, and the chain of blocks that hold the records. */
import type { Arena } from './arena.js';

/** Cells of a ring. */
export const Ring = {
  /** Owner word of the robust lock. */
  lock: 0,
  items: 1,
  maxItems: 2,
  bytes: 3,
  maxBytes: 4,
  /** Number of readers and writers that sleep or are about to. */
  readers: 5,
  writers: 6,
  /** Counts the puts that found readers, and the gets that found writers: what they sleep on. */
  filled: 7,
  drained: 8,
  /** Address of the first record, and of the place after the last one; 0 while there is no block. */
  head: 9,
  headBlock: 10,
  tail: 11,
  tailBlock: 12,
  /** An emptied block, kept for the next need. */
  spare: 13,
  /** 1 if open ends are counted: the ring is one direction of a pipe. */
  hasEnds: 14,
  writeEnds: 15,
  readEnds: 16,
  /** 1 while `head` and `tail` of an empty queue are being moved together. */
  rewinding: 17,
  /** 1 once nobody will write any more: readers find the end when the ring is empty. */
  closed: 18,
  /** Readers are woken only when there are so many records; 0 is any. */
  wakeAt: 19,
  /** Bytes that `getBytes` has taken so far, and a ring of what is attached to bytes of the stream, or 0; see attached.ts. */
  taken: 20,
  attached: 21,
  cells: 22,
} as const;

/** Cells of a block. The last cell of a block is kept free for `END_OF_BLOCK`. */
export const IN_BLOCK = { next: 0, data: 1 } as const;

/** In place of a record's length. */
export const LARGE = -1;
export const END_OF_BLOCK = -2;

const FIRST_BLOCK_BYTES = 512;
const MAX_BLOCK_BYTES = 65536;

/** A place for `cells` cells at the end of the queue. Nothing is published before the caller moves `tail`. */
export function reserve(arena: Arena, at: number, cells: number): number {
  let { i32 } = arena;
  const block = i32[at + Ring.tailBlock]!;
  if (block === 0) return startChain(arena, at, cells);
  arena.reach(block, 1);
  ({ i32 } = arena);
  const end = endOf(arena, block);
  if (i32[at + Ring.items] === 0 && i32[at + Ring.headBlock] === block) {
    rewind(arena, at, block);
  }
  arena.reach(end);
  const position = i32[at + Ring.tail]!;
  if (position + cells < end) return position;
  return extendChain(arena, at, block, position, cells);
}

/** Lets an empty queue begin at the front of its only block again. */
function rewind(arena: Arena, at: number, block: number): void {
  const { i32 } = arena;
  Atomics.store(i32, at + Ring.rewinding, 1);
  i32[at + Ring.tail] = block + IN_BLOCK.data;
  i32[at + Ring.head] = block + IN_BLOCK.data;
  Atomics.store(i32, at + Ring.rewinding, 0);
}

/**
 * Computes what a thread that ended inside may have left wrong: the counters, and which blocks the ends are in.
 * The positions `head` and `tail` are always right, being moved by one store each (`rewinding` is the exception).
 */
export function repair(arena: Arena, at: number): void {
  arena.refreshIfGrown();
  const { i32 } = arena;
  if (i32[at + Ring.rewinding] !== 0) rewind(arena, at, i32[at + Ring.headBlock]!);
  const tail = i32[at + Ring.tail]!;
  let position = i32[at + Ring.head]!;
  let block = i32[at + Ring.headBlock]!;
  let items = 0;
  let bytes = 0;
  if (block !== 0 && !isWithin(arena, block, position)) {
    block = i32[block + IN_BLOCK.next]!;
    i32[at + Ring.headBlock] = block;
  }
  while (block !== 0 && position !== tail) {
    const length = i32[position]!;
    if (length === END_OF_BLOCK) {
      block = i32[block + IN_BLOCK.next]!;
      position = block + IN_BLOCK.data;
      continue;
    }
    items++;
    bytes += length === LARGE ? i32[position + 2]! : length;
    position += length === LARGE ? 3 : 1 + ((length + 3) >>> 2);
  }
  i32[at + Ring.tailBlock] = block;
  i32[at + Ring.bytes] = bytes;
  Atomics.store(i32, at + Ring.items, items);
  // The one kept for later may already be in use, depending on where the thread ended.
  i32[at + Ring.spare] = 0;
}

/** Frees all blocks and records. The ring itself is the caller's. */
export function freeRecords(arena: Arena, at: number): void {
  repair(arena, at);
  const { i32 } = arena;
  let block = i32[at + Ring.headBlock]!;
  for (let position = i32[at + Ring.head]!; block !== 0 && position !== i32[at + Ring.tail]; ) {
    const length = i32[position]!;
    if (length === END_OF_BLOCK) {
      block = i32[block + IN_BLOCK.next]!;
      position = block + IN_BLOCK.data;
    } else {
      if (length === LARGE) arena.free(i32[position + 1]!);
      position += length === LARGE ? 3 : 1 + ((length + 3) >>> 2);
    }
  }
  for (block = i32[at + Ring.headBlock]!; block !== 0; ) {
    const next = arena.i32[block + IN_BLOCK.next]!;
    arena.free(block);
    block = next;
  }
  const attached = arena.i32[at + Ring.attached]!;
  if (attached === 0) return;
  freeRecords(arena, attached);
  arena.free(attached);
}

function startChain(arena: Arena, at: number, cells: number): number {
  const block = newBlock(arena, at, Math.max(FIRST_BLOCK_BYTES, (cells + 4) * 4));
  const { i32 } = arena;
  i32[at + Ring.headBlock] = block;
  i32[at + Ring.head] = block + IN_BLOCK.data;
  i32[at + Ring.tail] = block + IN_BLOCK.data;
  i32[at + Ring.tailBlock] = block;
  return block + IN_BLOCK.data;
}

function extendChain(arena: Arena, at: number, block: number, position: number, cells: number): number {
  const wanted = Math.min(MAX_BLOCK_BYTES, arena.blockBytes(block) * 2);
  const next = newBlock(arena, at, Math.max(wanted, (cells + 4) * 4));
  const { i32 } = arena;
  i32[block + IN_BLOCK.next] = next;
  i32[position] = END_OF_BLOCK;
  i32[at + Ring.tailBlock] = next;
  return next + IN_BLOCK.data;
}

function newBlock(arena: Arena, at: number, sizeBytes: number): number {
  const spare = arena.i32[at + Ring.spare]!;
  if (spare !== 0 && arena.blockBytes(spare) >= sizeBytes) {
    arena.i32[at + Ring.spare] = 0;
    arena.i32[spare + IN_BLOCK.next] = 0;
    return spare;
  }
  const block = arena.allocRaw(sizeBytes);
  arena.i32[block + IN_BLOCK.next] = 0;
  return block;
}

function endOf(arena: Arena, block: number): number {
  return block + (arena.blockBytes(block) >>> 2);
}

function isWithin(arena: Arena, block: number, position: number): boolean {
  return position >= block && position < endOf(arena, block);
}
