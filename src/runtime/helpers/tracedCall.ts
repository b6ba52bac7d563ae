/** Calls in a watched text: who watches is told of those of built-in functions, and an instruction is over after each. */
import { profile, trace } from '../builtins/traceEvents.js';
import type { TracedFrame } from '../builtins/tracedFrame.js';
import { getAttr } from '../object/attributes.js';
import { call } from '../object/call.js';
import { rt } from '../object/context.js';
import type { Py } from '../object/object.js';
import { typeOf } from '../object/typeof.js';
import { PyMethod } from '../object/values.js';
import type { Thread } from '../threads/generators.js';
import { callKeywords } from './calls.js';
import { threadCall } from './threads.js';

/** `f(…)`; `pairs` as `callKeywords` takes them, or null. */
export function tracedCall(frame: TracedFrame, f: Py, args: Py[], pairs: Py[] | null): Py {
  if (rt.hooks === null) {
    const result = pairs === null ? call(f, args) : callKeywords(f, args, pairs);
    if (frame.tellsOpcodes) trace(frame, 'opcode', null);
    return result;
  }
  const callee = rt.hooks.profile === null ? null : begun(frame, f, args);
  let result: Py;
  try {
    result = pairs === null ? call(f, args) : callKeywords(f, args, pairs);
  } catch (error) {
    failed(frame, callee);
    throw error;
  }
  return over(frame, callee, result);
}

/** The same in the form that threads run: the call may have come to its end, or `threadRest` is what is left of it. */
export function tracedThreadCall(frame: TracedFrame, f: Py, args: Py[], pairs: Py[] | null): Py | undefined {
  const callee = rt.hooks?.profile == null ? null : begun(frame, f, args);
  let result: Py;
  try {
    result = threadCall(f, args, pairs);
  } catch (error) {
    failed(frame, callee);
    throw error;
  }
  if (result !== undefined) return over(frame, callee, result);
  rt.rest = rest(frame, callee, rt.rest as Thread);
  return undefined;
}

function* rest(frame: TracedFrame, callee: Py, left: Thread): Thread {
  let result: Py;
  try {
    result = yield* left;
  } catch (error) {
    failed(frame, callee);
    throw error;
  }
  return over(frame, callee, result);
}

/** Tells of the call of a built-in function. The result: what was told of, or null. */
function begun(frame: TracedFrame, f: Py, args: readonly Py[]): Py {
  const callee = builtin(f, args);
  if (callee !== null) profile(frame, 'c_call', callee);
  return callee;
}

function builtin(f: Py, args: readonly Py[]): Py {
  const kind = typeOf(f).name;
  if (kind === 'builtin_function_or_method') return f;
  if (rt.dialect === 2) return null;
  if (kind === 'method_descriptor') return args.length > 0 ? getAttr(args[0], getAttr(f, '__name__')) : null;
  const isBuiltinMethod = f instanceof PyMethod && typeOf(f.func).name === 'builtin_function_or_method';
  return isBuiltinMethod ? f.func : null;
}

function failed(frame: TracedFrame, callee: Py): void {
  if (callee !== null) profile(frame, 'c_exception', callee);
}

function over(frame: TracedFrame, callee: Py, result: Py): Py {
  if (callee !== null) profile(frame, 'c_return', callee);
  if (frame.tellsOpcodes) trace(frame, 'opcode', null);
  return result;
}
