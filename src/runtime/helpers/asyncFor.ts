/** `async for`: the asynchronous iterator, and the values that it gives. */
import { advanceStep, closeStep, nextAtOnce, UnderWay } from '../builtins/asyncStep.js';
import { special } from '../object/attributes.js';
import { rt } from '../object/context.js';
import { GeneratorExit, isInstanceOf, StopAsyncIteration, TypeError } from '../object/errors.js';
import { PyAsyncGenerator } from '../object/asyncGenerator.js';
import type { Resumable } from '../object/generator.js';
import type { Resumption } from '../object/resumption.js';
import type { Py } from '../object/object.js';
import { typeOf } from '../object/typeof.js';
import { awaitedIterator, awaitIterator, cannotAwait, resumed } from './generators.js';

/** `async for`: the asynchronous iterator. */
export function asyncIter(iterable: Py): Py {
  const hook = special(iterable, '__aiter__');
  if (hook === undefined)
    throw TypeError(`'async for' requires an object with __aiter__ method, got ${typeOf(iterable).name}`);
  const iterator = hook(iterable);
  if (special(iterator, '__anext__') === undefined) {
    throw TypeError(
      `'async for' received an object from __aiter__ that does not implement __anext__: ${typeOf(iterator).name}`,
    );
  }
  return iterator;
}

/** The next value of an asynchronous iterator, or undefined at its end; an AsyncRest where there is something to be awaited. */
export function asyncNext(iterator: Py): Py {
  if (iterator instanceof PyAsyncGenerator) {
    const value = nextAtOnce(iterator);
    return value instanceof UnderWay ? new AsyncRest(value, null) : value;
  }
  return new AsyncRest(null, special(iterator, '__anext__')!(iterator));
}

/** What is left of a step of an `async for`. */
export class AsyncRest {
  constructor(
    readonly underWay: UnderWay | null,
    readonly awaitable: Py,
  ) {}
}

/** Awaits it: the value, or undefined at the end of the iterator. */
export function* asyncRest(rest: AsyncRest): Generator<Py, Py, Py> {
  if (rest.underWay !== null) return yield* restOfStep(rest.underWay);
  try {
    return yield* awaitIterator(nextAwaited(rest.awaitable));
  } catch (error) {
    if (isInstanceOf(error, StopAsyncIteration)) return undefined;
    throw error;
  }
}

function* restOfStep({ step, value: first }: UnderWay): Generator<Py, Py, Py> {
  const owner: Resumable = rt.running;
  owner.delegate = step;
  try {
    for (let value = first; value !== undefined; ) {
      let how: Resumption;
      try {
        how = { kind: 'send', value: resumed(yield value) };
      } catch (error) {
        how = { kind: 'throw', error };
        if (isInstanceOf(error, GeneratorExit)) {
          closeStep(step);
          throw error;
        }
      }
      value = advanceStep(step, how);
    }
    return step.result;
  } finally {
    owner.delegate = null;
  }
}

function nextAwaited(awaitable: Py): Py {
  try {
    return awaitedIterator(awaitable, cannotAwait);
  } catch (error) {
    const e = TypeError(`'async for' received an invalid object from __anext__: ${typeOf(awaitable).name}`);
    throw Object.assign(e, { cause: error, context: error, suppressContext: true });
  }
}
