/**
 * Channels of byte records with ends that can be closed: one or two rings, and the count of open ends of each.
 *
 * A direction ends when all its write ends are closed, in every process: the reader gets what is still queued, then `closed`.
 * A write finds `closed` when no read end is open (a broken pipe).
 */
import type { Arena } from './arena.js';
import { deadlineAfter } from './futex.js';
import { closeHandle, handleAddress, openHandle } from './handles.js';
import { createRing, getRecord, isReadable, putRecord, type RingResult } from './ring.js';
import { Ring } from './ringBlocks.js';
import { readerSource, waitAny } from './waitset.js';

/** One side of a pipe in one process: a handle for each direction that it has, else 0. */
export interface PipeEnd {
  readonly reader: number;
  readonly writer: number;
}

/** @param maxBytes how much may be queued before a write waits; 0 for any amount. */
export function createDirection(arena: Arena, maxBytes = 0): number {
  const ring = createRing(arena, 0, maxBytes);
  arena.i32[ring + Ring.hasEnds] = 1;
  return ring;
}

/** Makes a pipe and opens both sides in this process. Without `duplex` the first side can only read, the second only write. */
export function createPipe(arena: Arena, duplex: boolean, maxBytes = 0): [PipeEnd, PipeEnd] {
  const there = createDirection(arena, maxBytes);
  const first = { reader: openHandle(arena, 'reader', there), writer: 0 };
  const second = { reader: 0, writer: openHandle(arena, 'writer', there) };
  // The handles hold the ring from here on, not its maker.
  arena.release(there);
  if (duplex) {
    const back = createDirection(arena, maxBytes);
    first.writer = openHandle(arena, 'writer', back);
    second.reader = openHandle(arena, 'reader', back);
    arena.release(back);
  }
  return [first, second];
}

/** Sends one record. The end must have a writer. */
export function sendRecord(
  arena: Arena,
  end: PipeEnd,
  source: Uint8Array,
  start = 0,
  stop = source.length,
  timeoutMs = Infinity,
): RingResult {
  return putRecord(arena, handleAddress(arena, end.writer), source, start, stop, timeoutMs, 'pipe send');
}

/** Receives one record into `arena.record`. The end must have a reader. */
export function receiveRecord(arena: Arena, end: PipeEnd, timeoutMs = Infinity): RingResult {
  return getRecord(arena, handleAddress(arena, end.reader), timeoutMs, 'pipe recv');
}

/** Waits at most `timeoutMs` until a receive would not wait (also because the other side is closed). */
export function pollPipe(arena: Arena, end: PipeEnd, timeoutMs = 0): boolean {
  const ring = handleAddress(arena, end.reader);
  if (isReadable(arena, ring)) return true;
  if (timeoutMs <= 0) return false;
  return waitAny(arena, [readerSource(arena, ring)], deadlineAfter(timeoutMs), 'pipe recv').length > 0;
}

export function closePipeEnd(arena: Arena, end: PipeEnd): void {
  if (end.reader !== 0) closeHandle(arena, end.reader);
  if (end.writer !== 0) closeHandle(arena, end.writer);
}
