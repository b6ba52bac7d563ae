/**
 * A lock in shared memory that any process may take and any process may free, as Python's `multiprocessing.Lock`.
 *
 * Shape:     two cells: the state, and the entry of the process that took it last (for reports).
 * Units:     milliseconds.
 * Algorithm: the three-state futex mutex of U. Drepper, "Futexes Are Tricky" (2011).
 */
import type { Arena } from './arena.js';
import { block, deadlineAfter, wake } from './futex.js';
import type { Reason } from './reasons.js';

const FREE = 0;
const HELD = 1;
const CONTENDED = 2; // held, and some thread may be asleep on the cell
const OWNER = 1;

export const MUTEX_BYTES = 8;

export function createMutex(arena: Arena): number {
  return arena.alloc(MUTEX_BYTES);
}

/** Takes the mutex, sleeping at most `timeoutMs`. Returns whether it was taken. */
export function acquireMutex(arena: Arena, at: number, timeoutMs = Infinity, reason: Reason = 'lock'): boolean {
  if (Atomics.compareExchange(arena.i32, at, FREE, HELD) === FREE) {
    arena.i32[at + OWNER] = arena.self;
    return true;
  }
  if (timeoutMs <= 0) return false;
  return acquireSlowly(arena, at, timeoutMs, reason);
}

/** Frees the mutex and wakes one sleeper. Returns false, having changed nothing, if it was free. */
export function releaseMutex(arena: Arena, at: number): boolean {
  const was = Atomics.exchange(arena.i32, at, FREE);
  if (was === CONTENDED) wake(arena, at, 1);
  return was !== FREE;
}

export function isMutexFree(arena: Arena, at: number): boolean {
  return Atomics.load(arena.i32, at) === FREE;
}

/** For a wait on several things: true if the mutex is free, else its release will wake those who watch its cell. */
export function isMutexFreeOrMarked(arena: Arena, at: number): boolean {
  return Atomics.compareExchange(arena.i32, at, HELD, CONTENDED) === FREE;
}

/** Entry of the process that took the mutex last, 0 if it is free. */
export function mutexOwner(arena: Arena, at: number): number {
  return isMutexFree(arena, at) ? 0 : arena.i32[at + OWNER]!;
}

function acquireSlowly(arena: Arena, at: number, timeoutMs: number, reason: Reason): boolean {
  const deadline = deadlineAfter(timeoutMs);
  let inTime = true;
  // CONTENDED is written before each sleep, never after: a holder that frees it in between then sees it and wakes us.
  while (Atomics.exchange(arena.i32, at, CONTENDED) !== FREE) {
    if (!inTime) return false;
    inTime = block(arena, reason, at, at, CONTENDED, deadline);
  }
  arena.i32[at + OWNER] = arena.self;
  return true;
}
