/** Generators, `yield from` and `await`. */
import { findAttr, lookup, special } from '../object/attributes.js';
import { call } from '../object/call.js';
import { endings, ends } from '../object/endings.js';
import { GeneratorExit, isInstanceOf, StopIteration, TypeError } from '../object/errors.js';
import { CO_ITERABLE_COROUTINE, type FunctionInfo } from '../object/function.js';
import { AsyncGeneratorStep, PyAsyncGenerator } from '../object/asyncGenerator.js';
import { LightGenerator, makerOf, PyCoroutine, PyGenerator, Resumable, WatchedGenerator } from '../object/generator.js';
import { type Resumption, SEND_NONE } from '../object/resumption.js';
import { iter, nextMethod } from '../object/iterate.js';
import type { Py } from '../object/object.js';
import { rt } from '../object/context.js';
import { typeOf } from '../object/typeof.js';
import { type Thread, ThreadGenerator } from '../threads/generators.js';

type Body = Generator<Py, Py, Py>;

const Generator = makerOf(PyGenerator);
const Light = makerOf(LightGenerator);
const Coroutine = makerOf(PyCoroutine);

export const newGenerator = (info: FunctionInfo, body: Body): PyGenerator => new Generator(info, body);
/** A generator whose body neither handles exceptions nor delegates. */
export const newLightGenerator = (info: FunctionInfo, body: Body): PyGenerator => new Light(info, body);
/** A generator that may be suspended where its end is noticed: inside `try` or `with`. */
export const newWatchedGenerator = (info: FunctionInfo, body: Body): PyGenerator => new WatchedGenerator(info, body);
/**
 * A loop is left early. A generator that was made for it ends at once; one that somebody else may have is looked for later.
 * @param maker the function that was called for the iterable, or object and name of a method; null if it was no call.
 */
export function leaveIterator(it: Py, maker: Py): void {
  if (!(it instanceof PyGenerator && it.isSuspended)) return;
  if (isMadeBy(it, maker)) ends.end(it);
  else endings().isDue = true;
}

/** The same for `async for`: the event loop is told of a generator that was made for it, and closes it. */
export function leaveAsyncIterator(it: Py, maker: Py): void {
  if (!(it instanceof PyAsyncGenerator && it.isSuspended) || it.finalizer === null || !isMadeBy(it, maker)) return;
  it.onEnd?.ended(it);
  call(it.finalizer, [it]);
}

function isMadeBy(it: Resumable, maker: Py): boolean {
  const f = Array.isArray(maker) ? maker[0] !== undefined && lookup(typeOf(maker[0]), maker[1]) : maker;
  return f?.info === it.info;
}
/** A generator whose body may suspend the thread that runs it. */
export const newThreadGenerator = (info: FunctionInfo, body: Body): PyGenerator => new ThreadGenerator(info, body);
export const newCoroutine = (info: FunctionInfo, body: Body): PyCoroutine => new Coroutine(info, body);
export const newAsyncGenerator = (info: FunctionInfo, body: Body): PyAsyncGenerator => new PyAsyncGenerator(info, body);

/** What a `yield` expression gives: the value sent. */
export const resumed = (value: Py): Py => (value === undefined ? null : value);

/** The iterator object that a generator expression starts from. */
export const iterObject = (iterable: Py): Py => iter(iterable);

/** `yield from iterable` (PEP 380): passes values, exceptions and close() through; the result is the inner one's. */
export function* yieldFrom(iterable: Py): Generator<Py, Py, Py> {
  if (iterable instanceof PyCoroutine)
    throw TypeError("cannot 'yield from' a coroutine object in a non-coroutine generator");
  return yield* delegateTo(iterable instanceof Resumable ? iterable : iter(iterable));
}

/** `yield from` in a threaded body: the inner generator may suspend the thread too. */
export function* threadYieldFrom(iterable: Py): Generator<Py, Py, Py> {
  if (iterable instanceof ThreadGenerator) return yield* delegateToResumable(iterable, (how) => iterable.resumed(how));
  return yield* yieldFrom(iterable);
}

export const cannotAwait = (name: string) => `object ${name} can't be used in 'await' expression`;

/** The same for what `__aenter__` or `__aexit__` gave. */
export function* awaitReceived(awaitable: Py, method: string): Generator<Py, Py, Py> {
  const cannot = (name: string) =>
    `'async with' received an object from ${method} that does not implement __await__: ${name}`;
  return yield* awaitIterator(awaitedIterator(awaitable, cannot));
}

/** `cannot` words the error about an object, given the name of its class, that has no `__await__`. */
export function awaitedIterator(awaitable: Py, cannot: (name: string) => string): Py {
  if (awaitable instanceof PyCoroutine) {
    if (awaitable.isSuspended && awaitable.delegate !== null) throw RuntimeError('coroutine is being awaited already');
    return awaitable;
  }
  if (awaitable instanceof PyGenerator && (awaitable.info.code.flags & CO_ITERABLE_COROUTINE) !== 0) return awaitable;
  if (awaitable instanceof AsyncGeneratorStep) return awaitable;
  const hook = special(awaitable, '__await__');
  if (hook === undefined) throw TypeError(cannot(typeOf(awaitable).name));
  const iterator = hook(awaitable);
  if (iterator instanceof PyCoroutine) throw TypeError('__await__() returned a coroutine');
  if (special(iterator, '__next__') === undefined) {
    throw TypeError(`__await__() returned non-iterator of type '${typeOf(iterator).name}'`);
  }
  return iterator;
}

export function* awaitIterator(iterator: Py): Generator<Py, Py, Py> {
  const owner: Resumable = rt.running;
  owner.delegate = iterator;
  try {
    return yield* delegateTo(iterator);
  } finally {
    owner.delegate = null;
  }
}

function* delegateTo(inner: Py): Generator<Py, Py, Py> {
  if (inner instanceof Resumable && !(inner instanceof PyAsyncGenerator)) return yield* delegateToResumable(inner);
  let sent: Py = null;
  for (;;) {
    let value: Py;
    try {
      value = advance(inner, sent);
    } catch (error) {
      if (isInstanceOf(error, StopIteration)) return stopValue(error);
      throw error;
    }
    try {
      sent = resumed(yield value);
    } catch (error) {
      const outcome = passOn(inner, error);
      if (outcome.done) return outcome.value;
      try {
        sent = resumed(yield outcome.value);
      } catch (again) {
        let next = passOn(inner, again);
        for (;;) {
          if (next.done) return next.value;
          try {
            sent = resumed(yield next.value);
            break;
          } catch (more) {
            next = passOn(inner, more);
          }
        }
      }
    }
  }
}

/** @param inThread resumes it so that it can suspend the thread. */
function* delegateToResumable(inner: Resumable, inThread?: (how: Resumption) => Thread): Generator<Py, Py, Py> {
  if (inner.isClosed) {
    if (inner instanceof PyCoroutine) throw reusedCoroutine();
    return null;
  }
  let value = inThread === undefined ? inner.resume(SEND_NONE) : yield* inThread(SEND_NONE);
  while (value !== undefined) {
    let how: Resumption;
    try {
      how = { kind: 'send', value: resumed(yield value) };
    } catch (error) {
      if (isInstanceOf(error, GeneratorExit)) {
        inner.close();
        throw error;
      }
      how = { kind: 'throw', error };
    }
    value = inThread === undefined ? inner.resume(how) : yield* inThread(how);
  }
  return inner.result;
}

import { RuntimeError } from '../object/errors.js';
export const reusedCoroutine = (): Py => RuntimeError('cannot reuse already awaited coroutine');

export const stopValue = (error: Py): Py => (error.args.items.length > 0 ? error.args.items[0] : null);

/** `next(inner)` or `inner.send(value)`; a StopIteration comes out as it is. */
export function advance(inner: Py, sent: Py): Py {
  if (sent === null) {
    const next = nextMethod(inner);
    if (next === undefined) throw TypeError(`'${typeOf(inner).name}' object is not an iterator`);
    return next(inner);
  }
  return call(findAttr(inner, 'send') ?? noSend(inner), [sent]);
}

function noSend(inner: Py): never {
  throw AttributeErrorOf(`'${typeOf(inner).name}' object has no attribute 'send'`);
}
import { AttributeError } from '../object/errors.js';
const AttributeErrorOf = AttributeError;

/** An exception thrown into the delegating generator goes to the inner iterator. */
export function passOn(inner: Py, error: Py): { done: boolean; value: Py } {
  if (isInstanceOf(error, GeneratorExit)) {
    const close = findAttr(inner, 'close');
    if (close !== undefined) call(close, []);
    throw error;
  }
  const throwMethod = findAttr(inner, 'throw');
  if (throwMethod === undefined) throw error;
  try {
    return { done: false, value: call(throwMethod, [error]) };
  } catch (thrown) {
    if (isInstanceOf(thrown, StopIteration) && thrown !== error) return { done: true, value: stopValue(thrown) };
    throw thrown;
  }
}
