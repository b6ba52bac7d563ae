/**
 * Built-in functions that sleep in the middle of what they do (a condition's `wait` gives its lock up before and takes it after).
 *
 * Such a function is a generator that yields each of its sleeps. The main thread, and calls from within other built-in functions, really
 * sleep; a thread is suspended meanwhile.
 */
import { type Arena, type WaitSource, waitAny } from '../mp/index.js';
import { rt } from '../object/context.js';
import { method } from '../object/fn.js';
import type { PyFunction } from '../object/function.js';
import type { Py } from '../object/object.js';
import { existingScheduler, type Wait } from './scheduler.js';

/** A sleep until the source is ready. `deadline` is a `performance.now()` time, Infinity for none. */
export interface Sleep {
  readonly source: WaitSource;
  readonly deadline: number;
}

/** What a function does: each `yield` gives whether the source is ready (if not, the time is over). */
export type Steps<T = Py> = Generator<Sleep, T, boolean>;

/** Does it all on the stack of the caller. */
export function runSteps<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (step.done !== true) {
    let isReady: boolean;
    try {
      isReady = sleep(step.value);
    } catch (error) {
      // An interrupt: what the function has begun it brings to an end, which may take more sleeps.
      step = steps.throw(error);
      continue;
    }
    step = steps.next(isReady);
  }
  return step.value;
}

function sleep({ source, deadline }: Sleep): boolean {
  const s = existingScheduler();
  if (s === undefined || s.threads.length === 0) return waitAny(arena(), [source], deadline).length > 0;
  return s.runUntil(() => source.ready(), deadline, [source]);
}

const arena = (): Arena => (rt.host as { arena: Arena }).arena;

/** The same for a thread: suspended in each sleep. */
export function* suspendSteps<T>(steps: Steps<T>, setWait: (wait: Wait | null) => void): Generator<undefined, T> {
  for (let step = steps.next(); ; ) {
    if (step.done === true) return step.value;
    const { source, deadline } = step.value;
    // What was ready when the thread was chosen may have been taken by another process since: that is no end of its time.
    let isReady = source.ready();
    if (!isReady && performance.now() < deadline) {
      setWait({ ready: () => (isReady = source.ready()), deadline, sources: [source] });
      yield undefined;
      setWait(null);
    }
    step = steps.next(isReady);
  }
}

/** A method that is made of steps. @param direct what ordinary code calls, where there is a faster way than running the steps. */
export function stepsMethod(
  signature: string,
  steps: (...args: any[]) => Steps,
  direct: (...args: any[]) => Py = (...args) => runSteps(steps(...args)),
): PyFunction {
  return withSteps(method(signature, direct), steps);
}

/** Gives a built-in function the form in which threads can wait. */
export function withSteps(f: PyFunction, steps: (...args: any[]) => Steps): PyFunction {
  f.builtin!.steps = steps;
  return f;
}
