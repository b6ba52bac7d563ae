/** Waiting for any of several things: they are watched (see watch.ts), and the process sleeps on its doorbell. */
import type { Arena } from './arena.js';
import { armEvent, disarmEvent, isEventSet } from './event.js';
import { block } from './futex.js';
import { Entry, ProcessState } from './layout.js';
import { isMutexFreeOrMarked } from './mutex.js';
import type { Reason } from './reasons.js';
import { armRing, disarmRing, isReadable, isWritable } from './ring.js';
import { armSemaphore, disarmSemaphore, semaphoreValue } from './semaphore.js';
import { unwatch, watch } from './watch.js';

/** Something that can be waited for together with others. */
export interface WaitSource {
  /** True if waiting is over. Looked at after `arm`, and again after each ring of the doorbell. */
  ready(): boolean;
  /** Announces the waiter to the object. Returns the cell that the object will wake. */
  arm(): number;
  disarm(): void;
}

/**
 * Waits until at least one source is ready, or the deadline (a `performance.now()` time). Returns the indexes of
 * those that are ready, which is none if the deadline has passed.
 */
export function waitAny(
  arena: Arena,
  sources: readonly WaitSource[],
  deadline = Infinity,
  reason: Reason = 'any of several',
): number[] {
  const early = readyOnes(sources);
  if (early.length > 0) return early;
  const bell = arena.self + Entry.doorbell;
  const nodes: number[] = [];
  let armed = 0;
  try {
    for (const source of sources) {
      const cell = source.arm();
      armed++;
      nodes.push(watch(arena, cell));
    }
    for (let inTime = true; ; ) {
      const seen = Atomics.load(arena.i32, bell);
      const ready = readyOnes(sources);
      if (ready.length > 0 || !inTime) return ready;
      inTime = block(arena, reason, 0, bell, seen, deadline);
    }
  } finally {
    for (const node of nodes) unwatch(arena, node);
    for (let i = 0; i < armed; i++) sources[i]!.disarm();
  }
}

export function readerSource(arena: Arena, ring: number): WaitSource {
  return {
    ready: () => isReadable(arena, ring),
    arm: () => armRing(arena, ring, 'reader'),
    disarm: () => disarmRing(arena, ring, 'reader'),
  };
}

export function writerSource(arena: Arena, ring: number): WaitSource {
  return {
    ready: () => isWritable(arena, ring),
    arm: () => armRing(arena, ring, 'writer'),
    disarm: () => disarmRing(arena, ring, 'writer'),
  };
}

export function semaphoreSource(arena: Arena, at: number): WaitSource {
  return {
    ready: () => semaphoreValue(arena, at) > 0,
    arm: () => armSemaphore(arena, at),
    disarm: () => disarmSemaphore(arena, at),
  };
}

export function mutexSource(arena: Arena, at: number): WaitSource {
  return { ready: () => isMutexFreeOrMarked(arena, at), arm: () => at, disarm: () => {} };
}

/** Ready while the flag is set. */
export function eventSource(arena: Arena, at: number): WaitSource {
  return {
    ready: () => isEventSet(arena, at),
    arm: () => armEvent(arena, at),
    disarm: () => disarmEvent(arena, at),
  };
}

/** Ready once a process has ended. */
export function processSource(arena: Arena, entry: number): WaitSource {
  const cell = entry + Entry.state;
  return { ready: () => Atomics.load(arena.i32, cell) === ProcessState.ended, arm: () => cell, disarm: () => {} };
}

/** Ready once a cell no longer holds a value. Whoever changes it must call `wake`. */
export function cellSource(arena: Arena, cell: number, expected: number): WaitSource {
  return { ready: () => Atomics.load(arena.i32, cell) !== expected, arm: () => cell, disarm: () => {} };
}

function readyOnes(sources: readonly WaitSource[]): number[] {
  const ready: number[] = [];
  for (let i = 0; i < sources.length; i++) if (sources[i]!.ready()) ready.push(i);
  return ready;
}
