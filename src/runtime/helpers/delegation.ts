/** `yield from iterable` (PEP 380): passes values, exceptions and close() through; the result is the inner one's. */
import { GeneratorExit, isInstanceOf, StopIteration, TypeError } from '../object/errors.js';
import { PyAsyncGenerator, PyCoroutine, Resumable } from '../object/generator.js';
import { rt } from '../object/context.js';
import { CO_ITERABLE_COROUTINE } from '../object/function.js';
import { iter, PyIterator } from '../object/iterate.js';
import type { Py } from '../object/object.js';
import { advance, passOn, stopValue } from './generators.js';

/** What emitted code asks for the values that it yields on behalf of another iterator. */
export class Delegation {
  /** The value of the whole expression, once `next` or `raise` has given undefined. */
  result: Py = null;
  private readonly inner: Py;
  private readonly resumable: Resumable | null;
  private done = false;
  /** The generator that delegates. */
  private readonly owner: Resumable;

  constructor(iterable: Py) {
    this.owner = rt.running;
    if (iterable instanceof PyCoroutine && (this.owner.info.code.flags & CO_ITERABLE_COROUTINE) === 0)
      throw TypeError("cannot 'yield from' a coroutine object in a non-coroutine generator");
    const inner = iterable instanceof Resumable ? iterable : iter(iterable);
    this.inner = inner;
    this.owner.delegate = inner;
    this.resumable = inner instanceof Resumable && !(inner instanceof PyAsyncGenerator) ? inner : null;
    if (this.resumable !== null) this.done = this.resumable.isClosed;
  }

  /** The next value, after `sent` was sent; undefined at the end. */
  next(sent: Py): Py {
    const { resumable } = this;
    if (resumable !== null) return this.done ? undefined : this.ended(resumable.resume({ kind: 'send', value: sent }));
    const { inner } = this;
    if (sent === null && inner instanceof PyIterator && !inner.c$.isHeap) return inner.nx();
    try {
      return advance(inner, sent);
    } catch (error) {
      if (!isInstanceOf(error, StopIteration)) throw error;
      this.result = stopValue(error);
      return undefined;
    }
  }

  /** The same after an exception was raised where the last value was yielded. */
  raise(error: unknown): Py {
    const { resumable } = this;
    if (resumable === null) {
      const outcome = passOn(this.inner, error);
      if (!outcome.done) return outcome.value;
      this.result = outcome.value;
      return undefined;
    }
    if (isInstanceOf(error, GeneratorExit)) {
      resumable.close();
      throw error;
    }
    return this.ended(resumable.resume({ kind: 'throw', error }));
  }

  private ended(value: Py): Py {
    if (value === undefined) {
      this.result = this.resumable!.result;
      this.owner.delegate = null;
    }
    return value;
  }
}

export const delegation = (iterable: Py): Delegation => new Delegation(iterable);
