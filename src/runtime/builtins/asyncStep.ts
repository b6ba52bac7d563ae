/** What is awaited of an async generator: one resumption of it, from the one yield to the next. */
import { call } from '../object/call.js';
import { moduleState } from '../object/context.js';
import { GeneratorExit, isInstanceOf, RuntimeError, StopAsyncIteration, StopIteration } from '../object/errors.js';
import {
  AsyncGeneratorStep,
  AsyncGeneratorThrow,
  AsyncYield,
  type PyAsyncGenerator,
} from '../object/asyncGenerator.js';
import { type Resumption, SEND_NONE } from '../object/resumption.js';
import type { Py } from '../object/object.js';

/** `sys.set_asyncgen_hooks`. */
export const asyncGeneratorHooks = () =>
  moduleState('asyncgen_hooks', () => ({ firstiter: null as Py, finalizer: null as Py }));

function callHooks(self: PyAsyncGenerator): void {
  if (!self.hooksCalled) {
    self.hooksCalled = true;
    const { firstiter, finalizer } = asyncGeneratorHooks();
    self.finalizer = finalizer;
    if (firstiter !== null) call(firstiter, [self]);
  }
}

export function beginStep(self: PyAsyncGenerator, first: Resumption, isClose = false): AsyncGeneratorStep {
  callHooks(self);
  const Step = isClose || first.kind === 'throw' ? AsyncGeneratorThrow : AsyncGeneratorStep;
  return new Step(self, first, isClose);
}

/**
 * `await generator.__anext__()` as far as it goes without the event loop: the next value, or undefined at the end. Where the generator
 * awaits something itself, the step that is under way, with the value for the event loop.
 */
export function nextAtOnce(self: PyAsyncGenerator): Py {
  callHooks(self);
  if (self.active) throw RuntimeError('anext(): asynchronous generator is already running');
  if (self.isClosed) return undefined;
  self.active = true;
  let value: Py;
  try {
    value = self.resume(SEND_NONE);
  } catch (error) {
    self.active = false;
    throw error;
  }
  if (value === undefined || value instanceof AsyncYield) {
    self.active = false;
    return value === undefined ? undefined : value.value;
  }
  const step = new AsyncGeneratorStep(self, SEND_NONE, false);
  step.state = 'running';
  return new UnderWay(step, value);
}

/** A step whose generator awaits something. */
export class UnderWay {
  constructor(
    readonly step: AsyncGeneratorStep,
    /** What the event loop is handed first. */
    readonly value: Py,
  ) {}
}

const isThrow = (self: AsyncGeneratorStep) => self.isClose || self.first.kind === 'throw';
const nameOfStep = (self: AsyncGeneratorStep) => (self.isClose ? 'aclose' : isThrow(self) ? 'athrow' : 'anext');

/** One resumption of an awaited step. The value is for the event loop; undefined is the end of the await, whose outcome is in `self.result`. */
export function advanceStep(self: AsyncGeneratorStep, how: Resumption): Py {
  const { generator } = self;
  if (self.state === 'closed')
    throw RuntimeError(`cannot reuse already awaited ${isThrow(self) ? 'aclose()/athrow()' : '__anext__()/asend()'}`);
  let resumption = how;
  if (self.state === 'created') {
    if (generator.active) {
      self.state = 'closed';
      throw RuntimeError(`${nameOfStep(self)}(): asynchronous generator is already running`);
    }
    if (how.kind === 'send' && how.value !== null && isThrow(self))
      throw RuntimeError("can't send non-None value to a just-started coroutine");
    if (generator.isClosed) return closedStep(self);
    if (self.isClose && generator.isCreated) {
      generator.close();
      return finished(self, null);
    }
    if (generator.wasToClose && isThrow(self)) {
      self.state = 'closed';
      throw StopAsyncIteration();
    }
    if (self.isClose) generator.wasToClose = true;
    self.state = 'closed';
    // What is sent to the awaitable itself goes before what `asend` was given. An exception that is none is refused before it comes near.
    if (how.kind === 'send' && how.value === null)
      resumption = self.first.kind === 'throw' ? { kind: 'throw', error: self.first.error } : self.first;
    self.state = 'running';
    generator.active = true;
  }
  let value: Py;
  try {
    value = generator.resume(resumption);
  } catch (error) {
    generator.active = false;
    finished(self, null);
    if (self.isClose && (isInstanceOf(error, GeneratorExit) || isInstanceOf(error, StopAsyncIteration)))
      return undefined;
    throw error;
  }
  if (value !== undefined && !(value instanceof AsyncYield)) return value;
  generator.active = false;
  if (value === undefined) return finished(self, self.isClose ? null : undefined);
  finished(self, value.value);
  if (self.isClose) throw RuntimeError('async generator ignored GeneratorExit');
  return undefined;
}

/** Nothing is raised in a generator that has come to its end. */
const closedStep = (self: AsyncGeneratorStep): undefined => finished(self, isThrow(self) ? null : undefined);

function finished(self: AsyncGeneratorStep, result: Py): undefined {
  self.state = 'closed';
  self.result = result;
}

/** Raises GeneratorExit where the step has come to. */
export function closeStep(self: AsyncGeneratorStep): null {
  if (self.state === 'closed') return null;
  try {
    if (advanceStep(self, { kind: 'throw', error: GeneratorExit() }) === undefined) return null;
  } catch (error) {
    if ([StopIteration, StopAsyncIteration, GeneratorExit].some((kind) => isInstanceOf(error, kind))) return null;
    throw error;
  }
  throw RuntimeError('coroutine ignored GeneratorExit');
}
