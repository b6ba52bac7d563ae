/** What a pool hands out for work under way: `AsyncResult` and `MapResult` (the iterators of `imap`: poolIterators.ts). */

import { classGetItem } from '../../builtins/genericAlias.js';
import { ControlFlow, raise, toPython } from '../../helpers/exceptions.js';
import { getAttr } from '../../object/attributes.js';
import { call, callKw } from '../../object/call.js';
import { rt } from '../../object/context.js';
import { AssertionError, AttributeError, type PyBaseException, ValueError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { defineMembers, getter } from '../../object/install.js';
import { type Py, PyObject } from '../../object/object.js';
import { repr } from '../../object/text.js';
import { libraryClass, type PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyList } from '../../object/values.js';
import { formatTraceback } from '../../traceback/format.js';
import { deadlineAfter } from '../../mp/index.js';
import { type Steps, stepsMethod } from '../../threads/steps.js';
import { Chunks } from './chunks.js';
import { MpTimeoutError } from './context.js';
import type { PyPool } from './pool.js';
import { newMaybeEncodingError, RemoteTraceback } from './poolErrors.js';
import type { Outcome } from './poolMessages.js';
import { attributes } from './shareable.js';
import { writeStderr } from './support.js';
import { comparedMs } from './timeouts.js';

const MODULE = 'multiprocessing.pool';

/** Work of a pool, by number. */
export interface Job {
  readonly number: number;
  /** A task of it is over. */
  finished(index: number, outcome: Outcome): void;
  /** Whether nothing is to come any more. */
  readonly isDone: boolean;
  /** Whether that task is still to come: a worker that ended may have delivered it before. */
  expects(index: number): boolean;
  /** Lets all tasks that are still to come end so. */
  fail(outcome: Outcome): void;
  /** At least so many results must come before whoever waits can go on. */
  readonly wanted: number;
  /** Puts more tasks, if there are any that were held back. */
  feed?(): void;
}

/** The exception that the outcome stands for. */
export function errorOf(outcome: Exclude<Outcome, { kind: 'value' }>): PyBaseException {
  if (outcome.kind === 'unsendable') return newMaybeEncodingError(outcome.reason, outcome.shown);
  const { error, traceback } = outcome;
  if (traceback !== null) Object.assign(error, { cause: RemoteTraceback(traceback), suppressContext: true });
  return error;
}

/** Calls a callback of the program; what it raises is reported, as the thread that calls it in CPython would. */
function callBack(callback: Py, value: Py): void {
  try {
    call(callback, [value]);
  } catch (error) {
    if (error instanceof ControlFlow) throw error;
    const e = toPython(error);
    writeStderr(`Exception in thread Thread-3 (_handle_results):\n${formatTraceback(e)}`);
  }
}

export class PyApplyResult extends PyObject implements Job {
  isDone = false;
  success = false;
  value: Py = null;
  constructor(
    readonly pool: PyPool,
    readonly number: number,
    readonly callback: Py,
    readonly errorCallback: Py,
  ) {
    super();
  }

  get wanted(): number {
    return 1;
  }

  expects(_index: number): boolean {
    return !this.isDone;
  }

  fail(outcome: Outcome): void {
    this.finished(0, outcome);
  }

  finished(_index: number, outcome: Outcome): void {
    this.conclude(outcome.kind === 'value', outcome.kind === 'value' ? outcome.value : errorOf(outcome));
  }

  /** The last result is there. Callbacks run before anybody sees that it is. */
  protected conclude(success: boolean, value: Py): void {
    this.success = success;
    this.value = value;
    const callback = success ? this.callback : this.errorCallback;
    if (callback !== null) callBack(callback, value);
    this.isDone = true;
    this.pool.forget(this);
  }

  wait(limitMs: number): boolean {
    if (!this.isDone) this.pool.waitFor(this, limitMs);
    return this.isDone;
  }
}

export class PyMapResult extends PyApplyResult {
  private readonly chunks: Chunks;
  private left: number;
  private failure: Py = undefined;
  constructor(
    pool: PyPool,
    number: number,
    readonly chunkSize: number,
    length: number,
    callback: Py,
    errorCallback: Py,
  ) {
    super(pool, number, callback, errorCallback);
    this.chunks = new Chunks(length, chunkSize);
    this.left = this.chunks.count;
    if (this.left === 0) {
      this.success = true;
      this.value = this.results();
      this.isDone = true;
    }
  }

  /** The list of them, with None for what has not arrived. */
  results(): PyList {
    return new PyList(this.chunks.whole());
  }

  override get wanted(): number {
    return this.left;
  }

  override expects(index: number): boolean {
    return !this.isDone && !this.chunks.has(index);
  }

  override fail(outcome: Outcome): void {
    for (let index = 0; index < this.chunks.count; index++) this.finished(index, outcome);
  }

  override finished(index: number, outcome: Outcome): void {
    if (this.chunks.has(index)) return;
    this.left--;
    const isValue = outcome.kind === 'value';
    this.chunks.put(index, isValue ? (outcome.value as PyList).items : null);
    if (!isValue) this.failure ??= errorOf(outcome);
    if (this.left > 0) return;
    if (this.failure === undefined) this.conclude(true, this.results());
    else this.conclude(false, this.failure);
  }
}

export const applyResultType: PyType = libraryClass({
  name: 'ApplyResult',
  js: PyApplyResult,
  module: MODULE,
  hasDict: true,
});
export const mapResultType: PyType = libraryClass({
  name: 'MapResult',
  js: PyMapResult,
  base: applyResultType,
  module: MODULE,
});

/** What programs that show their progress read although it is not in the documentation. */
defineMembers(mapResultType, () => ({
  _number_left: getter((self: PyMapResult) => {
    self.pool.pump();
    return self.isDone ? 0 : self.wanted;
  }),
  _chunksize: getter((self: PyMapResult) => self.chunkSize),
  _value: getter((self: PyMapResult) => (self.isDone ? self.value : new PyList([...self.results().items]))),
}));

/** `wait` in a thread. */
export function* waitSteps(job: PyApplyResult, limitMs: number): Steps<boolean> {
  if (!job.isDone) job.pool.pump();
  yield { source: job.pool.sourceUntil(() => job.isDone), deadline: deadlineAfter(limitMs) };
  return job.isDone;
}

/** Nothing looks at the limit once the result is there. */
const limitOf = (self: PyApplyResult, timeout: Py): number =>
  timeout !== undefined && timeout !== null && self.wait(0) ? 0 : comparedMs(timeout);

/** The result, once it is there; without that attribute before. */
function settled(self: PyApplyResult, attribute: string): PyApplyResult {
  if (self.wait(0)) return self;
  throw AttributeError(`'${typeOf(self).name}' object has no attribute '${attribute}'`);
}

function outcome(self: PyApplyResult, isDone: boolean): Py {
  if (!isDone) throw MpTimeoutError();
  if (self.success) return self.value;
  throw raise(self.value);
}

defineMembers(applyResultType, () => ({
  __dict__: attributes(),
  ...classGetItem(),
  _job: getter((self: PyApplyResult) => self.number - 1),
  _value: getter((self: PyApplyResult) => settled(self, '_value').value),
  _success: getter((self: PyApplyResult) => settled(self, '_success').success),
  ready: method('()', (self: PyApplyResult) => self.wait(0)),
  successful: method('()', (self: PyApplyResult) => {
    if (!self.wait(0)) throw rt.dialect === 2 ? AssertionError() : ValueError(`${repr(self)} not ready`);
    return self.success;
  }),
  wait: stepsMethod(
    '(timeout=None)',
    function* (self: PyApplyResult, timeout: Py): Steps {
      yield* waitSteps(self, limitOf(self, timeout));
      return null;
    },
    (self: PyApplyResult, timeout: Py) => {
      self.wait(limitOf(self, timeout));
      return null;
    },
  ),
  get: stepsMethod(
    '(timeout=None)',
    function* (self: PyApplyResult, timeout: Py): Steps {
      return outcome(self, yield* waitSteps(self, limitOf(self, timeout)));
    },
    (self: PyApplyResult, timeout: Py) => outcome(self, self.wait(limitOf(self, timeout))),
  ),
}));

/** What `get` gives, which a subclass or a patch may have replaced. */
export function result(job: PyApplyResult): Py {
  return callKw(getAttr(job, 'get'), [], null);
}

/** The same for a thread. */
export function* resultSteps(job: PyApplyResult): Steps {
  yield* waitSteps(job, Infinity);
  return result(job);
}
