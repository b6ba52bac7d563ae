/**
 * Collecting garbage on request, in the middle of a program.
 *
 * Two things stand in the way in JavaScript: the collector is no function that everybody can call, and an object that a
 * `WeakRef` was made for or asked about stays alive until the current job ends, which for a Python program is its end.
 * V8 gives the collector out under a flag, and forgets what it kept alive whenever a microtask queue has been worked off,
 * a context's own too.
 */
import { setFlagsFromString } from 'node:v8';
import { createContext, runInNewContext, Script, type Context } from 'node:vm';
import { moduleState } from './context.js';

interface Collector {
  readonly gc: () => void;
  readonly context: Context;
  readonly job: Script;
}

let collector: Collector | undefined;

/** V8's `gc`. The flag is one for all threads, and another may take it back before this one has used it. */
function exposedCollector(): () => void {
  for (;;) {
    setFlagsFromString('--expose-gc');
    const gc = runInNewContext('globalThis.gc') as (() => void) | undefined;
    // V8's code caches, Node's own among them, fit the flags that they were made under.
    setFlagsFromString('--no-expose-gc');
    if (gc !== undefined) return gc;
  }
}

function prepare(): Collector {
  return {
    gc: exposedCollector(),
    context: createContext({}, { microtaskMode: 'afterEvaluate' }),
    job: new Script('Promise.resolve().then(() => 0); 0'),
  };
}

/** Keeps objects for a while, as a `WeakRef` does until the current job ends, but without making one for each. */
export interface Keeper {
  letGo(): void;
}

/** Those that are asked to let go before anybody looks for garbage. */
export const keepers = (): Set<Keeper> => moduleState('keepers of objects', () => new Set());

/** Lets weak references, and other keepers, forget what they keep until the current job ends. */
export function forgetKeptObjects(): void {
  for (const keeper of keepers()) keeper.letGo();
  collector ??= prepare();
  collector.job.runInContext(collector.context);
}

/** Frees everything that nothing refers to; afterwards every WeakRef to it is empty. About 10 ms. */
export function collectGarbage(): void {
  forgetKeptObjects();
  collector!.gc();
}

const owed = () => moduleState('owed collection', () => ({ isDue: false }));

/** A collection of which nobody can tell yet whether it happened: it waits until somebody looks. */
export function collectWhenSeen(): void {
  owed().isDue = true;
}

/** Somebody is about to look at what a collection would have taken. */
export function settleCollection(): void {
  const collection = owed();
  if (!collection.isDue) return;
  collection.isDue = false;
  collectGarbage();
}

/** What collections that nobody asked for may take of the time. */
const SHARE = 0.1;

/**
 * Looks for what is gone among things that refer weakly to something, when there are many. A collection takes as long as the program's heap
 * is big, so it is only asked for when V8 has not made one itself, and not again soon.
 * @param size how many there are; `sweep` takes those out that are gone.
 * @returns how many there may be before it is looked again, at least `few`.
 */
export function sweepGone(size: () => number, sweep: () => void, few: number): number {
  const before = size();
  forgetKeptObjects();
  sweep();
  const pace = moduleState('collections in time', () => ({ nextMs: 0 }));
  const startMs = Date.now();
  if (size() > before / 2 && startMs >= pace.nextMs) {
    collectGarbage();
    const endMs = Date.now();
    pace.nextMs = endMs + (endMs - startMs) / SHARE;
    sweep();
  }
  return Math.max(few, 2 * size());
}
