/**
 * A condition variable: waiters in the order in which they came, each with a cell of its own.
 *
 * Shape: cells [robust lock, first waiter, last waiter]; a waiter is a node [next, state, process entry]. The lock that the program
 *        associates with the condition is the caller's business.
 * A waiter whose process has ended is skipped by `notify`, so it cannot swallow a wake-up.
 */
import type { Arena } from './arena.js';
import { block, deadlineAfter, wake } from './futex.js';
import { Entry, ProcessState } from './layout.js';
import { lockRobust, unlockRobust } from './robust.js';
import { cellSource, type WaitSource } from './waitset.js';

const FIRST = 1;
const LAST = 2;
const Node = { next: 0, state: 1, entry: 2 } as const;
const WAITING = 0;
const NOTIFIED = 1;

export function createCondition(arena: Arena): number {
  return arena.alloc(12);
}

/**
 * Enters the queue, calls `unlock`, sleeps until notified or for `timeoutMs`. Returns whether it was notified.
 * The caller takes its lock again afterwards, also if an interrupt throws.
 */
export function waitCondition(arena: Arena, at: number, timeoutMs: number, unlock: () => void): boolean {
  const deadline = deadlineAfter(timeoutMs);
  const node = enterCondition(arena, at);
  const cell = node + Node.state;
  let notified = false;
  try {
    unlock();
    while (Atomics.load(arena.i32, cell) === WAITING) {
      if (!block(arena, 'condition', at, cell, WAITING, deadline)) break;
    }
  } finally {
    // Between the deadline and this point a notify may have chosen us: then it counts.
    notified = leaveCondition(arena, at, node);
  }
  return notified;
}

/** Wakes up to `count` waiters, the longest waiting first. Returns how many there were. */
export function notifyCondition(arena: Arena, at: number, count = Infinity): number {
  let woken = 0;
  const cells: number[] = [];
  lock(arena, at);
  const { i32 } = arena;
  for (let node = i32[at + FIRST]!; node !== 0 && woken < count; node = i32[at + FIRST]!) {
    const next = i32[node + Node.next]!;
    i32[at + FIRST] = next;
    if (next === 0) i32[at + LAST] = 0;
    if (hasEnded(arena, node)) continue;
    Atomics.store(i32, node + Node.state, NOTIFIED);
    cells.push(node + Node.state);
    woken++;
  }
  unlockRobust(arena, at);
  for (const cell of cells) wake(arena, cell, 1);
  return woken;
}

/** Number of processes (and threads) that wait. */
export function conditionWaiters(arena: Arena, at: number): number {
  let count = 0;
  lock(arena, at);
  for (let node = arena.i32[at + FIRST]!; node !== 0; node = arena.i32[node + Node.next]!) {
    if (!hasEnded(arena, node)) count++;
  }
  unlockRobust(arena, at);
  return count;
}

/** Queues a waiter, for waits that do not sleep in `waitCondition`. Returns its node, whose sleep is `noticeSource`. */
export function enterCondition(arena: Arena, at: number): number {
  const node = arena.alloc(12);
  lock(arena, at);
  const { i32 } = arena;
  i32[node + Node.entry] = arena.self;
  const last = i32[at + LAST]!;
  i32[last === 0 ? at + FIRST : last + Node.next] = node;
  i32[at + LAST] = node;
  unlockRobust(arena, at);
  return node;
}

/** Takes a waiter out of the queue. Returns whether it has been notified. */
export function leaveCondition(arena: Arena, at: number, node: number): boolean {
  lock(arena, at);
  const { i32 } = arena;
  const notified = i32[node + Node.state] === NOTIFIED;
  if (!notified) unlink(arena, at, node);
  unlockRobust(arena, at);
  arena.free(node);
  return notified;
}

/** Ready once the waiter has been notified. */
export function noticeSource(arena: Arena, node: number): WaitSource {
  return cellSource(arena, node + Node.state, WAITING);
}

function unlink(arena: Arena, at: number, node: number): void {
  const { i32 } = arena;
  let before = 0;
  for (let other = i32[at + FIRST]!; other !== 0; other = i32[other + Node.next]!) {
    if (other === node) {
      i32[before === 0 ? at + FIRST : before + Node.next] = i32[node + Node.next]!;
      if (i32[at + LAST] === node) i32[at + LAST] = before;
      return;
    }
    before = other;
  }
}

/** Takes the lock; if its last owner ended inside, the pointer to the last waiter is computed anew. */
function lock(arena: Arena, at: number): void {
  const abandoned = lockRobust(arena, at);
  // Nodes come from other threads, perhaps from beyond this thread's views.
  arena.refreshIfGrown();
  if (!abandoned) return;
  let last = 0;
  for (let node = arena.i32[at + FIRST]!; node !== 0; node = arena.i32[node + Node.next]!) last = node;
  arena.i32[at + LAST] = last;
}

function hasEnded(arena: Arena, node: number): boolean {
  const entry = arena.i32[node + Node.entry]!;
  return Atomics.load(arena.i32, entry + Entry.state) === ProcessState.ended;
}
