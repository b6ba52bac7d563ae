/**
 * A counting semaphore, with or without an upper bound.
 *
 * Shape: cells [value, waiters, bound (0 is none)].
 */
import type { Arena } from './arena.js';
import { block, deadlineAfter, wake } from './futex.js';
import type { Reason } from './reasons.js';

const WAITERS = 1;
const BOUND = 2;

/** @param bound the value that no release may exceed; 0 for none. */
export function createSemaphore(arena: Arena, value: number, bound = 0): number {
  const at = arena.alloc(12);
  arena.i32[at] = value;
  arena.i32[at + BOUND] = bound;
  return at;
}

/** Takes one, sleeping at most `timeoutMs` until there is one. Returns whether it was taken. */
export function acquireSemaphore(
  arena: Arena,
  at: number,
  timeoutMs = Infinity,
  reason: Reason = 'semaphore',
): boolean {
  if (tryAcquireSemaphore(arena, at)) return true;
  if (timeoutMs <= 0) return false;
  const deadline = deadlineAfter(timeoutMs);
  Atomics.add(arena.i32, at + WAITERS, 1);
  try {
    for (let inTime = true; ; inTime = block(arena, reason, at, at, 0, deadline)) {
      if (tryAcquireSemaphore(arena, at)) return true;
      if (!inTime) return false;
    }
  } finally {
    Atomics.sub(arena.i32, at + WAITERS, 1);
  }
}

export function tryAcquireSemaphore(arena: Arena, at: number): boolean {
  const { i32 } = arena;
  for (let value = Atomics.load(i32, at); value > 0; ) {
    const seen = Atomics.compareExchange(i32, at, value, value - 1);
    if (seen === value) return true;
    value = seen;
  }
  return false;
}

/** Gives one back. Returns false, having changed nothing, if that would exceed the bound. */
export function releaseSemaphore(arena: Arena, at: number): boolean {
  const { i32 } = arena;
  const bound = i32[at + BOUND]!;
  for (let value = Atomics.load(i32, at); ; ) {
    if (bound !== 0 && value >= bound) return false;
    const seen = Atomics.compareExchange(i32, at, value, value + 1);
    if (seen === value) break;
    value = seen;
  }
  if (Atomics.load(i32, at + WAITERS) > 0) wake(arena, at, 1);
  return true;
}

export function semaphoreValue(arena: Arena, at: number): number {
  return Atomics.load(arena.i32, at);
}

/** For a wait on several things: announces this process, until `disarmSemaphore`. Returns the cell to sleep on. */
export function armSemaphore(arena: Arena, at: number): number {
  Atomics.add(arena.i32, at + WAITERS, 1);
  return at;
}

export function disarmSemaphore(arena: Arena, at: number): void {
  Atomics.sub(arena.i32, at + WAITERS, 1);
}
