/** What is tidied up while a process waits for so long that the wait may be for that. */
import type { Arena } from '../mp/index.js';
import { moduleState, rt } from './context.js';

/** Looks whether there is something to do, and says whether it has done it. */
export type Tidy = () => boolean;

const tidies = () => moduleState<Set<Tidy>>('tidied when idle', () => new Set());

/** From now on it is called in long waits. */
export function whenIdle(tidy: Tidy): void {
  const all = tidies();
  if (all.has(tidy)) return;
  all.add(tidy);
  const arena = (rt.host as { arena: Arena } | undefined)?.arena;
  if (arena === undefined) return;
  arena.hooks.idle ??= () => {
    let isDone = false;
    for (const each of all) isDone = each() || isDone;
    return isDone;
  };
}
