/** Calls in a watched text: who watches is told of those of built-in functions, and an instruction is over after each. */
import { profile, trace } from '../builtins/traceEvents.js';
import type { TracedFrame } from '../builtins/tracedFrame.js';
import { call } from '../object/call.js';
import { rt } from '../object/context.js';
import type { Py } from '../object/object.js';
import type { Thread } from '../threads/generators.js';
import { callKeywords } from './calls.js';
import { threadCall } from './threads.js';

/** `f(…)`; `pairs` as `callKeywords` takes them, or null. */
export function tracedCall(frame: TracedFrame, f: Py, args: Py[], pairs: Py[] | null): Py {
  const isTold = rt.hooks !== null && begun(frame, f);
  let result: Py;
  try {
    result = made(f, args, pairs);
  } catch (error) {
    if (isTold) profile(frame, 'c_exception', f);
    throw error;
  }
  if (isTold) profile(frame, 'c_return', f);
  if (frame.tellsOpcodes && rt.hooks !== null) trace(frame, 'opcode', null);
  return result;
}

/** The same in the form that threads run: the call may have come to its end, or `threadRest` is what is left of it. */
export function tracedThreadCall(frame: TracedFrame, f: Py, args: Py[], pairs: Py[] | null): Py | undefined {
  const isTold = rt.hooks !== null && begun(frame, f);
  let result: Py;
  try {
    result = threadCall(f, args, pairs);
    if (result === undefined) {
      rt.rest = rest(frame, f, rt.rest as Thread, isTold);
      return undefined;
    }
  } catch (error) {
    if (isTold) profile(frame, 'c_exception', f);
    throw error;
  }
  if (isTold) profile(frame, 'c_return', f);
  if (frame.tellsOpcodes && rt.hooks !== null) trace(frame, 'opcode', null);
  return result;
}

function* rest(frame: TracedFrame, f: Py, left: Thread, isTold: boolean): Thread {
  let result: Py;
  try {
    result = yield* left;
  } catch (error) {
    if (isTold) profile(frame, 'c_exception', f);
    throw error;
  }
  if (isTold) profile(frame, 'c_return', f);
  if (frame.tellsOpcodes && rt.hooks !== null) trace(frame, 'opcode', null);
  return result;
}

const made = (f: Py, args: Py[], pairs: Py[] | null): Py =>
  pairs === null ? call(f, args) : callKeywords(f, args, pairs);

/** Tells of the call of a built-in function. Whether it is one. */
function begun(frame: TracedFrame, f: Py): boolean {
  if (rt.hooks!.profile === null || !isBuiltin(f)) return false;
  profile(frame, 'c_call', f);
  return true;
}

const isBuiltin = (f: Py): boolean => f?.builtin !== undefined || f?.f?.builtin !== undefined;
