/**
 * `aiter` and `anext`.
 * Spec: https://docs.python.org/3/library/functions.html#anext
 */
import { awaitedIterator } from '../helpers/generators.js';
import { getAttr, special } from '../object/attributes.js';
import { call } from '../object/call.js';
import { isInstanceOf, StopAsyncIteration, stopIteration, TypeError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { defineMembers } from '../object/install.js';
import { type Py, PyObject } from '../object/object.js';
import { builtinType, type PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';

export const aiter = fn(
  '(async_iterable, /)',
  (iterable: Py) => {
    const hook = special(iterable, '__aiter__');
    if (hook === undefined) throw TypeError(`'${typeOf(iterable).name}' object is not an async iterable`);
    const iterator = hook(iterable);
    if (special(iterator, '__anext__') === undefined)
      throw TypeError(`aiter() returned not an async iterator of type '${typeOf(iterator).name}'`);
    return iterator;
  },
  'aiter',
);

export const anext = fn(
  '(aiterator, default=<unrepresentable>, /)',
  (iterator: Py, fallback: Py) => {
    const hook = special(iterator, '__anext__');
    if (hook === undefined) throw TypeError(`'${typeOf(iterator).name}' object is not an async iterator`);
    const awaitable = hook(iterator);
    return fallback === undefined ? awaitable : new NextOrDefault(awaitable, fallback);
  },
  'anext',
);

/** `anext(iterator, default)`: at the end of the iterator the await gives the default. */
class NextOrDefault extends PyObject {
  private iterator: Py = undefined;
  constructor(
    private readonly awaitable: Py,
    private readonly fallback: Py,
  ) {
    super();
  }

  /** Passes a call on to what the awaitable awaits. */
  pass(name: string, args: Py[]): Py {
    this.iterator ??= awaitedIterator(this.awaitable, (type) => `object ${type} can't be used in 'await' expression`);
    try {
      if (name === 'send' && args[0] === null) return this.next();
      return call(getAttr(this.iterator, name), args);
    } catch (error) {
      throw isInstanceOf(error, StopAsyncIteration) ? stopIteration(this.fallback) : error;
    }
  }

  private next(): Py {
    const { iterator } = this;
    const next = special(iterator, '__next__');
    return next === undefined ? call(getAttr(iterator, 'send'), [null]) : next(iterator);
  }
}

export const nextOrDefaultType: PyType = builtinType({
  name: 'anext_awaitable',
  js: NextOrDefault,
  subclassable: false,
});

defineMembers(nextOrDefaultType, () => ({
  __await__: method('()', (self: Py) => self),
  __iter__: method('()', (self: Py) => self),
  __next__: method('()', (self: NextOrDefault) => self.pass('send', [null])),
  send: method('(value, /)', (self: NextOrDefault, value: Py) => self.pass('send', [value])),
  throw: method('(*args)', (self: NextOrDefault, args: Py[]) => self.pass('throw', args)),
  close: method('()', (self: NextOrDefault) => self.pass('close', [])),
}));
