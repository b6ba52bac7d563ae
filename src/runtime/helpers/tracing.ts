/** What the functions of a watched text tell: emitted code calls these (lower/3-transform/traced.ts). */
import { profile, trace } from '../builtins/traceEvents.js';
import { TracedFrame } from '../builtins/tracedFrame.js';
import { rt } from '../object/context.js';
import {
  GeneratorExit,
  isInstanceOf,
  PyBaseException,
  StopAsyncIteration,
  StopIteration,
  stopIteration,
} from '../object/errors.js';
import { ForeignIterator } from '../object/iterate.js';
import { Resumable } from '../object/generator.js';
import { lineOf } from '../builtins/exceptions.js';
import type { FunctionInfo } from '../object/function.js';
import type { Py } from '../object/object.js';
import { typeOf } from '../object/typeof.js';
import { PyTuple } from '../object/values.js';
import type { Delegation } from './delegation.js';
import { again, ControlFlow, traced } from './exceptions.js';

/** A call has a frame from here on; nobody is told yet. */
export function traceFrame(info: FunctionInfo, namespace: Py): TracedFrame {
  const frame = new TracedFrame(info, namespace);
  rt.frame = frame;
  return frame;
}

/** The arguments are bound. */
export function traceCall(frame: TracedFrame): void {
  frame.isCalled = true;
  if (rt.hooks === null) return;
  trace(frame, 'call', null);
  profile(frame, 'call', null);
}

/** The frame comes to a line; gives back the position. */
export function traceLine(frame: TracedFrame, line: number, position: number): number {
  if (frame.toldLine !== line) {
    frame.toldLine = line;
    frame.lineNow = line;
    if (rt.hooks !== null) {
      trace(frame, 'line', null);
      if (frame.tellsOpcodes) trace(frame, 'opcode', null);
    }
  }
  return position;
}

/** The head of a loop, to which each turn but the first jumps back. */
export function traceTurn(frame: TracedFrame, line: number, position: number): number {
  if (!frame.isEntering) frame.toldLine = -1;
  frame.isEntering = false;
  return traceLine(frame, line, position);
}

/** The first line of a loop's body, to which each turn but the first jumps from the test. */
export function traceTurnInto(frame: TracedFrame, line: number, position: number): number {
  if (frame.isEntering) {
    frame.isEntering = false;
    return position;
  }
  if (frame.toldLine === line) frame.toldLine = -1;
  return position;
}

/** The function is left. */
export function traceLeave(frame: TracedFrame): void {
  if (!frame.isActive) return;
  try {
    if (rt.hooks !== null && frame.isCalled && !frame.isRaising) returned(frame, frame.result);
  } finally {
    frame.leave();
  }
}

function returned(frame: TracedFrame, value: Py): void {
  trace(frame, 'return', value);
  profile(frame, 'return', value);
}

/** A generator gives a value. */
export function tracePause(frame: TracedFrame, value: Py): Py {
  if (rt.hooks !== null) returned(frame, value);
  frame.pause();
  return value;
}

/** A generator goes on. */
export function traceResume(frame: TracedFrame): void {
  frame.enter();
  if (rt.hooks === null) return;
  trace(frame, 'call', null);
  profile(frame, 'call', null);
}

/** An exception has come to a handler of the function: makes it the handled one. `around` is what was handled outside. */
export function traceCaught(frame: TracedFrame, error: unknown, position: number, around: Py): PyBaseException {
  if (error instanceof ControlFlow) throw error;
  rt.handled = around;
  const e = arrived(frame, error, position) as PyBaseException;
  rt.handled = e;
  if (e === around && rt.running !== null && rt.running.info === frame.info) rt.running.handlesSame();
  return e;
}

/** The same exception on its way again, with no new entry for this frame, which is where it was raised again. */
export function traceAgain(frame: TracedFrame, e: PyBaseException): PyBaseException {
  if (e.tb?.frame === frame) {
    frame.lineNow = lineOf(e.tb);
    frame.toldLine = frame.lineNow;
  }
  return again(e);
}

/** A loop has come to its end. Where an exception said so, who watches is told. */
export function traceEnded(frame: TracedFrame, it: Py): void {
  if (rt.hooks === null) return;
  const isRaised = it instanceof Resumable ? it.result !== null : it instanceof ForeignIterator;
  if (!isRaised) return;
  stopped(frame, it instanceof Resumable ? stopIteration(it.result) : StopIteration());
}

/** What an `await` has given; undefined at the end of an async iterator. */
export function traceAwaited(frame: TracedFrame, value: Py): Py {
  if (rt.hooks === null) return value;
  if (value === undefined) stopped(frame, StopAsyncIteration());
  else stopped(frame, stopIteration(value));
  return value;
}

/** A `yield from` or `await` has come to its end. */
export function traceDelegated(frame: TracedFrame, { isOfGenerator, result }: Delegation): void {
  if (rt.hooks !== null && isOfGenerator) stopped(frame, stopIteration(result));
}

const stopped = (frame: TracedFrame, e: PyBaseException): void =>
  trace(frame, 'exception', new PyTuple([typeOf(e), e, null]));

/** An exception leaves the function. */
export function traceRaised(frame: TracedFrame, error: unknown, position: number): unknown {
  // A generator that waits where nothing would see it is ended without a word.
  if (!frame.isActive && rt.dialect === 3 && isInstanceOf(error, GeneratorExit)) return error;
  if (error instanceof ControlFlow) {
    frame.isRaising = true;
    return error;
  }
  let e = arrived(frame, error, position);
  frame.isRaising = true;
  if (rt.hooks === null || !frame.isCalled) return e;
  try {
    returned(frame, null);
  } catch (other) {
    e = traced(other, frame.info, position, undefined, frame);
  }
  return e;
}

/** The exception with the frame in its traceback. If it is new here, who watches is told. */
function arrived(frame: TracedFrame, error: unknown, position: number): unknown {
  // Thrown into a generator that was waiting.
  if (!frame.isActive) traceResume(frame);
  const before = error instanceof PyBaseException ? error.tb : null;
  const e = traced(error, frame.info, position, undefined, frame) as PyBaseException;
  if (rt.hooks === null || e.tb === before) return e;
  try {
    trace(frame, 'exception', new PyTuple([typeOf(e), e, e.tb]));
  } catch (other) {
    return traced(other, frame.info, position, undefined, frame);
  }
  return e;
}
