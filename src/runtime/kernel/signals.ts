/** Signals: which ones there are, what they do by default, and how they reach a virtual process. */
import { constants } from 'node:os';
import type { Arena } from '../mp/index.js';
import { Entry, hasStopped } from '../mp/index.js';

const MAX_SIGNAL = 31;
const NUDGE_MS = 1;

export type SignalName = NodeJS.Signals;

/** By default these do nothing. */
const IGNORED_BY_DEFAULT: readonly SignalName[] = ['SIGCHLD', 'SIGCONT', 'SIGURG', 'SIGWINCH'];
/** By default these stop it. */
const STOPPING: readonly SignalName[] = ['SIGSTOP', 'SIGTSTP', 'SIGTTIN', 'SIGTTOU'];

export function signalNumber(name: SignalName): number {
  return constants.signals[name];
}

export function signalName(number: number): SignalName | undefined {
  const { signals } = constants;
  for (const name in signals) if (signals[name as SignalName] === number) return name as SignalName;
  return undefined;
}

export function isValidSignal(number: number): boolean {
  return Number.isInteger(number) && number >= 0 && number <= 64;
}

/** What a signal does to a process: it is dropped, left for the process's handler, or ends or stops the process. */
export function actionOf(arena: Arena, entry: number, signal: number): 'drop' | 'handle' | 'end' | 'stop' {
  const name = signalName(signal);
  if (name === 'SIGKILL') return 'end';
  const bit = signal <= MAX_SIGNAL ? 1 << (signal - 1) : 0;
  if (name === 'SIGSTOP') return 'stop';
  if ((Atomics.load(arena.i32, entry + Entry.handled) & bit) !== 0) return 'handle';
  if ((Atomics.load(arena.i32, entry + Entry.ignored) & bit) !== 0) return 'drop';
  if (name !== undefined && STOPPING.includes(name)) return 'stop';
  return name !== undefined && IGNORED_BY_DEFAULT.includes(name) ? 'drop' : 'end';
}

/** Marks a signal as pending and wakes the process if it sleeps. @param first done before it is woken. */
export function raiseInterrupt(arena: Arena, entry: number, signal: number, first?: () => void): void {
  Atomics.or(arena.i32, entry + Entry.interrupts, 1 << (signal - 1));
  first?.();
  nudge(arena, entry);
}

/** Takes back a signal that has not been looked at. */
export function withdrawInterrupt(arena: Arena, entry: number, signal: number): void {
  Atomics.and(arena.i32, entry + Entry.interrupts, ~(1 << (signal - 1)));
}

/**
 * Wakes a process that sleeps with an interrupt pending. Between its look at the pending signals and its sleep it cannot
 * be woken, so the attempt is repeated until it has taken them or is awake. One that is stopped looks at them when it goes on.
 */
function nudge(arena: Arena, entry: number): void {
  const { i32 } = arena;
  if (Atomics.load(i32, entry + Entry.interrupts) === 0 || Atomics.load(i32, entry + Entry.waiting) === 0) return;
  if (hasStopped(arena, entry)) return;
  const cell = Atomics.load(i32, entry + Entry.waitCell);
  arena.reach(cell, 1);
  Atomics.notify(arena.i32, cell);
  setTimeout(nudge, NUDGE_MS, arena, entry).unref();
}
