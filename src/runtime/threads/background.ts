/**
 * Work that goes on while the process waits for something else: results of pools that come in, workers to be replaced.
 * CPython has threads for it. Here it runs whenever the process would sleep.
 */

import { type Arena, type BlockHooks, cellSource, deadlineAfter, type WaitSource, waitAny } from '../mp/index.js';
import { moduleState, rt } from '../object/context.js';

const arena = (): Arena => (rt.host as { arena: Arena }).arena;

export interface Background {
  /** Does what there is to do now. Returns whether there was anything. */
  pump(): boolean;
  /** When it wants to be asked again. */
  sources(): readonly WaitSource[];
  /** Ask again after so many ms at most. */
  readonly patienceMs: number;
}

interface State {
  readonly active: Set<Background>;
  readonly park: NonNullable<BlockHooks['park']>;
}

const state = (): State => moduleState('background', () => ({ active: new Set<Background>(), park }));

function park(cell: number, expected: number, remainingMs: number): boolean {
  const { active } = state();
  let worked = false;
  for (const each of [...active]) worked = each.pump() || worked;
  if (worked) return true;
  if (active.size === 0) return false;
  const shared: Arena = arena();
  const sources: WaitSource[] = [cellSource(shared, cell, expected)];
  let limit = remainingMs;
  for (const each of active) {
    sources.push(...each.sources());
    limit = Math.min(limit, each.patienceMs);
  }
  waitAny(shared, sources, deadlineAfter(limit));
  return true;
}

export function addBackground(work: Background): void {
  const { active, park: mine } = state();
  active.add(work);
  arena().hooks.park ??= mine;
}

export function removeBackground(work: Background): void {
  const { active, park: mine } = state();
  active.delete(work);
  const { hooks } = arena();
  if (active.size === 0 && hooks.park === mine) hooks.park = null;
}

/** Runs something that looks after the background itself, so that its waits are plain ones. */
export function withoutBackground<T>(run: () => T): T {
  const { park: mine } = state();
  const { hooks } = arena();
  if (hooks.park !== mine) return run();
  hooks.park = null;
  try {
    return run();
  } finally {
    if (state().active.size > 0) hooks.park ??= mine;
  }
}

/** Does what there is to do, for a scheduler of threads that has the hook itself. Returns whether there was anything. */
export function pumpBackground(): boolean {
  let worked = false;
  for (const each of [...state().active]) worked = each.pump() || worked;
  return worked;
}

/** The hook for waits of a process without threads: null while there is no background work. */
export const backgroundPark = (): BlockHooks['park'] => (state().active.size > 0 ? state().park : null);

/** What background work waits for, and for how many ms at most. */
export function backgroundSources(): { sources: WaitSource[]; patienceMs: number } {
  const active = [...state().active];
  return {
    sources: active.flatMap((each) => each.sources()),
    patienceMs: active.reduce((limit, each) => Math.min(limit, each.patienceMs), Infinity),
  };
}
