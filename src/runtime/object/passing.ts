/**
 * Values that pass generators by: while a generator delegates (`yield from`, PEP 380; `await`, PEP 492), what it delegates to
 * is resumed without entering its body. Of a chain of them the innermost one is resumed at once, from a loop:
 * a tree that is walked by `yield from` to a depth of n costs n turns of it for a value, and no call for each.
 */
import { rt } from './context.js';
import type { Resumable } from './generator.js';
import type { Py } from './object.js';
import { type Resumption, recursionError, RUNNING, SEND_NONE, SUSPENDED } from './resumption.js';

/** A `yield from` or `await` under way whose inner one can be resumed without entering the body around it. */
export interface Passing {
  /** Whose values pass by. */
  readonly resumable: Resumable | null;
  /** The next value after an exception was raised where the last one was yielded; undefined at the end. */
  raise(error: unknown): Py;
  /** The inner one has ended with a result of its own, or raised what is thrown: the next to know is the body around it. */
  end(outcome: Resumption): void;
  /** What the body is resumed with once the inner one has ended. */
  readonly outcome: Resumption;
  readonly owner: Resumable;
  readonly position: number;
  /** The one that was under way when this one was resumed. */
  outer: Passing | null;
  /** It was resumed by the same call of JavaScript's as the one around it. */
  isJoined: boolean;
}

/** The next value that comes out of a generator; undefined when what it delegates to has ended, which its body is to be told. */
export function resumePassing(entry: Passing, how: Resumption): Py {
  const outside = rt.depth;
  if (isDeep()) throw recursionError.current();
  enter(entry, false);
  let passing = how.kind === 'send' ? innermost(entry) : entry;
  let depth = rt.depth - 1;
  let end = SEND_NONE;
  let value: Py;
  try {
    value = how.kind === 'send' ? passing.resumable!.resume(how) : passing.raise(how.error);
  } catch (error) {
    end = { kind: 'throw', error };
  }
  while (value === undefined) {
    leave(passing, depth--);
    passing.end(end);
    if (passing === entry) return undefined;
    const { owner } = passing;
    passing = passing.outer!;
    try {
      value = owner.resume(end);
      end = SEND_NONE;
    } catch (error) {
      end = { kind: 'throw', error };
    }
  }
  for (; passing !== entry; passing = passing.outer!) passing.owner.state = SUSPENDED;
  leave(entry, outside);
  return value;
}

/** Below zero the limit is only lowered to make a function notice a signal. */
const isDeep = (): boolean => rt.depth >= rt.recursionLimit && rt.recursionLimit >= 0;

/** Enters what values pass by inside of `entry`, as far as Python's stack reaches. Returns the last. */
function innermost(entry: Passing): Passing {
  let passing = entry;
  for (;;) {
    const inner = passing.resumable!.passedBy;
    if (inner === null || isDeep()) return passing;
    enter(inner, true);
    passing = inner;
  }
}

function enter(passing: Passing, isJoined: boolean): void {
  passing.outer = rt.passing;
  passing.isJoined = isJoined;
  passing.owner.state = RUNNING;
  rt.passing = passing;
  rt.depth++;
}

function leave(passing: Passing, depth: number): void {
  passing.owner.state = SUSPENDED;
  rt.passing = passing.outer;
  rt.depth = depth;
}
