/** `yield from iterable` (PEP 380) and `await awaitable` (PEP 492): pass values, exceptions and close() through; the result is the inner one's. */
import { GeneratorExit, isInstanceOf, StopAsyncIteration, StopIteration, TypeError } from '../object/errors.js';
import { AsyncGeneratorStep, PyAsyncGenerator } from '../object/asyncGenerator.js';
import { CoroutineWrapper, PyCoroutine, Resumable, ResultIterator } from '../object/generator.js';
import type { Passing } from '../object/passing.js';
import { type Resumption, SEND_NONE } from '../object/resumption.js';
import { rt } from '../object/context.js';
import { CO_ITERABLE_COROUTINE } from '../object/function.js';
import { advanceStep } from '../builtins/asyncStep.js';
import { iter } from '../object/iterate.js';
import { PyIterator } from '../object/pyIterator.js';
import type { Py } from '../object/object.js';
import { advance, awaitedIterator, cannotAwait, passOn, reusedCoroutine, stopValue } from './generators.js';

/** What emitted code asks for the values that it yields on behalf of another iterator. */
export class Delegation implements Passing {
  /** The value of the whole expression, once `next` or `raise` has given undefined. */
  result: Py = null;
  readonly resumable: Resumable | null;
  private isOver: boolean;
  outcome: Resumption = SEND_NONE;
  outer: Passing | null = null;
  isJoined = false;

  constructor(
    private readonly inner: Py,
    readonly position: number,
    /** After the end of an `await`, or an exception, nothing is awaited any more. */
    private readonly isAwait: boolean,
    /** The body around it is told of every value. */
    private readonly isTold = false,
    /** The generator that delegates. */
    readonly owner: Resumable = rt.running,
  ) {
    this.owner.delegate = inner;
    this.resumable = inner instanceof Resumable && !(inner instanceof PyAsyncGenerator) ? inner : null;
    this.isOver = this.resumable?.isClosed === true;
  }

  /** What another process makes it from (`again`). */
  get parts(): readonly Py[] {
    return [this.inner, this.position, this.isAwait, this.isTold, this.result];
  }

  static again(owner: Resumable, [inner, position, isAwait, isTold, result]: readonly Py[]): Delegation {
    const made = new Delegation(inner, position, isAwait, isTold, owner);
    made.result = result;
    return made;
  }

  /** It ends with an exception that has its result. */
  get isOfGenerator(): boolean {
    return this.resumable !== null || this.inner instanceof AsyncGeneratorStep;
  }

  /** The next value, after `sent` was sent; undefined at the end. */
  next(sent: Py): Py {
    let value: Py;
    try {
      value = this.step(sent);
    } catch (error) {
      if (this.isAwait) this.owner.delegate = null;
      throw error;
    }
    if (value === undefined && this.isAwait) this.owner.delegate = null;
    return value;
  }

  /** The same after an exception was raised where the last value was yielded. */
  raise(thrown: unknown): Py {
    let value: Py;
    try {
      value = this.stepRaising(thrown);
    } catch (error) {
      if (this.isAwait) this.owner.delegate = null;
      throw error;
    }
    if (value === undefined && this.isAwait) this.owner.delegate = null;
    return value;
  }

  private step(sent: Py): Py {
    const { resumable } = this;
    if (resumable !== null) {
      if (this.isOver) return undefined;
      this.owner.passing = null;
      return this.ended(resumable.resume(sent === null ? SEND_NONE : { kind: 'send', value: sent }));
    }
    const { inner } = this;
    if (inner instanceof AsyncGeneratorStep) {
      const value = advanceStep(inner, sent === null ? SEND_NONE : { kind: 'send', value: sent });
      if (value === undefined) {
        if (inner.result === undefined) throw StopAsyncIteration();
        this.result = inner.result;
      }
      return value;
    }
    if (sent === null && hasNoResult(inner)) return inner.nx();
    if (sent === null && inner instanceof ResultIterator) {
      const value = inner.nx();
      if (value === undefined) this.result = inner.result;
      return value;
    }
    try {
      return advance(inner, sent);
    } catch (error) {
      if (!isInstanceOf(error, StopIteration)) throw error;
      this.result = stopValue(error);
      return undefined;
    }
  }

  private stepRaising(error: unknown): Py {
    const { resumable } = this;
    if (this.isOver) throw error;
    if (resumable === null) {
      const outcome = passOn(this.inner, error);
      if (!outcome.done) return outcome.value;
      this.result = outcome.value;
      return undefined;
    }
    this.owner.passing = null;
    if (isInstanceOf(error, GeneratorExit)) {
      resumable.close();
      throw error;
    }
    return this.ended(resumable.resume({ kind: 'throw', error }));
  }

  end(outcome: Resumption): void {
    this.isOver = true;
    this.outcome = outcome;
    this.owner.passing = null;
    if (outcome.kind === 'send') this.ended(undefined);
    else if (this.isAwait) this.owner.delegate = null;
  }

  private ended(value: Py): Py {
    if (value === undefined) {
      this.result = this.resumable!.result;
      this.owner.delegate = null;
    } else if (!this.isTold) this.owner.passing = this;
    return value;
  }
}

/** A built-in iterator that ends with nothing but its end. */
const hasNoResult = (inner: Py): inner is PyIterator =>
  inner instanceof PyIterator &&
  !inner.c$.isHeap &&
  !(inner instanceof CoroutineWrapper || inner instanceof ResultIterator);

export function delegation(iterable: Py, position: number, isTold = false): Delegation {
  const owner: Resumable = rt.running;
  if (iterable instanceof PyCoroutine && (owner.info.code.flags & CO_ITERABLE_COROUTINE) === 0)
    throw TypeError("cannot 'yield from' a coroutine object in a non-coroutine generator");
  const isItself = iterable instanceof Resumable && !(iterable instanceof PyAsyncGenerator);
  return new Delegation(isItself ? iterable : iter(iterable), position, false, isTold);
}

/** The same for `await`. */
export function awaiting(awaitable: Py, position: number, isTold = false): Delegation {
  const inner = awaitedIterator(awaitable, cannotAwait);
  if (inner instanceof PyCoroutine && inner.isClosed) throw reusedCoroutine();
  return new Delegation(inner, position, true, isTold);
}
