/**
 * Turns of a queue's readers. CPython's readers hold a lock while they wait, so that who has waited for longest gets the next item. Here
 * whoever comes takes what is there; but it leaves what others were woken for to them, or a process that reads what it has written itself
 * could keep it from them for ever.
 */
import type { Arena } from './arena.js';
import { Entry } from './layout.js';
import { Ring } from './ringBlocks.js';

/** A reader that was ended in its sleep never comes. */
const PATIENCE_MS = 10;
const NAP_MS = 0.05;

/** Lets readers that have been woken take their records first; to be called before `getRecord`. False where none came. */
export function giveWay(arena: Arena, at: number): boolean {
  // Those that wait may be other threads of this process, which run only when this one waits.
  if (!isAwaited(arena, at) || arena.hooks.park !== null) return true;
  const cell = arena.self + Entry.doorbell;
  const deadline = performance.now() + PATIENCE_MS;
  do Atomics.wait(arena.i32, cell, Atomics.load(arena.i32, cell), NAP_MS);
  while (isAwaited(arena, at) && performance.now() < deadline);
  return !isAwaited(arena, at);
}

/** Whether there are records, and no more than there are readers waiting for them. */
function isAwaited({ i32 }: Arena, at: number): boolean {
  const readers = i32[at + Ring.readers]!;
  if (readers === 0) return false;
  const items = Atomics.load(i32, at + Ring.items);
  return items > 0 && items <= readers && items >= i32[at + Ring.wakeAt]!;
}
