/** Calls in the texts of a program that counts them: functions that do not say when they begin are told of by who calls them. */
import { call } from '../object/call.js';
import { rt } from '../object/context.js';
import type { Py } from '../object/object.js';
import type { Profiler } from '../object/profiling.js';
import { callKeywords } from './calls.js';
import type { Thread } from '../threads/generators.js';
import { threadCall } from './threads.js';

/** `f(…)`; `pairs` as `callKeywords` takes them, or null. */
export function profiledCall(f: Py, args: Py[], pairs: Py[] | null): Py {
  const { profiler } = rt;
  const callee: Py = profiler?.isHere() ? profiler.calleeOf(f) : undefined;
  if (callee === undefined) return made(f, args, pairs);
  profiler!.enter(callee);
  try {
    return made(f, args, pairs);
  } finally {
    if (rt.profiler === profiler) profiler!.leave(callee);
  }
}

const made = (f: Py, args: Py[], pairs: Py[] | null): Py =>
  pairs === null ? call(f, args) : callKeywords(f, args, pairs);

/** The same in the form that threads run: the call may have come to its end, or `threadRest` is what is left of it. */
export function profiledThreadCall(f: Py, args: Py[], pairs: Py[] | null): Py | undefined {
  const { profiler } = rt;
  const callee: Py = profiler?.isHere() ? profiler.calleeOf(f) : undefined;
  if (callee === undefined) return threadCall(f, args, pairs);
  profiler!.enter(callee);
  let isOver = true;
  try {
    const result = threadCall(f, args, pairs);
    isOver = result !== undefined;
    if (!isOver) rt.rest = counted(rt.rest as Thread, profiler!, callee);
    return result;
  } finally {
    if (isOver && rt.profiler === profiler) profiler!.leave(callee);
  }
}

function* counted(rest: Thread, profiler: Profiler, callee: Py): Thread {
  try {
    return yield* rest;
  } finally {
    if (rt.profiler === profiler) profiler.leave(callee);
  }
}
