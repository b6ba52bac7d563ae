/**
 * A recursive lock: its owner (a thread of a process) may take it again, and only the owner may free it.
 *
 * Shape: a mutex, then the owner's process entry, thread id and the depth. Only the owner writes those three, and another
 *        thread's look at them can at worst find that it is not the owner.
 */
import type { Arena } from './arena.js';
import { acquireMutex, MUTEX_BYTES, releaseMutex } from './mutex.js';

const PROCESS = MUTEX_BYTES / 4;
const THREAD = PROCESS + 1;
const DEPTH = PROCESS + 2;

export function createRMutex(arena: Arena): number {
  return arena.alloc((DEPTH + 1) * 4);
}

/** Takes the lock for a thread of this process. Returns whether it was taken. */
export function acquireRMutex(arena: Arena, at: number, thread: number, timeoutMs = Infinity): boolean {
  if (isOwner(arena, at, thread)) {
    arena.i32[at + DEPTH] = arena.i32[at + DEPTH]! + 1;
    return true;
  }
  if (!acquireMutex(arena, at, timeoutMs, 'rlock')) return false;
  arena.i32[at + THREAD] = thread;
  arena.i32[at + DEPTH] = 1;
  arena.i32[at + PROCESS] = arena.self;
  return true;
}

/** Undoes one acquire. Returns false, having changed nothing, if the thread is not the owner. */
export function releaseRMutex(arena: Arena, at: number, thread: number): boolean {
  if (!isOwner(arena, at, thread)) return false;
  const depth = arena.i32[at + DEPTH]! - 1;
  arena.i32[at + DEPTH] = depth;
  if (depth === 0) {
    arena.i32[at + PROCESS] = 0;
    releaseMutex(arena, at);
  }
  return true;
}

export function isOwner(arena: Arena, at: number, thread: number): boolean {
  const { i32 } = arena;
  return i32[at + PROCESS] === arena.self && i32[at + THREAD] === thread;
}

/** How often the owner has taken it; 0 if it is free. */
export function rmutexDepth(arena: Arena, at: number): number {
  return arena.i32[at + DEPTH]!;
}

/** Entry of the owning process, 0 if it is free. */
export function rmutexOwner(arena: Arena, at: number): number {
  return arena.i32[at + PROCESS]!;
}
