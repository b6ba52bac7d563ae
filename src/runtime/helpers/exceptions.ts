/** Raising, catching and tracebacks, as emitted code does them. */
import { errnoFrom, matchesInLibrary, osError } from '../builtins/osError.js';
import { RaisedInstance } from '../builtins/oldStyle2.js';
import { pyError } from '../builtins/textError.js';
import { getAttrSlow } from '../object/attributes.js';
import { call } from '../object/call.js';
import { rt } from '../object/context.js';
import {
  AssertionError,
  FramedTraceback,
  isInstanceOf,
  MemoryError,
  PyBaseException,
  PyTraceback,
  RecursionError,
  RuntimeError,
  SystemError,
  tooMuchRecursion,
  TypeError,
} from '../object/errors.js';
import type { FunctionInfo } from '../object/function.js';
import { limitReached } from '../process/signals.js';
import { traced as tracedHook } from '../object/generator.js';
import { recursionError } from '../object/resumption.js';
import type { Py } from '../object/object.js';
import { PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyTuple } from '../object/values.js';
import { TextError } from '../text/error.js';

/** A regular expression that finds no room any more is a SyntaxError of JavaScript's. */
const isStackFull = (error: unknown): boolean =>
  (error instanceof RangeError && error.message.includes('call stack')) ||
  (error instanceof globalThis.SyntaxError && /Stack overflow|call stack/.test(error.message));

/** What JavaScript threw, as a Python exception: a full stack is RecursionError, anything else a fault of pymp's own. */
export function toPython(error: unknown): PyBaseException {
  if (error instanceof PyBaseException) return error;
  if (isStackFull(error)) return tooMuchRecursion();
  if (error instanceof TextError) return pyError(error) as PyBaseException;
  if (
    error instanceof RangeError &&
    /(Invalid (array|string|typed array) length|BigInt too big|allocation failed)/i.test(error.message)
  ) {
    return MemoryError();
  }
  const errno = errnoFrom(error);
  if (errno !== undefined) return osError(errno);
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (isControl(error)) throw error;
  return SystemError(`pymp: ${text}`);
}

/** Thrown through Python code to end the process or thread; no `except` sees it. */
export class ControlFlow {
  /** @param status the exit status of the process. */
  constructor(readonly status: number) {}
}
const isControl = (error: unknown) => error instanceof ControlFlow;

/** A frame's entry, as the exception leaves the frame or reaches a handler in it. */
export function traced(error: unknown, info: FunctionInfo, position: number, self?: Py, frame?: Py): unknown {
  if (error instanceof ControlFlow) return error;
  const e = toPython(error);
  decideContext(e);
  if (e.reraised) e.reraised = false;
  else if (info.code.isNative) return e;
  else if (isRefusedCall(e, position)) return e;
  else if (frame !== undefined) e.tb = new FramedTraceback(e.tb, info.code, position, frame);
  else e.tb = new PyTraceback(e.tb, info.code, position, null, self);
  return e;
}
tracedHook.current = traced;

/** A call that goes too deep has no frame of its own yet. */
const isRefusedCall = (e: PyBaseException, position: number) =>
  position === 0 && e.tb === null && e.c$ === (rt.dialect === 2 ? RuntimeError : RecursionError).type;

function decideContext(e: PyBaseException): void {
  if (e.context !== undefined) return;
  e.context = null;
  setContext(e, rt.handled);
}

/** `e.__context__ = context`, leaving out what would make a circle. */
export function setContext(e: PyBaseException, context: Py): void {
  // Python 2 knows nothing of it.
  if (rt.dialect === 2) return;
  if (context === e || context === null) return;
  // A second pointer at half the speed: a circle that does not go through e may be there already.
  let slow = context;
  let moves = false;
  for (let c = context; c !== null && c !== undefined; moves = !moves) {
    if (c.context === e) {
      c.context = null;
      break;
    }
    c = c.context;
    if (c === slow) break;
    if (moves) slow = slow.context;
  }
  e.context = context;
}

/** An exception reached a handler: makes it the handled one. `around` is what was handled outside. */
export function caught(error: unknown, info: FunctionInfo, position: number, around: Py): PyBaseException {
  if (error instanceof ControlFlow) throw error;
  rt.handled = around;
  const e = traced(error, info, position) as PyBaseException;
  rt.handled = e;
  if (e === around && rt.running !== null && rt.running.info === info) rt.running.handlesSame();
  return e;
}

/** An exception leaves a handler for `handled`. */
export function chained(error: unknown, handled: PyBaseException): unknown {
  if (error instanceof ControlFlow) return error;
  const e = toPython(error);
  if (e.context === undefined && e !== handled) {
    e.context = null;
    setContext(e, handled);
  }
  return e;
}

/** The same exception on its way again, with no new entry for this frame. */
export function again(e: PyBaseException): PyBaseException {
  e.reraised = true;
  return e;
}

/** `raise` with nothing. */
export function reraise(): PyBaseException {
  if (rt.handled === null) {
    throw rt.dialect === 2
      ? TypeError('exceptions must be old-style classes or derived from BaseException, not NoneType')
      : RuntimeError('No active exception to reraise');
  }
  return again(rt.handled);
}

/** `raise exc`: an instance, or a class to be called. */
export function raise(exc: Py): PyBaseException {
  const e = instantiate(exc);
  if (e.context === undefined || (rt.handled !== null && rt.handled !== e)) {
    if (rt.handled !== null) {
      if (e.context === undefined) e.context = null;
      setContext(e, rt.handled);
    }
  }
  e.reraised = false;
  return e;
}

function instantiate(exc: Py): PyBaseException {
  if (exc instanceof PyBaseException) return exc;
  if (exc instanceof PyType && exc.ctor.prototype instanceof PyBaseException) return made(exc);
  if (exc instanceof PyType && exc.mro.some((c) => c.qualname === 'BaseException' && !c.isHeap)) return made(exc);
  throw TypeError('exceptions must derive from BaseException');
}

function made(cls: PyType): PyBaseException {
  const e = cls.direct === undefined ? call(cls, []) : cls.direct();
  if (!(e instanceof PyBaseException)) {
    throw TypeError(
      `calling <class '${cls.moduleName}.${cls.qualname}'> should have returned an instance of BaseException, not <class '${typeOf(e).name}'>`,
    );
  }
  return e;
}

/** `raise exc from cause`. */
export function raiseFrom(exc: Py, cause: Py): PyBaseException {
  const e = raise(exc);
  if (cause === null) e.cause = null;
  else if (cause instanceof PyBaseException) e.cause = cause;
  else if (cause instanceof PyType && cause.mro.some((c) => c.qualname === 'BaseException')) e.cause = made(cause);
  else throw TypeError('exception causes must derive from BaseException');
  e.suppressContext = true;
  return e;
}

/** Python 2's `raise type, inst, tback`. */
export function raise2(parts: Py[]): PyBaseException {
  const [type, inst = null, tback = null] = parts;
  let e: PyBaseException;
  if (type instanceof PyBaseException) {
    if (inst !== null) throw TypeError('instance exception may not have a separate value');
    e = type;
  } else if (type instanceof PyTuple && type.items.length > 0) return raise2([type.items[0], inst, tback]);
  else if (typeOf(type).oldStyle) {
    if (inst !== null) throw TypeError('instance exception may not have a separate value');
    e = new RaisedInstance(type);
  } else if (!(type instanceof PyType && (type.oldStyle || type.ctor.prototype instanceof PyBaseException))) {
    throw TypeError(`exceptions must be old-style classes or derived from BaseException, not ${typeOf(type).name}`);
  } else if (inst instanceof PyBaseException && inst.c$.mro.includes(type)) e = inst;
  else e = call(type, inst === null ? [] : inst instanceof PyTuple ? inst.items : [inst]);
  if (typeOf(e).oldStyle && !(e instanceof PyBaseException)) e = new RaisedInstance(e);
  if (!(e instanceof PyBaseException)) {
    throw TypeError(`exceptions must be old-style classes or derived from BaseException, not ${typeOf(e).name}`);
  }
  e.tb = tback;
  // With a traceback of its own it is on its way again: the frame that raises it has no entry.
  e.reraised = tback instanceof PyTraceback;
  return e;
}

/** `except cls` for the exception that is handled. */
export function matches(e: PyBaseException, cls: Py): boolean {
  if (e.c$ === cls) return true;
  if (cls instanceof PyType && cls.c$.name === 'type') {
    if (e.c$.mro.includes(cls)) return true;
    if (rt.dialect === 2) return matchesInLibrary(e, cls);
    if (!isExceptionClass(cls)) throw notExceptionClass();
    return false;
  }
  if (cls instanceof PyTuple) {
    if (rt.dialect === 3)
      for (const c of cls.items) if (!(c instanceof PyTuple) && !isExceptionClass(c)) throw notExceptionClass();
    return cls.items.some((c) => matches(e, c));
  }
  if (cls instanceof PyType) return e.c$.mro.includes(cls);
  if (rt.dialect === 2) return false;
  throw notExceptionClass();
}

const isExceptionClass = (cls: Py) =>
  cls instanceof PyType &&
  (cls.proto instanceof PyBaseException || cls.mro.some((c) => c.qualname === 'BaseException' && !c.isHeap));
const notExceptionClass = () => TypeError('catching classes that do not inherit from BaseException is not allowed');

export function assertionFailed(message: Py): PyBaseException {
  return raise(message === undefined ? AssertionError() : AssertionError(message));
}

/** Called where a call goes beyond the limit: returns if that was only to make it notice a signal. */
export function tooDeep(): void {
  limitReached();
}
recursionError.current = () => tooMuchRecursion();

export function isSystemExit(error: unknown): boolean {
  return isInstanceOf(error, SystemExit);
}
import { SystemExit } from '../object/errors.js';

export { getAttrSlow };
