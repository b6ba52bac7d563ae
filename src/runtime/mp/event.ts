/**
 * A flag that processes wait for.
 *
 * Shape: cells [state, waiters]. The lowest bit of the state is the flag, the rest counts the calls of `set`; both change in one store, so
 *        a wait ends by the very call that sets the flag. A flag that is set and cleared at once wakes all the same (and the wait then
 *        reports the flag as it finds it, as CPython's does).
 */
import type { Arena } from './arena.js';
import { block, deadlineAfter, wake } from './futex.js';

const WAITERS = 1;
const FLAG = 1;

export function createEvent(arena: Arena): number {
  return arena.alloc(8);
}

export function isEventSet(arena: Arena, at: number): boolean {
  return (Atomics.load(arena.i32, at) & FLAG) !== 0;
}

export function setEvent(arena: Arena, at: number): void {
  const { i32 } = arena;
  for (let seen = Atomics.load(i32, at); ; ) {
    const was = Atomics.compareExchange(i32, at, seen, ((seen >> 1) + 1) * 2 + FLAG);
    if (was === seen) break;
    seen = was;
  }
  if (Atomics.load(i32, at + WAITERS) > 0) wake(arena, at);
}

export function clearEvent(arena: Arena, at: number): void {
  Atomics.and(arena.i32, at, ~FLAG);
}

/** Waits at most `timeoutMs` for a `set`. Returns the flag. */
export function waitEvent(arena: Arena, at: number, timeoutMs = Infinity): boolean {
  if (isEventSet(arena, at)) return true;
  if (timeoutMs <= 0) return false;
  const deadline = deadlineAfter(timeoutMs);
  const { i32 } = arena;
  Atomics.add(i32, at + WAITERS, 1);
  try {
    // Cleared, the state is the same until somebody sets the flag.
    const cleared = Atomics.load(i32, at) & ~FLAG;
    while (Atomics.load(i32, at) === cleared) {
      if (!block(arena, 'event', at, at, cleared, deadline)) break;
    }
    return isEventSet(arena, at);
  } finally {
    Atomics.sub(i32, at + WAITERS, 1);
  }
}

/** For a wait on several things: announces this process, until `disarmEvent`. Returns the cell to sleep on. */
export function armEvent(arena: Arena, at: number): number {
  Atomics.add(arena.i32, at + WAITERS, 1);
  return at;
}

export function disarmEvent(arena: Arena, at: number): void {
  Atomics.sub(arena.i32, at + WAITERS, 1);
}
