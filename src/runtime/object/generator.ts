/** Generators, coroutines and async generators: Python's protocol around a JavaScript generator. */
import { inherit } from './constructors.js';
import { rt } from './context.js';
import { endings, type Watched } from './endings.js';
import {
  GeneratorExit,
  isInstanceOf,
  PyBaseException,
  RuntimeError,
  StopAsyncIteration,
  StopIteration,
  TypeError,
  ValueError,
} from './errors.js';
import type { FunctionInfo } from './function.js';
import { PyIterator } from './pyIterator.js';
import { type Py, PyObject } from './object.js';
import { type Passing, resumePassing } from './passing.js';
import { CLOSED, CREATED, type Resumption, recursionError, RUNNING, SEND_NONE, SUSPENDED } from './resumption.js';

type Body = Generator<Py, Py, Py>;

/** Common to generators and coroutines: the states, and entering the body with the exception state of its own. */
export interface Resumable extends PyIterator {}
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: `inherit` makes it true.
export abstract class Resumable {
  state = CREATED;
  /** What the body was handling when it was suspended. */
  private handled: Py = null;
  /** The body handles something itself, which may be the very exception that whoever resumed it handles. */
  private isHandling = false;
  /** What whoever resumed it is handling. */
  around: Py = null;
  /** The value that the body returned; it is told once. */
  result: Py = null;
  name: Py = undefined;
  qualname: Py = undefined;
  /** What `yield from` or `await` is waiting on. */
  delegate: Py = null;
  /** The `yield from` or `await` in which the body is suspended, if values pass it by. */
  passing: Passing | null = null;
  constructor(
    readonly info: FunctionInfo,
    readonly body: Body,
  ) {}

  protected abstract get kind(): string;

  /** Runs the body to its next yield. Returns what it yielded, or undefined when it returned (see `result`). */
  resume(given: Resumption): Py {
    let how = given;
    if (this.state !== SUSPENDED) this.checkIdle(how);
    else if (this.passing !== null && this.handled === null) {
      const { passing } = this;
      const value = this.resumeDelegate(passing, how);
      if (value !== undefined) return value;
      how = passing.outcome;
    }
    const outer = rt.handled;
    const { running } = rt;
    const depth = rt.depth;
    const first = this.state === CREATED;
    this.around = outer;
    rt.running = this;
    if (this.handled !== null) this.goOnHandling(this.handled);
    this.state = RUNNING;
    // Below zero it is only lowered to make a function notice a signal.
    if (++rt.depth > rt.recursionLimit && rt.recursionLimit >= 0) {
      rt.depth = depth;
      rt.running = running;
      rt.handled = outer;
      this.state = first ? CREATED : SUSPENDED;
      throw recursionError.current();
    }
    let step: IteratorResult<Py, Py>;
    try {
      step = how.kind === 'send' ? this.body.next(how.value) : this.throwInto(first, how.error);
    } catch (error) {
      this.state = CLOSED;
      rt.handled = outer;
      rt.running = running;
      rt.depth = depth;
      throw isRefused(first, how) ? error : this.escaped(error);
    }
    const inner = rt.handled;
    rt.handled = outer;
    rt.running = running;
    rt.depth = depth;
    if (step.done === true) {
      this.state = CLOSED;
      this.result = step.value === undefined ? null : step.value;
      return undefined;
    }
    this.state = SUSPENDED;
    this.handled = inner === outer && !this.isHandling ? null : this.stillHandled(inner);
    return step.value;
  }

  private goOnHandling(error: Py): void {
    rt.handled = error;
    this.isHandling = true;
  }

  /** What the body was handling when it was suspended; null: nothing. */
  get handling(): Py {
    return this.handled;
  }

  /** The body waits where it handles this. */
  waitHandling(error: Py): void {
    this.state = SUSPENDED;
    this.handled = error;
    this.isHandling = error !== null;
  }

  /** In Python 2 a generator forgets at a `yield` what it handles. */
  private stillHandled(error: Py): Py {
    return rt.dialect === 2 ? null : error;
  }

  /** The body handles what whoever resumed it handles. */
  handlesSame(): void {
    this.isHandling = true;
  }

  /** The body has left its outermost handler. Returns what is handled now. */
  handledAround(): Py {
    this.isHandling = false;
    return this.around;
  }

  /** Goes on with what the body delegates to; undefined: that has ended. Its name is looked for in JavaScript's stack. */
  resumeDelegate(passing: Passing, how: Resumption): Py {
    return resumePassing(passing, how);
  }

  /** Where values pass it by, and nothing of the body is to be seen to before the next. */
  get passedBy(): Passing | null {
    return this.state === SUSPENDED && this.handled === null ? this.passing : null;
  }

  /** The same in a thread, for a body in the threaded form: it is suspended where the body yields `undefined`. */
  *resumeInThread(body: Body, how: Resumption): Generator<undefined, Py, undefined> {
    this.checkIdle(how);
    const outer = rt.handled;
    const { running } = rt;
    const first = this.state === CREATED;
    this.around = outer;
    rt.running = this;
    if (this.handled !== null) this.goOnHandling(this.handled);
    this.state = RUNNING;
    try {
      let step = how.kind === 'send' ? body.next(how.value) : this.throwInto(first, how.error, body);
      while (step.done !== true && step.value === undefined) {
        yield undefined;
        rt.running = this;
        step = body.next(undefined);
      }
      if (step.done === true) {
        this.state = CLOSED;
        this.result = step.value === undefined ? null : step.value;
        return undefined;
      }
      this.state = SUSPENDED;
      this.handled = rt.handled === outer && !this.isHandling ? null : this.stillHandled(rt.handled);
      return step.value;
    } catch (error) {
      this.state = CLOSED;
      throw isRefused(first, how) ? error : this.escaped(error);
    } finally {
      rt.handled = outer;
      rt.running = running;
    }
  }

  protected throwInto(first: boolean, error: Py, body: Body = this.body): IteratorResult<Py, Py> {
    if (!first) return body.throw(error);
    // A body that has not begun raises at its first line, without running anything.
    this.state = CLOSED;
    body.return(undefined);
    throw traced.current(error, this.info, 0);
  }

  protected checkIdle(how: Resumption): void {
    if (this.state === RUNNING) throw ValueError(`${this.kind} already executing`);
    if (this.state === CLOSED && how.kind === 'throw') throw how.error;
    if (this.state === CREATED && how.kind === 'send' && how.value !== null) throw notStarted(this.kind);
  }

  protected escaped(error: unknown): unknown {
    return rt.dialect === 2 && !(this instanceof PyCoroutine) ? error : escapedStop(error, this.kind);
  }

  get isClosed(): boolean {
    return this.state === CLOSED;
  }
  get isRunning(): boolean {
    return this.state === RUNNING;
  }
  get isSuspended(): boolean {
    return this.state === SUSPENDED;
  }
  get isCreated(): boolean {
    return this.state === CREATED;
  }

  nx(): Py {
    if (this.state === CLOSED) {
      this.result = null;
      return undefined;
    }
    return this.resume(SEND_NONE);
  }

  /** `close()`: raises GeneratorExit in the body. Returns the value that it returned, if it did. */
  close(): Py {
    if (this.state === CLOSED) return null;
    if (this.state === CREATED) {
      this.state = CLOSED;
      this.body.return(undefined);
      return null;
    }
    let yielded: Py;
    try {
      yielded = this.resume({ kind: 'throw', error: GeneratorExit() });
    } catch (error) {
      if (isInstanceOf(error, GeneratorExit) || isInstanceOf(error, StopIteration)) return null;
      throw error;
    }
    if (yielded !== undefined) throw RuntimeError(`${this.kind} ignored GeneratorExit`);
    return this.result;
  }
}

inherit(Resumable, PyIterator);

type Maker<Kind> = new (info: FunctionInfo, body: Body) => Kind;

/** The constructor of a kind of Resumable with no fields of its own, all in one: V8 puts it in place of the call, and no chain of them. */
export function makerOf<Kind extends Resumable>(kind: Maker<Kind>): Maker<Kind> {
  const make = function (this: Py, info: FunctionInfo, body: Body) {
    this.info = info;
    this.body = body;
    this.state = CREATED;
    this.handled = null;
    this.isHandling = false;
    this.around = null;
    this.result = null;
    this.name = undefined;
    this.qualname = undefined;
    this.delegate = null;
    this.passing = null;
  };
  make.prototype = kind.prototype;
  return make as unknown as Maker<Kind>;
}

/** What is thrown into a body that has not begun does not leave it: it comes out as it is. */
const isRefused = (first: boolean, how: Resumption): boolean => first && how.kind === 'throw';

/** PEP 479: a StopIteration that leaves the body of a generator is an error of the body. */
export function escapedStop(error: unknown, kind: string): unknown {
  const stop = isInstanceOf(error, StopIteration);
  const stopAsync = kind === 'async generator' && isInstanceOf(error, StopAsyncIteration);
  if (!stop && !stopAsync) return error;
  const replacement = RuntimeError(`${kind} raised ${stop ? 'StopIteration' : 'StopAsyncIteration'}`);
  replacement.cause = error;
  replacement.context = error;
  replacement.suppressContext = true;
  return replacement;
}

const notStarted = (kind: string) => TypeError(`can't send non-None value to a just-started ${kind}`);
/** Wired by the helpers, which know of tracebacks. */
export const traced: { current: (error: Py, info: FunctionInfo, position: number) => Py } = {
  current: (error) => error,
};

export class PyGenerator extends Resumable {
  protected get kind(): string {
    return 'generator';
  }
}

/** A generator whose body neither handles exceptions nor delegates: it has no part in what is being handled. */
export class LightGenerator extends PyGenerator {
  override resume(how: Resumption): Py {
    const first = this.state === CREATED;
    if (this.state !== SUSPENDED) this.checkIdle(how);
    const { depth, handled } = rt;
    if (depth >= rt.recursionLimit && rt.recursionLimit >= 0) throw recursionError.current();
    rt.depth = depth + 1;
    this.state = RUNNING;
    let step: IteratorResult<Py, Py>;
    try {
      step = how.kind === 'send' ? this.body.next(how.value) : this.throwInto(first, how.error);
    } catch (error) {
      this.state = CLOSED;
      rt.handled = handled;
      rt.depth = depth;
      throw isRefused(first, how) ? error : this.escaped(error);
    }
    rt.depth = depth;
    if (step.done === true) {
      this.state = CLOSED;
      this.result = step.value === undefined ? null : step.value;
      return undefined;
    }
    this.state = SUSPENDED;
    return step.value;
  }
}

/** The name by which a frame of a generator that values pass by is known in JavaScript's stack. */
export const PASSING_STEP = Resumable.prototype.resumeDelegate.name;

/** A generator that may be suspended where its end is noticed: inside `try` or `with`. */
export class WatchedGenerator extends PyGenerator {
  private readonly watched: Watched;
  constructor(info: FunctionInfo, body: Body) {
    super(info, body);
    this.watched = endings().watch(this, () => suspendedGenerator(info, body), false);
  }

  override resume(how: Resumption): Py {
    const value = super.resume(how);
    // Nothing is left to end.
    if (value === undefined) this.watched.remains = null;
    return value;
  }
}

/** A generator to go on with in the middle of a body. */
export function suspendedGenerator(info: FunctionInfo, body: Body): PyGenerator {
  const generator = new PyGenerator(info, body);
  generator.state = SUSPENDED;
  return generator;
}

export class PyCoroutine extends Resumable {
  protected get kind(): string {
    return 'coroutine';
  }
  override get isIterable(): boolean {
    return false;
  }
  /** Who awaits it resumes it. */
  override nx(): Py {
    throw TypeError("'coroutine' object is not an iterator");
  }
  /** The next of what it awaits, for its wrapper. */
  nextAwaited(): Py {
    return super.nx();
  }
}

/** A built-in iterator whose end has a value, which `await` and `yield from` give. */
export abstract class ResultIterator extends PyIterator {
  abstract readonly result: Py;
}

/** An iterator over what a coroutine awaits: `coroutine.__await__()`. */
export class CoroutineWrapper extends PyIterator {
  constructor(readonly coroutine: PyCoroutine) {
    super();
  }
  nx(): Py {
    return this.coroutine.nextAwaited();
  }
}

export { PyBaseException, PyObject };
