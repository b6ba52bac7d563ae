/**
 * Process entries: what everybody may know about a process without asking the kernel.
 *
 * An entry is made by the starter and never freed (it is about a hundred bytes), so an address stays valid, and a
 * handle on a process is just that address.
 */
import type { Arena } from './arena.js';
import { block, deadlineAfter, wake } from './futex.js';
import { closeAllHandles } from './handles.js';
import { ENTRY_CELLS, EndTold, Entry, Header, ProcessState } from './layout.js';
import { freeFiles } from './openFiles.js';
import { freeOutputs } from './output.js';
import { reasonCode } from './reasons.js';
import { LockBusy } from './robust.js';
import { createStats, endStats } from './stats.js';
import { forgetWatcher } from './watch.js';

/** The kernel takes far less to leave a signal. */
const TELLING_MS = 100;

/** Allocates a virtual pid and the entry of a process that has not begun. Returns the address. */
export function createEntry(arena: Arena, name: string, parentPid: number): number {
  // Processes that nobody has named are numbered.
  const nameAddress = /\d$/.test(name) ? arena.writeText(name) : arena.intern(name);
  const entry = arena.alloc(ENTRY_CELLS * 4);
  const { i32 } = arena;
  i32[entry + Entry.pid] = Atomics.add(i32, Header.nextPid, 1);
  i32[entry + Entry.parentPid] = parentPid;
  i32[entry + Entry.name] = nameAddress;
  createStats(arena, entry);
  return entry;
}

export function pidOf(arena: Arena, entry: number): number {
  arena.reach(entry, ENTRY_CELLS);
  return arena.i32[entry + Entry.pid]!;
}

/** Who takes over the children of a process that has ended, as far as they see. */
export const ORPHANS_PARENT = 1;

/** Pid of the process that started it; `ORPHANS_PARENT` once that one has ended. */
export function parentPidOf(arena: Arena, entry: number): number {
  return Atomics.load(arena.i32, entry + Entry.parentPid);
}

/** Names another process than the one that started it: whose child it is as far as it sees. It outlives the starter then. */
export function setParentPid(arena: Arena, entry: number, pid: number): void {
  arena.reach(entry, ENTRY_CELLS);
  Atomics.store(arena.i32, entry + Entry.parentPid, pid);
}

export function processName(arena: Arena, entry: number): string {
  return arena.stringAt(arena.i32[entry + Entry.name]!);
}

export function hasEnded(arena: Arena, entry: number): boolean {
  return Atomics.load(arena.i32, entry + Entry.state) === ProcessState.ended;
}

/** Exit code, or minus the signal that ended it; null while it has not ended. */
export function exitCodeOf(arena: Arena, entry: number): number | null {
  return hasEnded(arena, entry) ? arena.i32[entry + Entry.exitCode]! : null;
}

/** Tells the starter by `tell`, with SIGCHLD, that the process has ended, unless it has found out. For the kernel. */
export function tellEnd(arena: Arena, entry: number, tell: () => void): void {
  const { i32 } = arena;
  if (Atomics.compareExchange(i32, entry + Entry.told, EndTold.no, EndTold.beingTold) !== EndTold.no) return;
  tell();
  Atomics.store(i32, entry + Entry.told, EndTold.yes);
  Atomics.notify(i32, entry + Entry.told);
}

/** For the starter that has found that the process has ended: true if it is the first to know, else the signal is there. */
export function noticesEnd(arena: Arena, entry: number): boolean {
  const { i32 } = arena;
  const cell = entry + Entry.told;
  const before = Atomics.compareExchange(i32, cell, EndTold.no, EndTold.yes);
  if (before === EndTold.beingTold) Atomics.wait(i32, cell, EndTold.beingTold, TELLING_MS);
  return before === EndTold.no;
}

/** Waits at most `timeoutMs` for the end of a process. Returns whether it has ended. */
export function waitEnded(arena: Arena, entry: number, timeoutMs = Infinity): boolean {
  const deadline = deadlineAfter(timeoutMs);
  const cell = entry + Entry.state;
  let inTime = timeoutMs > 0;
  for (;;) {
    const state = Atomics.load(arena.i32, cell);
    if (state === ProcessState.ended) return true;
    if (!inTime) return false;
    inTime = block(arena, 'process end', entry, cell, state, deadline);
  }
}

/** Marks this thread's process as running. Nobody waits for that, and who waits for its end need not wake. */
export function enterProcess(arena: Arena, threadId: number): void {
  const { i32, self } = arena;
  i32[self + Entry.threadId] = threadId;
  Atomics.add(i32, Header.awake, 1);
  Atomics.store(i32, self + Entry.state, ProcessState.running);
}

/** This thread's process has all that it needs and begins. */
export function noteBegun(arena: Arena): void {
  arena.f64[(arena.self + Entry.begun) >> 1] = Date.now();
}

/** Something that takes no time in CPython is about to be done: until it is, this thread's process counts as not begun. Returns when it began. */
export function haltBegun(arena: Arena): number {
  const at = (arena.self + Entry.begun) >> 1;
  const before = arena.f64[at]!;
  arena.f64[at] = 0;
  return before;
}

/** It is done. @param begun what `haltBegun` gave @param tookMs how long it took */
export function resumeBegun(arena: Arena, begun: number, tookMs: number): void {
  if (begun !== 0) arena.f64[(arena.self + Entry.begun) >> 1] = begun + tookMs;
}

/** When a process began; 0 if it has not yet. */
export const begunAt = (arena: Arena, entry: number): number => arena.f64[(entry + Entry.begun) >> 1]!;

/** Ends this thread's process in good order: closes what it has open, then lets those know who wait for its end. */
export function leaveProcess(arena: Arena, exitCode: number): void {
  endStats(arena);
  closeAllHandles(arena);
  freeOutputs(arena);
  freeFiles(arena);
  Atomics.sub(arena.i32, Header.awake, 1);
  arena.f64[(arena.self + Entry.waitSince) >> 1] = Date.now();
  markEnded(arena, arena.self, exitCode);
}

/** How many ms ago a process that has ended left in good order; Infinity if it was ended by force. */
export function leftAgoMs(arena: Arena, entry: number): number {
  const left = arena.f64[(entry + Entry.waitSince) >> 1]!;
  return left === 0 ? Infinity : Date.now() - left;
}

/**
 * Cleans up after a process whose thread has ended without `leaveProcess`. The thread must no longer run, and its robust locks
 * must be recovered. For the kernel; may be called again after it has thrown `LockBusy`.
 */
export function buryProcess(arena: Arena, entry: number, exitCode: number): void {
  arena.refreshIfGrown();
  forgetWatcher(arena, entry);
  const { i32 } = arena;
  const wasAwake = i32[entry + Entry.state] === ProcessState.running && i32[entry + Entry.waiting] === 0;
  // Marked as waiting, so that a second attempt does not count it out again.
  if (wasAwake) {
    i32[entry + Entry.waiting] = reasonCode('process end');
    Atomics.sub(i32, Header.awake, 1);
  }
  // The thread may have swallowed a wake-up.
  const cell = arena.i32[entry + Entry.waitCell]!;
  if (cell !== 0) wake(arena, cell);
  closeAllHandles(arena, entry);
  arena.f64[(entry + Entry.waitSince) >> 1] = 0;
  markEnded(arena, entry, exitCode);
}

/** Which signals have handlers, which of those the program itself installed, and which are ignored; bit n-1 for signal n. */
export function setSignals(arena: Arena, masks: { handled: number; awaited: number; ignored: number }): void {
  const { i32, self } = arena;
  Atomics.store(i32, self + Entry.handled, masks.handled);
  Atomics.store(i32, self + Entry.awaited, masks.awaited);
  Atomics.store(i32, self + Entry.ignored, masks.ignored);
}

/** Notes the end of a child program in its entry. For the kernel; done again until the watchers can be rung. */
export function markProgramEnded(arena: Arena, entry: number, exitCode: number): void {
  try {
    markEnded(arena, entry, exitCode);
  } catch (error) {
    if (!(error instanceof LockBusy)) throw error;
    setImmediate(markProgramEnded, arena, entry, exitCode);
  }
}

function markEnded(arena: Arena, entry: number, exitCode: number): void {
  arena.i32[entry + Entry.exitCode] = exitCode;
  Atomics.store(arena.i32, entry + Entry.state, ProcessState.ended);
  wake(arena, entry + Entry.state);
}

/** Notes the end of a process that was prepared and never launched. */
export function endUnstarted(arena: Arena, entry: number, exitCode: number): void {
  closeAllHandles(arena, entry);
  markEnded(arena, entry, exitCode);
}
