/**
 * Waiting on a cell of the arena, and waking who waits.
 *
 * Every sleep of a process goes through `block`, which notes in the process's entry what it waits for, lets a
 * signal interrupt the sleep, and lets the language runtime run other threads of the process instead.
 * Units: milliseconds; deadlines are times of this thread's `performance.now()`, `Infinity` for none.
 * Rule:  who waits announces itself in the object first, then looks at the state, then calls `block` with the value that it saw.
 *        Who changes the state does so first and then looks for announced waiters: so no wake-up is lost.
 */
import type { Arena } from './arena.js';
import { Entry, Header } from './layout.js';
import { type Reason, reasonCode } from './reasons.js';
import { countWait } from './stats.js';
import { hasWatchers, ringWatchers } from './watch.js';

/** A sleep that lasts longer is worth a note of where in the program it is. */
const LONG_MS = 250;
/** One that has lasted so long leaves time to tidy up; and again after a multiple of that. */
const IDLE_MS = 200;
const IDLE_FACTOR = 2;

export function deadlineAfter(timeoutMs: number): number {
  return timeoutMs === Infinity ? Infinity : performance.now() + timeoutMs;
}

/** Wakes up to `count` of those who sleep on a cell, and every process that watches it. */
export function wake(arena: Arena, cell: number, count = Infinity): void {
  arena.woken += Atomics.notify(arena.i32, cell, count);
  if (hasWatchers(arena, cell)) ringWatchers(arena, cell);
}

/**
 * Sleeps until the cell no longer holds `expected`, somebody wakes it, or the deadline.
 *
 * Returns false if the deadline has passed, else true; the caller looks at its condition again either way.
 * Throws what the interrupt hook throws; a wake-up that this process may have swallowed is then passed on.
 * @param object address of what is waited for, for reports.
 */
export function block(
  arena: Arena,
  reason: Reason,
  object: number,
  cell: number,
  expected: number,
  deadline: number,
): boolean {
  if (arena.hooks.park === null && spin(arena, cell, expected)) return true;
  try {
    return sleep(arena, reason, object, cell, expected, deadline);
  } catch (error) {
    wake(arena, cell, 1);
    throw error;
  }
}

/** Sleeps for a time, or until an interrupt throws. */
export function sleepFor(arena: Arena, ms: number): void {
  const deadline = deadlineAfter(ms);
  const cell = arena.self + Entry.doorbell;
  while (performance.now() < deadline) {
    block(arena, 'sleep', 0, cell, Atomics.load(arena.i32, cell), deadline);
  }
}

/** True if a signal is pending. Cheap: for looking at now and then in long computations. */
export function hasInterrupts(arena: Arena): boolean {
  return arena.i32[arena.self + Entry.interrupts] !== 0;
}

/** The pending signals (bit n-1 for signal n), which are pending no more. */
export function takeInterrupts(arena: Arena): number {
  return Atomics.exchange(arena.i32, arena.self + Entry.interrupts, 0);
}

function spin(arena: Arena, cell: number, expected: number): boolean {
  const { i32 } = arena;
  // Who was just woken by this thread is about to run, and may be the one to answer.
  const awake = Atomics.load(i32, Header.awake) + arena.woken;
  arena.woken = 0;
  // Alone, nobody is about to change the cell; with more processes than processors, spinning keeps them from it.
  if (awake < 2 || awake > i32[Header.processors]!) return false;
  return arena.spinning.sees(i32, cell, expected);
}

function sleep(
  arena: Arena,
  reason: Reason,
  object: number,
  cell: number,
  expected: number,
  deadline: number,
): boolean {
  const { i32, hooks } = arena;
  for (let idleMs = IDLE_MS; ; ) {
    // What was waited for comes first: who has waited for a child has it before the handler for its end runs.
    if (Atomics.load(i32, cell) !== expected) return true;
    if (hasInterrupts(arena)) {
      hooks.interrupt();
      return true;
    }
    const remaining = deadline === Infinity ? Infinity : deadline - performance.now();
    if (remaining <= 0) return false;
    const parked = parks(arena, cell, expected, remaining);
    if (parked === 'timeout') return false;
    if (parked) continue;
    const limit = hooks.idle === null ? remaining : Math.min(remaining, idleMs);
    let isWoken = true;
    announce(arena, reason, object, cell, deadline);
    try {
      // Once more: who raises an interrupt wakes only a process that has announced its sleep.
      if (Atomics.load(i32, arena.self + Entry.interrupts) === 0) isWoken = slept(arena, reason, cell, expected, limit);
    } finally {
      withdraw(arena);
    }
    if (!isWoken) {
      if (limit === remaining) return false;
      idleMs *= IDLE_FACTOR;
      if (hooks.idle?.() === true) return true;
    } else if (!hasInterrupts(arena)) return true;
  }
}

/** Sleeps; false if the time is over. A long sleep says where in the program it is: to find that out costs more than a short sleep. */
function slept(arena: Arena, reason: Reason, cell: number, expected: number, remainingMs: number): boolean {
  const { i32, self, hooks } = arena;
  if (doze(arena, reason, cell, expected, Math.min(remainingMs, LONG_MS))) return true;
  if (remainingMs <= LONG_MS) return false;
  const position = hooks.position?.() ?? null;
  if (position !== null) {
    i32[self + Entry.positionLine] = position.line;
    i32[self + Entry.positionFile] = arena.intern(position.file);
  }
  if (hasInterrupts(arena)) return true;
  return doze(arena, reason, cell, expected, remainingMs - LONG_MS);
}

function doze(arena: Arena, reason: Reason, cell: number, expected: number, ms: number): boolean {
  arena.hasSlept = true;
  const start = performance.now();
  const isWoken = Atomics.wait(arena.i32, cell, expected, ms) !== 'timed-out';
  const sleptMs = performance.now() - start;
  arena.spinning.slept(sleptMs);
  if (arena.stats !== 0) countWait(arena, reason, sleptMs);
  return isWoken;
}

/** Lets the other threads of the process run. What they, or their scheduler, wait for then really sleeps. */
function parks(arena: Arena, cell: number, expected: number, remainingMs: number): boolean | 'timeout' {
  const { park } = arena.hooks;
  if (park === null || arena.isParked) return false;
  arena.isParked = true;
  try {
    return park(cell, expected, remainingMs);
  } finally {
    arena.isParked = false;
  }
}

/** Sleeps until the cell no longer holds `value` or somebody wakes it, whatever else happens. */
export function sleepDeaf(arena: Arena, reason: Reason, cell: number, value: number): void {
  announce(arena, reason, 0, cell, Infinity);
  try {
    Atomics.wait(arena.i32, cell, value);
  } finally {
    withdraw(arena);
  }
}

function announce(arena: Arena, reason: Reason, object: number, cell: number, deadline: number): void {
  const { i32, self } = arena;
  i32[self + Entry.positionFile] = 0;
  i32[self + Entry.waitObject] = object;
  i32[self + Entry.waitTimed] = deadline === Infinity ? 0 : 1;
  arena.f64[(self + Entry.waitSince) >> 1] = Date.now();
  i32[self + Entry.waits] = i32[self + Entry.waits]! + 1;
  Atomics.store(i32, self + Entry.waitCell, cell);
  Atomics.store(i32, self + Entry.waiting, reasonCode(reason));
  Atomics.sub(i32, Header.awake, 1);
}

function withdraw(arena: Arena): void {
  Atomics.add(arena.i32, Header.awake, 1);
  // `waitCell` stays: should this thread be ended now, the kernel wakes the others who sleep there.
  Atomics.store(arena.i32, arena.self + Entry.waiting, 0);
}
