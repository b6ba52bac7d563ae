/**
 * A flag that processes wait for.
 *
 * Shape: cells [flag, generation, waiters]. The generation counts the calls of `set`, and it is what waiters sleep on: so a
 *        flag that is set and cleared at once wakes all the same (and the wait then reports the flag as it finds it, as CPython's does).
 */
import type { Arena } from './arena.js';
import { block, deadlineAfter, wake } from './futex.js';

const GENERATION = 1;
const WAITERS = 2;

export function createEvent(arena: Arena): number {
  return arena.alloc(12);
}

export function isEventSet(arena: Arena, at: number): boolean {
  return Atomics.load(arena.i32, at) !== 0;
}

export function setEvent(arena: Arena, at: number): void {
  Atomics.store(arena.i32, at, 1);
  Atomics.add(arena.i32, at + GENERATION, 1);
  if (Atomics.load(arena.i32, at + WAITERS) > 0) wake(arena, at + GENERATION);
}

export function clearEvent(arena: Arena, at: number): void {
  Atomics.store(arena.i32, at, 0);
}

/** Waits at most `timeoutMs` for a `set`. Returns the flag. */
export function waitEvent(arena: Arena, at: number, timeoutMs = Infinity): boolean {
  if (isEventSet(arena, at)) return true;
  if (timeoutMs <= 0) return false;
  const deadline = deadlineAfter(timeoutMs);
  const { i32 } = arena;
  Atomics.add(i32, at + WAITERS, 1);
  try {
    const generation = Atomics.load(i32, at + GENERATION);
    while (!isEventSet(arena, at) && Atomics.load(i32, at + GENERATION) === generation) {
      if (!block(arena, 'event', at, at + GENERATION, generation, deadline)) break;
    }
    return isEventSet(arena, at);
  } finally {
    Atomics.sub(i32, at + WAITERS, 1);
  }
}

/** For a wait on several things: announces this process, until `disarmEvent`. Returns the cell to sleep on. */
export function armEvent(arena: Arena, at: number): number {
  Atomics.add(arena.i32, at + WAITERS, 1);
  return at + GENERATION;
}

export function disarmEvent(arena: Arena, at: number): void {
  Atomics.sub(arena.i32, at + WAITERS, 1);
}
