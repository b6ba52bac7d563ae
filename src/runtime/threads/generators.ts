/**
 * Generators whose bodies are in the threaded form: they suspend the thread that runs them.
 *
 * Such a body yields `undefined` where the thread waits, and everything else where the Python generator yields. From ordinary code (a
 * built-in function that iterates) it really waits, on the stack of the caller.
 */
import type { FunctionInfo } from '../object/function.js';
import { PyGenerator } from '../object/generator.js';
import { type Resumption, SEND_NONE } from '../object/resumption.js';
import { stopIteration } from '../object/errors.js';
import type { Py } from '../object/object.js';
import { scheduler } from './scheduler.js';

type Body = Generator<Py, Py, Py>;
/** What a thread runs: yields where it waits. */
export type Thread = Generator<undefined, Py, undefined>;

/** An iterator that has a form for threads. The next value, or undefined at the end. */
export interface ThreadIterable {
  nextInThread(): Thread;
}

export const hasThreadForm = (o: Py): o is ThreadIterable =>
  typeof o === 'object' && o !== null && o.nextInThread !== undefined;

export class ThreadGenerator extends PyGenerator implements ThreadIterable {
  constructor(
    info: FunctionInfo,
    readonly suspending: Body,
  ) {
    super(info, onStack(suspending));
  }

  /** Tells the loops of threaded code that there is a form for them. */
  get call(): true {
    return true;
  }

  nextInThread(): Thread {
    return this.resumed(SEND_NONE);
  }

  *resumed(how: Resumption): Thread {
    if (this.isClosed && how.kind === 'send') return this.nx();
    return yield* this.resumeInThread(this.suspending, how);
  }
}

/** `next`, `send` and `throw` in a thread. */
export function* stepInThread(generator: ThreadGenerator, how: Resumption): Thread {
  const value = yield* generator.resumed(how);
  if (value === undefined) throw stopIteration(generator.result);
  return value;
}

/** A body for ordinary code: where it waits, other threads run until it can go on. */
function onStack(body: Body): Body {
  const settled = (first: IteratorResult<Py, Py>): IteratorResult<Py, Py> => {
    let step = first;
    while (step.done !== true && step.value === undefined) {
      try {
        waitHere();
      } catch (error) {
        step = body.throw(error);
        continue;
      }
      step = body.next(undefined);
    }
    return step;
  };
  return {
    next: (value: Py) => settled(body.next(value)),
    throw: (error: unknown) => settled(body.throw(error)),
    return: (value: Py) => body.return(value),
  } as Body;
}

function waitHere(): void {
  const s = scheduler();
  const { wait } = s.current;
  s.current.wait = null;
  if (wait !== null) s.runUntil(() => wait.ready(), wait.deadline, wait.sources ?? []);
}
