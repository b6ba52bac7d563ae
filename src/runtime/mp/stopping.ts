/**
 * Processes that are stopped (SIGSTOP) until they are told to go on.
 *
 * The kernel tells (`tellToStop`), the process stops itself at the next place where it looks at its signals, and says so to the kernel;
 * what is reported to its parent is a wait status in its entry, which the first who waits for that takes.
 */
import type { Arena } from './arena.js';
import { sleepDeaf, wake } from './futex.js';
import { Entry, ProcessState } from './layout.js';
import type { WaitSource } from './waitset.js';

/** Options of `waitpid`, as numbers of Linux. */
export const WUNTRACED = 2;
export const WCONTINUED = 8;
/** The wait status of a process that goes on. */
const CONTINUED_STATUS = 0xffff;

/** Whether a process has been told to stop, or has stopped. */
export const isHalted = (arena: Arena, entry: number): boolean => Atomics.load(arena.i32, entry + Entry.stop) !== 0;

/** Whether it has stopped. */
export const hasStopped = (arena: Arena, entry: number): boolean => Atomics.load(arena.i32, entry + Entry.stop) < 0;

/** For the kernel. Returns false if the process has been told already. */
export function tellToStop(arena: Arena, entry: number, signal: number): boolean {
  return Atomics.compareExchange(arena.i32, entry + Entry.stop, 0, signal) === 0;
}

/** For the kernel: lets a process go on. Returns whether it had stopped. */
export function tellToGoOn(arena: Arena, entry: number): boolean {
  const cell = entry + Entry.stop;
  const before = Atomics.exchange(arena.i32, cell, 0);
  Atomics.notify(arena.i32, cell);
  return before < 0;
}

/** Stops this thread's process if it has been told to. `stopped` is called each time that it does. */
export function stopIfTold(arena: Arena, stopped: () => void): void {
  const { i32, self } = arena;
  const cell = self + Entry.stop;
  for (let told = Atomics.load(i32, cell); told !== 0; told = Atomics.load(i32, cell)) {
    if (told < 0) sleepDeaf(arena, 'stopped', cell, told);
    else if (Atomics.compareExchange(i32, cell, told, -told) === told) stopped();
  }
}

/** For the kernel: leaves word for the parent that a process has stopped or goes on. */
export function reportHalt(arena: Arena, entry: number): void {
  const { i32 } = arena;
  const stop = Atomics.load(i32, entry + Entry.stop);
  Atomics.store(i32, entry + Entry.report, stop < 0 ? (-stop << 8) | 0x7f : CONTINUED_STATUS);
  wake(arena, entry + Entry.state);
}

/** The wait status of the last stop or continuation that `options` ask for, 0 if there is none. */
export function haltReport(arena: Arena, entry: number, options: number): number {
  const status = Atomics.load(arena.i32, entry + Entry.report);
  if (status === 0) return 0;
  return (options & (status === CONTINUED_STATUS ? WCONTINUED : WUNTRACED)) !== 0 ? status : 0;
}

/** Nobody else is to find that report. Returns whether it was still there. */
export const takeHaltReport = (arena: Arena, entry: number, status: number): boolean =>
  Atomics.compareExchange(arena.i32, entry + Entry.report, status, 0) === status;

/** Ready when a process has ended, or there is a report that `options` ask for. */
export function haltSource(arena: Arena, entry: number, options: number): WaitSource {
  const cell = entry + Entry.state;
  const isReady = () => Atomics.load(arena.i32, cell) === ProcessState.ended || haltReport(arena, entry, options) !== 0;
  return { ready: isReady, arm: () => cell, disarm: () => {} };
}
