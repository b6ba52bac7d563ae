/** The counter of a JoinableQueue's unfinished tasks. */
import { type Arena, block, type WaitSource, wake } from '../../mp/index.js';
import { ValueError } from '../../object/errors.js';
import type { Steps } from '../../threads/steps.js';
import { arena } from './support.js';

/** Cells of the counter of a JoinableQueue: tasks not done, processes that wait for none to be left. */
const WAITERS = 1;

/** One task less; wakes those who wait for none to be left. */
export function oneDone(shared: Arena, at: number): void {
  if (Atomics.sub(shared.i32, at, 1) === 1 && Atomics.load(shared.i32, at + WAITERS) > 0) wake(shared, at);
}

/** Waits until there are none. @param unfinished address of the counter */
export function joinTasks(unfinished: number): null {
  const shared = arena();
  Atomics.add(shared.i32, unfinished + WAITERS, 1);
  try {
    for (let left = Atomics.load(shared.i32, unfinished); left > 0; left = Atomics.load(shared.i32, unfinished)) {
      block(shared, 'queue join', unfinished, unfinished, left, Infinity);
    }
  } finally {
    Atomics.sub(shared.i32, unfinished + WAITERS, 1);
  }
  return null;
}

/** The same in a thread. */
export function* joinSteps(unfinished: number): Steps {
  const { i32 } = arena();
  const source: WaitSource = {
    ready: () => Atomics.load(i32, unfinished) <= 0,
    arm: () => {
      Atomics.add(i32, unfinished + WAITERS, 1);
      return unfinished;
    },
    disarm: () => Atomics.sub(i32, unfinished + WAITERS, 1),
  };
  yield { source, deadline: Infinity };
  return null;
}

/** `task_done`. Errors: ValueError if there is none. */
export function taskDone(unfinished: number): null {
  const shared = arena();
  for (let left = Atomics.load(shared.i32, unfinished); ; left = Atomics.load(shared.i32, unfinished)) {
    if (left <= 0) throw ValueError('task_done() called too many times');
    if (Atomics.compareExchange(shared.i32, unfinished, left, left - 1) !== left) continue;
    if (left === 1 && Atomics.load(shared.i32, unfinished + WAITERS) > 0) wake(shared, unfinished);
    return null;
  }
}
