/**
 * What a process did with its time, kept in the arena while statistics are asked for.
 *
 * A block of doubles per process, named by its entry; only the process itself writes into it (and its starter, before it runs).
 * Units: milliseconds since the epoch, milliseconds, bytes.
 */
import type { Arena } from './arena.js';
import { Entry, Header } from './layout.js';
import { type Reason, reasonCode, reasons } from './reasons.js';

/** Doubles of a block; the time spent waiting for each reason follows. */
const Field = { askedFor: 0, began: 1, ended: 2, compileMs: 3, sentBytes: 4, tasks: 5, waits: 6 } as const;
const FIELDS = Field.waits + reasons.length;

/** What can be counted as it happens. */
export type Counter = 'compileMs' | 'sentBytes' | 'tasks';

export interface ProcessStats {
  /** From being asked for until its program began; null if it never did. */
  readonly startMs: number | null;
  /** From there to its end, or until now. */
  readonly runMs: number;
  readonly compileMs: number;
  /** Through queues, pipes and pools. */
  readonly sentBytes: number;
  /** Of pools and executors. */
  readonly tasks: number;
  /** Time asleep, by what for, longest first. */
  readonly waits: readonly { readonly reason: Reason; readonly ms: number }[];
}

/** From now on, processes that are started keep statistics. */
export function keepStats(arena: Arena): void {
  Atomics.store(arena.i32, Header.keepsStats, 1);
}

/** Gives a new entry its block, if statistics are kept. */
export function createStats(arena: Arena, entry: number): void {
  if (Atomics.load(arena.i32, Header.keepsStats) === 0) return;
  const at = arena.alloc(FIELDS * 8);
  arena.f64[(at >> 1) + Field.askedFor] = Date.now();
  arena.i32[entry + Entry.stats] = at;
}

/** This thread's process: its program begins now. */
export const beginStats = (arena: Arena): void => stamp(arena, Field.began);
export const endStats = (arena: Arena): void => stamp(arena, Field.ended);

export function count(arena: Arena, counter: Counter, amount: number): void {
  if (arena.stats === 0) return;
  const at = (arena.stats >> 1) + Field[counter];
  arena.f64[at] = arena.f64[at]! + amount;
}

export function countWait(arena: Arena, reason: Reason, ms: number): void {
  const at = (arena.stats >> 1) + Field.waits + reasonCode(reason);
  arena.f64[at] = arena.f64[at]! + ms;
}

/** The statistics of a process; null if none are kept of it. */
export function statsOf(arena: Arena, entry: number): ProcessStats | null {
  const at = arena.i32[entry + Entry.stats]!;
  if (at === 0) return null;
  arena.reach(at, FIELDS * 2);
  const field = (index: number): number => arena.f64[(at >> 1) + index]!;
  const began = field(Field.began);
  const waits = reasons.flatMap((reason, code) =>
    reason === 'running' || field(Field.waits + code) === 0 ? [] : [{ reason, ms: field(Field.waits + code) }],
  );
  return {
    startMs: began === 0 ? null : began - field(Field.askedFor),
    runMs: began === 0 ? 0 : (field(Field.ended) || Date.now()) - began,
    compileMs: field(Field.compileMs),
    sentBytes: field(Field.sentBytes),
    tasks: field(Field.tasks),
    waits: waits.sort((a, b) => b.ms - a.ms),
  };
}

function stamp(arena: Arena, field: number): void {
  if (arena.stats !== 0) arena.f64[(arena.stats >> 1) + field] = Date.now();
}
