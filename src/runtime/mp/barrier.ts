/**
 * A barrier: `parties` threads wait until all have come, as Python's `threading.Barrier` defines it
 * (it fills, drains, and can be reset or broken).
 *
 * Shape: cells [robust lock, parties, count, state, generation]. All waiters sleep on the generation, which counts the changes of state.
 */
import type { Arena } from './arena.js';
import { block, deadlineAfter, wake } from './futex.js';
import { lockRobust, unlockRobust } from './robust.js';
import { cellSource, type WaitSource } from './waitset.js';

const PARTIES = 1;
const COUNT = 2;
const STATE = 3;
const GENERATION = 4;

const FILLING = 0;
const DRAINING = 1;
const RESETTING = 2;
const BROKEN = 3;

export function createBarrier(arena: Arena, parties: number): number {
  const at = arena.alloc(20);
  arena.i32[at + PARTIES] = parties;
  return at;
}

/**
 * Waits for the others. Returns this caller's index in order of arrival, or null if the barrier is or gets broken:
 * by `abortBarrier`, by a reset while somebody waits, by a timeout of anyone, or because `action` threw.
 * @param action called by the last to arrive, before anybody leaves.
 */
export function waitBarrier(arena: Arena, at: number, timeoutMs = Infinity, action?: () => void): number | null {
  const steps = barrierSteps(arena, at, timeoutMs, action);
  let step = steps.next();
  while (step.done !== true) {
    const { seen, deadline } = step.value;
    let inTime: boolean;
    try {
      inTime = block(arena, 'barrier', at, at + GENERATION, seen, deadline);
    } catch (error) {
      step = steps.throw(error);
      continue;
    }
    step = steps.next(inTime);
  }
  return step.value;
}

/** A sleep until the barrier's generation is no longer the one that was seen. */
export interface BarrierSleep {
  readonly seen: number;
  readonly deadline: number;
}

/** `waitBarrier` for callers that sleep in their own way: yields its sleeps, and gets whether each ended in time. */
export function* barrierSteps(
  arena: Arena,
  at: number,
  timeoutMs: number,
  action: (() => void) | undefined,
): Generator<BarrierSleep, number | null, boolean> {
  const deadline = deadlineAfter(timeoutMs);
  lockRobust(arena, at);
  // Those who come while the last round leaves wait until it is gone. CPython gives this wait no timeout.
  while (isLeaving(arena.i32[at + STATE]!)) yield* asleep(arena, at, Infinity);
  if (arena.i32[at + STATE] === BROKEN) {
    unlockRobust(arena, at);
    return null;
  }
  const index = arena.i32[at + COUNT]!;
  arena.i32[at + COUNT] = index + 1;
  let passed = false;
  try {
    passed = index + 1 === arena.i32[at + PARTIES] ? openBarrier(arena, at, action) : yield* fill(arena, at, deadline);
  } finally {
    leave(arena, at);
    unlockRobust(arena, at);
  }
  return passed ? index : null;
}

/** Brings the barrier back to its first state; who waits now finds it broken. */
export function resetBarrier(arena: Arena, at: number): void {
  lockRobust(arena, at);
  const { i32 } = arena;
  if (i32[at + COUNT]! === 0) change(arena, at, FILLING);
  else if (i32[at + STATE] === FILLING || i32[at + STATE] === BROKEN) change(arena, at, RESETTING);
  unlockRobust(arena, at);
}

/** Breaks the barrier until it is reset. */
export function abortBarrier(arena: Arena, at: number): void {
  lockRobust(arena, at);
  change(arena, at, BROKEN);
  unlockRobust(arena, at);
}

/** 0 while it fills, 1 while those leave who have come, 2 while those leave whom a reset has found, 3 when it is broken. */
export function barrierState(arena: Arena, at: number): number {
  return Atomics.load(arena.i32, at + STATE);
}

/** Number of threads that wait in it. */
export function barrierCount(arena: Arena, at: number): number {
  return Atomics.load(arena.i32, at + COUNT);
}

/** The last to arrive: runs the action while the others still wait, then lets everybody go. Called with the lock held, as the next. */
function openBarrier(arena: Arena, at: number, action: (() => void) | undefined): boolean {
  if (action !== undefined) {
    try {
      outside(arena, at, action);
    } catch (error) {
      change(arena, at, BROKEN);
      throw error;
    }
    if (arena.i32[at + STATE] !== FILLING) return false;
  }
  change(arena, at, DRAINING);
  return true;
}

/** Ready once the barrier's generation is no longer the one that was seen. */
export const generationSource = (arena: Arena, at: number, seen: number): WaitSource =>
  cellSource(arena, at + GENERATION, seen);

/** Sleeps without the lock, which is held again afterwards. */
function* asleep(arena: Arena, at: number, deadline: number): Generator<BarrierSleep, boolean, boolean> {
  const seen = generation(arena, at);
  unlockRobust(arena, at);
  try {
    return yield { seen, deadline };
  } finally {
    lockRobust(arena, at);
  }
}

function* fill(arena: Arena, at: number, deadline: number): Generator<BarrierSleep, boolean, boolean> {
  while (arena.i32[at + STATE] === FILLING) {
    const inTime = yield* asleep(arena, at, deadline);
    if (!inTime && arena.i32[at + STATE] === FILLING) change(arena, at, BROKEN);
  }
  return arena.i32[at + STATE] === DRAINING;
}

function leave(arena: Arena, at: number): void {
  const count = arena.i32[at + COUNT]! - 1;
  arena.i32[at + COUNT] = count;
  if (count === 0 && isLeaving(arena.i32[at + STATE]!)) change(arena, at, FILLING);
}

function isLeaving(state: number): boolean {
  return state === DRAINING || state === RESETTING;
}

function generation(arena: Arena, at: number): number {
  return Atomics.load(arena.i32, at + GENERATION);
}

function change(arena: Arena, at: number, state: number): void {
  Atomics.store(arena.i32, at + STATE, state);
  Atomics.add(arena.i32, at + GENERATION, 1);
  wake(arena, at + GENERATION);
}

/** Runs something without the lock, which is held again afterwards. */
function outside<T>(arena: Arena, at: number, run: () => T): T {
  unlockRobust(arena, at);
  try {
    return run();
  } finally {
    lockRobust(arena, at);
  }
}
