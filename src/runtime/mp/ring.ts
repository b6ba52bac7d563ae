/**
 * A queue of byte records in the arena, for many writers and many readers.
 *
 * Shape:   a head (see `Ring`) and a chain of blocks of records [length, bytes padded to cells]. A record that is longer than
 *          `LARGE_BYTES` has a block of its own, and the record is [-1, its address, length]; -2 ends a block.
 * Bounds:  in records (`maxItems`), and in bytes as a pipe's buffer is: a write starts when there is any room and
 *          returns when all but the last `maxBytes` of what is queued have been read. 0 is no bound.
 * Cost:    about 0.2 µs for a small record there and back within one thread.
 * Robust:  a record is published by the one store that moves the end of the queue, so a thread may end anywhere; the
 *          counters are then computed anew by the next owner of the lock (`repair`).
 */
import type { Arena } from './arena.js';
import { block, deadlineAfter, wake } from './futex.js';
import type { Reason } from './reasons.js';
import { END_OF_BLOCK, IN_BLOCK, LARGE, Ring, repair, reserve } from './ringBlocks.js';
import { copyIn, copyOut } from './ringBytes.js';
import { count } from './stats.js';
import { lockRobust, unlockRobust } from './robust.js';

const LARGE_BYTES = 8192;

/** How an operation on a ring or pipe ended. `closed`: nobody is left at the other side. */
export type RingResult = 'done' | 'timeout' | 'closed';

/** @param maxItems how many records it may hold, 0 for any number; `maxBytes` likewise. */
export function createRing(arena: Arena, maxItems = 0, maxBytes = 0): number {
  const at = arena.alloc(Ring.cells * 4);
  arena.i32[at + Ring.maxItems] = maxItems;
  arena.i32[at + Ring.maxBytes] = maxBytes;
  return at;
}

/** Number of records in the queue. */
export function ringItems(arena: Arena, at: number): number {
  return Atomics.load(arena.i32, at + Ring.items);
}

export function isRingFull(arena: Arena, at: number): boolean {
  const maxItems = arena.i32[at + Ring.maxItems]!;
  return maxItems !== 0 && ringItems(arena, at) >= maxItems;
}

/** Appends bytes `[start, end)` of `source` as one record, waiting for room at most `timeoutMs`. */
export function putRecord(
  arena: Arena,
  at: number,
  source: Uint8Array,
  start = 0,
  end = source.length,
  timeoutMs = Infinity,
  reason: Reason = 'queue put',
): RingResult {
  const sizeBytes = end - start;
  // The only thing that can fail for want of memory happens before anything is changed.
  const large = sizeBytes > LARGE_BYTES ? storeLarge(arena, source, start, end) : 0;
  lock(arena, at);
  if (hasNoRoom(arena, at)) {
    const result = awaitRoom(arena, at, timeoutMs, reason);
    if (result !== 'done') {
      unlockRobust(arena, at);
      if (large !== 0) arena.free(large);
      return result;
    }
  } else if (isDeaf(arena, at)) {
    unlockRobust(arena, at);
    if (large !== 0) arena.free(large);
    return 'closed';
  }
  try {
    append(arena, at, source, start, sizeBytes, large);
  } catch (error) {
    unlockRobust(arena, at);
    throw error;
  }
  const readers = wakesReaders(arena, at);
  const overflows = isOverfull(arena, at);
  unlockRobust(arena, at);
  if (readers) wake(arena, at + Ring.filled, 1);
  // Who has only so much time does not wait for what is in the queue already.
  return overflows && timeoutMs === Infinity ? awaitDrain(arena, at, reason) : 'done';
}

/**
 * Takes the first record, waiting for one at most `timeoutMs`. On `done` its bytes are `arena.record` `[0, arena.recordLength)`,
 * until the next record is taken.
 * @param label address of two cells that get the record's first two before it leaves the queue, so that others can see which
 *        record a thread took last, whenever the thread ends; 0 for none.
 */
export function getRecord(
  arena: Arena,
  at: number,
  timeoutMs = Infinity,
  reason: Reason = 'queue get',
  label = 0,
): RingResult {
  lock(arena, at);
  if (arena.i32[at + Ring.items] === 0) {
    const result = awaitRecord(arena, at, timeoutMs, reason);
    if (result !== 'done') {
      unlockRobust(arena, at);
      return result;
    }
  }
  const large = takeFirst(arena, at, label);
  const writers = arena.i32[at + Ring.writers]! > 0;
  if (writers) Atomics.add(arena.i32, at + Ring.drained, 1);
  unlockRobust(arena, at);
  // Writers with different needs sleep on the same cell, so all of them look.
  if (writers) wake(arena, at + Ring.drained);
  if (large !== 0) arena.free(large);
  return 'done';
}

/**
 * Takes up to `maxBytes` bytes from the front, for rings that carry a stream: a longer record leaves its rest in the queue. All records
 * must be short ones (`MAX_STREAM_RECORD`). The bytes are where `getRecord` puts them.
 */
export function getBytes(
  arena: Arena,
  at: number,
  maxBytes: number,
  timeoutMs = Infinity,
  reason: Reason = 'pipe recv',
): RingResult {
  lock(arena, at);
  if (arena.i32[at + Ring.items] === 0) {
    const result = awaitRecord(arena, at, timeoutMs, reason);
    if (result !== 'done') {
      unlockRobust(arena, at);
      return result;
    }
  }
  if (!takePart(arena, at, maxBytes)) takeFirst(arena, at, 0);
  arena.i32[at + Ring.taken] = arena.i32[at + Ring.taken]! + arena.recordLength;
  const writers = arena.i32[at + Ring.writers]! > 0;
  if (writers) Atomics.add(arena.i32, at + Ring.drained, 1);
  unlockRobust(arena, at);
  if (writers) wake(arena, at + Ring.drained);
  return 'done';
}

/** Copies the first record, which stays in the queue, to where `getRecord` puts it. False if there is none. */
export function peekRecord(arena: Arena, at: number): boolean {
  lock(arena, at);
  const isThere = arena.i32[at + Ring.items]! > 0;
  if (isThere) {
    const position = firstPosition(arena, at);
    const { i32 } = arena;
    const length = i32[position]!;
    if (length === LARGE) copyOut(arena, i32[position + 1]!, i32[position + 2]!);
    else copyOut(arena, position + 1, length);
  }
  unlockRobust(arena, at);
  return isThere;
}

/** Overwrites the first cell of the queued record whose first two cells are those. False if it is not, or no longer, in the queue. */
export function patchRecord(arena: Arena, at: number, first: number, second: number, replacement: number): boolean {
  lock(arena, at);
  arena.refreshIfGrown();
  const { i32 } = arena;
  let found = false;
  let block = i32[at + Ring.headBlock]!;
  for (let position = i32[at + Ring.head]!; block !== 0 && position !== i32[at + Ring.tail]; ) {
    const length = i32[position]!;
    if (length === END_OF_BLOCK) {
      block = i32[block + IN_BLOCK.next]!;
      position = block + IN_BLOCK.data;
      continue;
    }
    const content = length === LARGE ? i32[position + 1]! : position + 1;
    if (i32[content] === first && i32[content + 1] === second) {
      i32[content] = replacement;
      found = true;
      break;
    }
    position += length === LARGE ? 3 : 1 + ((length + 3) >>> 2);
  }
  unlockRobust(arena, at);
  return found;
}

/** Longest record of a ring that is read by `getBytes`. */
export const MAX_STREAM_RECORD = LARGE_BYTES;

/** A copy of the record that `getRecord` took last. */
export function recordCopy(arena: Arena): Uint8Array {
  return arena.record.slice(0, arena.recordLength);
}

/** For a wait on several things: announces a reader or writer, until `disarmRing`. Returns the cell to sleep on. */
export function armRing(arena: Arena, at: number, side: 'reader' | 'writer'): number {
  const counter = at + (side === 'reader' ? Ring.readers : Ring.writers);
  lock(arena, at);
  arena.i32[counter] = arena.i32[counter]! + 1;
  unlockRobust(arena, at);
  return changeCell(at, side);
}

/** What one side sleeps on, and what changes when ends are closed. */
export const changeCell = (at: number, side: 'reader' | 'writer'): number =>
  at + (side === 'reader' ? Ring.filled : Ring.drained);

export function disarmRing(arena: Arena, at: number, side: 'reader' | 'writer'): void {
  const counter = at + (side === 'reader' ? Ring.readers : Ring.writers);
  lock(arena, at);
  arena.i32[counter] = Math.max(0, arena.i32[counter]! - 1);
  unlockRobust(arena, at);
}

/** True if a writer would not wait: there is room, or nobody is left to read. */
export function isWritable(arena: Arena, at: number): boolean {
  return isDeaf(arena, at) || !hasNoRoom(arena, at);
}

/** True if a reader would not wait: there is a record, or nobody is left to write one. */
export function isReadable(arena: Arena, at: number): boolean {
  return ringItems(arena, at) > 0 || isMute(arena, at);
}

/** Wakes everybody who waits on the ring, to look at it again. */
export function wakeRing(arena: Arena, at: number): void {
  Atomics.add(arena.i32, at + Ring.filled, 1);
  Atomics.add(arena.i32, at + Ring.drained, 1);
  wake(arena, at + Ring.filled);
  wake(arena, at + Ring.drained);
}

/** True if nobody can write any more: the ring is closed, or it has ends (it is one direction of a pipe) and all that write are closed. */
export function isMute(arena: Arena, at: number): boolean {
  if (Atomics.load(arena.i32, at + Ring.closed) !== 0) return true;
  return arena.i32[at + Ring.hasEnds] !== 0 && Atomics.load(arena.i32, at + Ring.writeEnds) === 0;
}

/** Says that nobody will write any more. What is queued can still be read. */
export function closeRing(arena: Arena, at: number): void {
  Atomics.store(arena.i32, at + Ring.closed, 1);
  wakeRing(arena, at);
}

/** The same for the ends that read. */
export function isDeaf(arena: Arena, at: number): boolean {
  return arena.i32[at + Ring.hasEnds] !== 0 && Atomics.load(arena.i32, at + Ring.readEnds) === 0;
}

function lock(arena: Arena, at: number): void {
  if (lockRobust(arena, at)) repair(arena, at);
}

function hasNoRoom(arena: Arena, at: number): boolean {
  const { i32 } = arena;
  const maxItems = i32[at + Ring.maxItems]!;
  const maxBytes = i32[at + Ring.maxBytes]!;
  return (maxItems !== 0 && i32[at + Ring.items]! >= maxItems) || (maxBytes !== 0 && i32[at + Ring.bytes]! >= maxBytes);
}

function isOverfull(arena: Arena, at: number): boolean {
  const maxBytes = arena.i32[at + Ring.maxBytes]!;
  return maxBytes !== 0 && arena.i32[at + Ring.bytes]! > maxBytes;
}

function wakesReaders(arena: Arena, at: number): boolean {
  const wakes =
    arena.i32[at + Ring.readers]! > 0 && arena.i32[at + Ring.items]! >= Atomics.load(arena.i32, at + Ring.wakeAt);
  if (wakes) Atomics.add(arena.i32, at + Ring.filled, 1);
  return wakes;
}

/** Called with the lock held and returns with it held; `done` if there is room. */
function awaitRoom(arena: Arena, at: number, timeoutMs: number, reason: Reason): RingResult {
  const deadline = deadlineAfter(timeoutMs);
  for (let inTime = timeoutMs > 0; ; ) {
    const seen = Atomics.load(arena.i32, at + Ring.drained);
    if (isDeaf(arena, at)) return 'closed';
    if (!hasNoRoom(arena, at)) return 'done';
    if (!inTime) return 'timeout';
    inTime = sleepOn(arena, at, 'writer', seen, deadline, reason);
  }
}

/** After a write that did not fit: waits until it would have been written to the end. */
function awaitDrain(arena: Arena, at: number, reason: Reason): RingResult {
  lock(arena, at);
  for (;;) {
    const seen = Atomics.load(arena.i32, at + Ring.drained);
    const fits = !isOverfull(arena, at);
    if (fits || isDeaf(arena, at)) {
      unlockRobust(arena, at);
      return fits ? 'done' : 'closed';
    }
    sleepOn(arena, at, 'writer', seen, Infinity, reason);
  }
}

function awaitRecord(arena: Arena, at: number, timeoutMs: number, reason: Reason): RingResult {
  const deadline = deadlineAfter(timeoutMs);
  for (let inTime = timeoutMs > 0; ; ) {
    const seen = Atomics.load(arena.i32, at + Ring.filled);
    if (arena.i32[at + Ring.items]! > 0) return 'done';
    if (isMute(arena, at)) return 'closed';
    if (!inTime) return 'timeout';
    inTime = sleepOn(arena, at, 'reader', seen, deadline, reason);
  }
}

/**
 * Gives the lock up for one sleep. If an interrupt throws, the lock is not held when the exception passes.
 * @param seen what the cell that is slept on held before the caller looked at the state: ends are closed without the lock.
 */
function sleepOn(
  arena: Arena,
  at: number,
  side: 'reader' | 'writer',
  seen: number,
  deadline: number,
  reason: Reason,
): boolean {
  const counter = at + (side === 'reader' ? Ring.readers : Ring.writers);
  const cell = changeCell(at, side);
  arena.i32[counter] = arena.i32[counter]! + 1;
  unlockRobust(arena, at);
  let finished = false;
  try {
    const inTime = block(arena, reason, at, cell, seen, deadline);
    finished = true;
    return inTime;
  } finally {
    lock(arena, at);
    arena.i32[counter] = Math.max(0, arena.i32[counter]! - 1);
    if (!finished) unlockRobust(arena, at);
  }
}

/** Where the first record lies. */
function firstPosition(arena: Arena, at: number): number {
  let position = arena.i32[at + Ring.head]!;
  arena.reach(position, 3);
  if (arena.i32[position] === END_OF_BLOCK) {
    position = arena.i32[arena.i32[at + Ring.headBlock]! + IN_BLOCK.next]! + IN_BLOCK.data;
    arena.reach(position, 3);
  }
  return position;
}

function storeLarge(arena: Arena, source: Uint8Array, start: number, end: number): number {
  const address = arena.allocRaw(end - start);
  arena.u8.set(source.subarray(start, end), address * 4);
  return address;
}

function append(arena: Arena, at: number, source: Uint8Array, start: number, sizeBytes: number, large: number): void {
  const cells = large !== 0 ? 3 : 1 + ((sizeBytes + 3) >>> 2);
  const position = reserve(arena, at, cells);
  const { i32 } = arena;
  if (large !== 0) {
    i32[position] = LARGE;
    i32[position + 1] = large;
    i32[position + 2] = sizeBytes;
  } else {
    i32[position] = sizeBytes;
    copyIn(arena.u8, (position + 1) * 4, source, start, sizeBytes);
  }
  i32[at + Ring.tail] = position + cells;
  i32[at + Ring.bytes] = i32[at + Ring.bytes]! + sizeBytes;
  Atomics.store(i32, at + Ring.items, i32[at + Ring.items]! + 1);
  count(arena, 'sentBytes', sizeBytes);
}

/** Copies the start of the first record out and moves its rest up to its end. False if the record is not longer than that. */
function takePart(arena: Arena, at: number, maxBytes: number): boolean {
  const position = firstPosition(arena, at);
  const sizeBytes = arena.i32[position]!;
  if (sizeBytes <= maxBytes) return false;
  copyOut(arena, position + 1, maxBytes);
  const rest = sizeBytes - maxBytes;
  const moved = position + ((sizeBytes + 3) >>> 2) - ((rest + 3) >>> 2);
  const { i32, u8 } = arena;
  const from = (position + 1) * 4 + maxBytes;
  u8.copyWithin((moved + 1) * 4, from, from + rest);
  i32[moved] = rest;
  // In the next block too: `takeFirst` and `repair` follow from a head that lies there.
  if (position !== i32[at + Ring.head]) {
    const emptied = i32[at + Ring.headBlock]!;
    i32[at + Ring.headBlock] = i32[emptied + IN_BLOCK.next]!;
    i32[at + Ring.head] = moved;
    keepOrFree(arena, at, emptied);
  } else i32[at + Ring.head] = moved;
  i32[at + Ring.bytes] = i32[at + Ring.bytes]! - maxBytes;
  return true;
}

/** Copies the first record out and moves the head past it. Returns the block of a large record, to be freed, or 0. */
function takeFirst(arena: Arena, at: number, label: number): number {
  arena.reach(arena.i32[at + Ring.head]!, 3);
  let position = arena.i32[at + Ring.head]!;
  let headBlock = arena.i32[at + Ring.headBlock]!;
  let emptied = 0;
  if (arena.i32[position] === END_OF_BLOCK) {
    emptied = headBlock;
    headBlock = arena.i32[headBlock + IN_BLOCK.next]!;
    position = headBlock + IN_BLOCK.data;
    arena.reach(position, 3);
  }
  const { i32 } = arena;
  const length = i32[position]!;
  const large = length === LARGE ? i32[position + 1]! : 0;
  const sizeBytes = length === LARGE ? i32[position + 2]! : length;
  const content = large === 0 ? position + 1 : large;
  copyOut(arena, content, sizeBytes);
  if (label !== 0) {
    arena.i32[label + 1] = arena.i32[content + 1]!;
    Atomics.store(arena.i32, label, arena.i32[content]!);
  }
  arena.i32[at + Ring.head] = position + (large === 0 ? 1 + ((sizeBytes + 3) >>> 2) : 3);
  arena.i32[at + Ring.headBlock] = headBlock;
  arena.i32[at + Ring.bytes] = arena.i32[at + Ring.bytes]! - sizeBytes;
  Atomics.store(arena.i32, at + Ring.items, arena.i32[at + Ring.items]! - 1);
  if (emptied !== 0) keepOrFree(arena, at, emptied);
  return large;
}

/** One emptied block is kept, so that a queue that fills and drains does not ask the allocator each time. */
function keepOrFree(arena: Arena, at: number, emptied: number): void {
  if (arena.i32[at + Ring.spare] === 0) arena.i32[at + Ring.spare] = emptied;
  else arena.free(emptied);
}
