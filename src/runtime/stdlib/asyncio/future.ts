/** The state of a future, and how it changes. Spec: https://docs.python.org/3/library/asyncio-future.html */
import { copyContext } from '../_contextvars.js';
import { raise } from '../../helpers/exceptions.js';
import { getAttr } from '../../object/attributes.js';
import { call, callMethod } from '../../object/call.js';
import { endings, type Watched } from '../../object/endings.js';
import { equals } from '../../object/equality.js';
import { isInstanceOf, PyBaseException, RuntimeError, StopIteration, TypeError } from '../../object/errors.js';
import { INSTANCE_DICT, type Py, PyObject } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { truthy } from '../../object/truth.js';
import { PyType, shortTypeName } from '../../object/type.js';
import { callSoon, eventLoop, fromPackage, invalidState } from './state.js';

/** What is called once a future is done, and the context to call it in. */
type Callback = readonly [f: Py, context: Py];

export class PyFuture extends PyObject {
  /** Undefined until `__init__` has run. */
  loop: Py = undefined;
  state: 'PENDING' | 'CANCELLED' | 'FINISHED' = 'PENDING';
  result: Py = null;
  exception: PyBaseException | null = null;
  /** The traceback that the exception came with. */
  traceback: Py = null;
  callbacks: Callback[] | null = null;
  /** Set by whoever awaits it, for the task to see. */
  isBlocking = false;
  /** Nobody has asked for the exception yet. */
  isUnheard = false;
  cancelMessage: Py = null;
  /** The CancelledError that it ended with; it is raised once. */
  cancellation: Py = null;
  sourceTraceback: Py = null;
  watched: Watched | null = null;

  /** Before any use: `__init__` of a subclass may not have called this one's. */
  ensureReady(): this {
    if (this.loop === undefined) throw RuntimeError(`${this.kind} object is not initialized.`);
    return this;
  }

  protected get kind(): string {
    return 'Future';
  }

  setUp(loop: Py): void {
    this.loop = loop === undefined || loop === null ? eventLoop() : loop;
    this.state = 'PENDING';
    this.result = null;
    this.exception = null;
    this.callbacks = null;
    this.isBlocking = false;
    this.isUnheard = false;
    this.cancelMessage = null;
    this.cancellation = null;
    this.sourceTraceback = truthy(callMethod(this.loop, 'get_debug'))
      ? call(fromPackage('format_helpers', 'extract_stack'), [])
      : null;
  }

  get isDone(): boolean {
    return this.state !== 'PENDING';
  }

  addCallback(f: Py, context: Py): void {
    if (this.isDone) callSoon(this.loop, f, [this], context);
    else if (this.callbacks === null) this.callbacks = [[f, context]];
    else this.callbacks.push([f, context]);
  }

  /** Returns how many there were. */
  removeCallback(f: Py): number {
    const before = this.callbacks ?? [];
    const after = before.filter(([other]) => !equals(other, f));
    // Comparing may have run what changed them.
    this.callbacks = after.length === 0 ? null : after;
    return before.length - after.length;
  }

  protected settle(end: 'CANCELLED' | 'FINISHED'): void {
    this.state = end;
    const { callbacks } = this;
    if (callbacks === null) return;
    this.callbacks = null;
    for (const [f, context] of callbacks) callSoon(this.loop, f, [this], context);
  }

  finish(result: Py): void {
    if (this.ensureReady().isDone) throw invalidState('invalid state');
    this.result = result;
    this.settle('FINISHED');
  }

  fail(given: Py): void {
    if (this.ensureReady().isDone) throw invalidState('invalid state');
    const exception = given instanceof PyType ? call(given, []) : given;
    if (!(exception instanceof PyBaseException)) throw TypeError('invalid exception object');
    this.exception = isInstanceOf(exception, StopIteration) ? unraisable(exception) : exception;
    this.traceback = this.exception.tb;
    this.isUnheard = true;
    this.settle('FINISHED');
    this.watchEnd();
  }

  /** An exception that nobody asks for is reported when the future goes: there is a copy of it for that. */
  protected watchEnd(): void {
    const rest = Object.assign(new (this as Py).c$.ctor() as PyFuture, this, { [INSTANCE_DICT]: undefined });
    this.watched = endings().watch(this, () => rest, false);
  }

  heard(): void {
    this.isUnheard = false;
    if (this.watched === null) return;
    this.watched.remains = null;
    this.watched = null;
  }

  cancelled(message: Py): boolean {
    this.heard();
    if (this.isDone) return false;
    this.cancelMessage = message;
    this.settle('CANCELLED');
    return true;
  }

  makeCancelledError(): Py {
    const { cancellation } = this;
    this.cancellation = null;
    if (cancellation !== null) return cancellation;
    return call(fromPackage('exceptions', 'CancelledError'), this.cancelMessage === null ? [] : [this.cancelMessage]);
  }

  /** What whoever waits for it gets: the exception, or null where it has a result. Raises if it is not done. */
  outcome(missing: string): PyBaseException | null {
    if (this.state === 'CANCELLED') throw raise(this.makeCancelledError());
    if (this.state === 'PENDING')
      throw invalidState(this.loop === undefined ? `${this.kind} object is not initialized.` : missing);
    this.heard();
    return this.exception;
  }

  value(): Py {
    const exception = this.outcome('Result is not set.');
    if (exception === null) return this.result;
    exception.tb = this.traceback;
    throw raise(exception);
  }
}

function unraisable(stop: PyBaseException): PyBaseException {
  const error = RuntimeError('StopIteration interacts badly with generators and cannot be raised into a Future');
  error.cause = stop;
  error.context = stop;
  return error;
}

/** `add_done_callback`'s context: the caller's own unless one is given. */
export const contextOr = (context: Py): Py => (context === undefined || context === null ? copyContext() : context);

/** Tells the loop of a future that goes with an exception that nobody asked for. */
export function reportUnheard(self: PyFuture): null {
  if (!self.isUnheard || self.exception === null) return null;
  self.heard();
  const message = `${shortTypeName((self as Py).c$)} exception was never retrieved`;
  report(self, { message, exception: self.exception, future: self });
  return null;
}

/** Calls the loop's exception handler. */
export function report(self: PyFuture, entries: Record<string, Py>): void {
  const context = new PyDict();
  for (const [name, value] of Object.entries(entries)) context.set(name, value);
  if (self.sourceTraceback !== null) context.set('source_traceback', self.sourceTraceback);
  call(getAttr(self.loop, 'call_exception_handler'), [context]);
}
