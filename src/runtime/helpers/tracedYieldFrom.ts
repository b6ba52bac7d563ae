/** `yield from` in a generator of a watched text that a thread runs: it returns for each value, and is called again. */
import type { TracedFrame } from '../builtins/tracedFrame.js';
import type { Py } from '../object/object.js';
import { threadYieldFrom } from './generators.js';
import { tracePause, traceResume } from './tracing.js';

export function* tracedThreadYieldFrom(frame: TracedFrame, iterable: Py): Generator<Py, Py, Py> {
  const inner = threadYieldFrom(iterable);
  let step = inner.next(null);
  while (step.done !== true) {
    // The thread waits: nothing is given to anybody.
    const waits = step.value === undefined;
    let sent: Py;
    try {
      sent = yield waits ? undefined : tracePause(frame, step.value);
    } catch (error) {
      if (!waits) traceResume(frame);
      step = inner.throw(error);
      continue;
    }
    if (!waits) traceResume(frame);
    step = inner.next(sent);
  }
  return step.value;
}
