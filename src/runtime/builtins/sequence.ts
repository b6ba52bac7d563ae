/**
 * The built-in functions that work on iterables: iter, next, sorted, any, all, and Python 2's list-making ones.
 * Spec: https://docs.python.org/3/library/functions.html
 */
import { listItems } from './len.js';
import { threadApply, threadNext } from '../helpers/threads.js';
import { Resumable } from '../object/generator.js';
import { seekInThread } from '../threads/consume.js';
import { hasThreadForm, type Thread } from '../threads/generators.js';
import { special } from '../object/attributes.js';
import { call0, call2 } from '../object/call.js';
import { rt } from '../object/context.js';
import { equals } from '../object/equality.js';
import { StopIteration, stopIteration, TypeError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { asIterator, isStopIteration, iterate, iter as iterOf, nextMethod } from '../object/iterate.js';
import { type Iterator, PyIterator } from '../object/pyIterator.js';
import type { Py } from '../object/object.js';
import { truthy } from '../object/truth.js';
import { typeOf } from '../object/typeof.js';
import { PyList, PyTuple } from '../object/values.js';
import { direct } from './direct.js';
import { iteratorType } from './iterator.js';
import { builtin } from './registry.js';
import { sortList } from './sort.js';

/** `iter(f, sentinel)`: calls until the sentinel comes. */
class CallableIterator extends PyIterator {
  constructor(
    public callable: Py,
    public sentinel: Py,
  ) {
    super();
  }
  /** What `nx` calls: threads call it in their own way. */
  get call(): [Py, Py[]] | undefined {
    return this.callable === undefined ? undefined : [this.callable, []];
  }
  nextInThread(): Thread {
    return threadNext(this as Parameters<typeof threadNext>[0]);
  }
  /** Whether a value that was called for ends the iteration. */
  isEnd(value: Py): boolean {
    if (!equals(this.sentinel, value)) return false;
    this.callable = undefined;
    return true;
  }
  nx(): Py {
    if (this.callable === undefined) return undefined;
    try {
      const value = call0(this.callable);
      if (!equals(this.sentinel, value)) return value;
      this.callable = undefined;
    } catch (error) {
      if (!isStopIteration(error)) throw error;
      this.callable = undefined;
    }
    return undefined;
  }
}
iteratorType('callable_iterator', 'callable-iterator', CallableIterator, () => ({
  __reduce__: method('()', (self: CallableIterator) =>
    self.callable === undefined
      ? new PyTuple([builtin('iter'), new PyTuple([new PyTuple([])])])
      : new PyTuple([builtin('iter'), new PyTuple([self.callable, self.sentinel])]),
  ),
}));

const countMessage = (name: string, min: number, max: number, given: number): string => {
  const two = rt.dialect === 2;
  const limit = given < min ? min : max;
  const word = min === max ? '' : given < min ? 'at least ' : 'at most ';
  return `${name} expected ${word}${limit} argument${limit === 1 && !two ? '' : 's'}, got ${given}`;
};

export const iter = direct(
  '(*args)',
  function (o: Py, sentinel: Py) {
    const n = arguments.length;
    if (n === 1) return iterOf(o);
    if (n !== 2) throw TypeError(countMessage('iter', 1, 2, n));
    if (typeof o !== 'function' && special(o, '__call__') === undefined)
      throw TypeError('iter(v, w): v must be callable');
    return new CallableIterator(o, sentinel);
  },
  (args: Py[]) => iter(...args),
  'iter',
);

export const next = direct(
  '(*args)',
  function (iterator: Py, fallback: Py) {
    const n = arguments.length;
    if (n < 1 || n > 2) throw TypeError(countMessage('next', 1, 2, n));
    if (iterator instanceof PyIterator && !iterator.c$.isHeap) {
      const value = iterator.nx();
      if (value !== undefined) return value;
      if (n === 2) return fallback;
      // A generator's value comes with it.
      const result = (iterator as Py).result;
      throw result === undefined || result === null ? StopIteration() : StopIteration(result);
    }
    return nextOfAny(iterator, fallback);
  },
  (args: Py[]) => next(...args),
  'next',
);

next.builtin!.inThread = ([iterator, ...fallback]) => {
  if (hasThreadForm(iterator)) return nextInThread(iterator.nextInThread(), iterator, fallback);
  const f: Py = special(iterator, '__next__');
  return f?.info === undefined ? undefined : nextInThread(threadApply(f, [iterator], null), iterator, fallback);
};

/** `next` in a thread: the value that `thread` gives. */
function* nextInThread(thread: Thread, iterator: Py, fallback: readonly Py[]): Thread {
  try {
    const value = yield* thread;
    if (value !== undefined) return value;
  } catch (error) {
    if (fallback.length === 0 || !isStopIteration(error)) throw error;
  }
  if (fallback.length > 0) return fallback[0];
  throw iterator instanceof Resumable ? stopIteration(iterator.result) : StopIteration();
}

/** Through the class's method, so that the StopIteration of a generator keeps its value. */
function nextOfAny(iterator: Py, fallback: Py): Py {
  const f = nextMethod(iterator);
  if (f === undefined) {
    if (typeOf(iterator).oldStyle) throw TypeError('instance has no next() method');
    const name = typeOf(iterator).name;
    throw TypeError(rt.dialect === 2 ? `${name} object is not an iterator` : `'${name}' object is not an iterator`);
  }
  if (fallback === undefined) return f(iterator);
  try {
    return f(iterator);
  } catch (error) {
    if (isStopIteration(error)) return fallback;
    throw error;
  }
}

/** `sorted(iterable, key=…, reverse=…)`: a new list. */
export function sortedList(iterable: Py, key: Py, reverse: Py, cmp: Py = null): PyList {
  const result = new PyList(listItems(iterable));
  sortList(result, key, reverse, cmp);
  return result;
}

/** Python 3's. */
export const sorted3 = direct(
  '(*args, key=None, reverse=False)',
  function (iterable: Py) {
    if (arguments.length !== 1) throw TypeError(`sorted expected 1 argument, got ${arguments.length}`);
    return sortedList(iterable, null, false);
  },
  (args: Py[], key: Py = null, reverse: Py = false) => {
    if (args.length !== 1) throw TypeError(`sorted expected 1 argument, got ${args.length}`);
    return sortedList(args[0], key, reverse);
  },
  'sorted',
);

/** Python 2's. */
export const sorted2 = fn(
  '(iterable, cmp=None, key=None, reverse=False)',
  (iterable: Py, cmp: Py = null, key: Py = null, reverse: Py = false) => sortedList(iterable, key, reverse, cmp),
  'sorted',
);

/** `sorted` of the running dialect. */
export const sorted = () => (rt.dialect === 2 ? sorted2 : sorted3);

export const any = fn(
  '(iterable, /)',
  (iterable: Py) => {
    const it = iterate(iterable);
    for (let item = it.nx(); item !== undefined; item = it.nx()) if (truthy(item)) return true;
    return false;
  },
  'any',
);

export const all = fn(
  '(iterable, /)',
  (iterable: Py) => {
    const it = iterate(iterable);
    for (let item = it.nx(); item !== undefined; item = it.nx()) if (!truthy(item)) return false;
    return true;
  },
  'all',
);

any.builtin!.inThread = ([iterator]) => (hasThreadForm(iterator) ? seekInThread(iterator, true) : undefined);
all.builtin!.inThread = ([iterator]) => (hasThreadForm(iterator) ? seekInThread(iterator, false) : undefined);

/** Runtime view of several iterables, with the message that names the one that cannot be iterated. */
export function iterateAll(iterables: readonly Py[], complain: (index: number, o: Py) => Py): Iterator[] {
  return iterables.map((o, i) => {
    try {
      return iterate(o);
    } catch (error) {
      if ((error as Py)?.c$ === TypeError.type && special(o, '__iter__') === undefined) throw complain(i, o);
      throw error;
    }
  });
}

/** `functools.reduce` and Python 2's built-in one. */
export const reduce = fn(
  '(function, iterable, initial=<no value>, /)',
  (f: Py, iterable: Py, initial: Py) => {
    let it: Iterator;
    try {
      it = iterate(iterable);
    } catch (error) {
      if ((error as Py)?.c$ !== TypeError.type) throw error;
      throw TypeError('reduce() arg 2 must support iteration');
    }
    let result = initial === undefined ? it.nx() : initial;
    if (result === undefined) {
      throw TypeError(
        rt.dialect === 2
          ? 'reduce() of empty sequence with no initial value'
          : 'reduce() of empty iterable with no initial value',
      );
    }
    for (let item = it.nx(); item !== undefined; item = it.nx()) result = call2(f, result, item);
    return result;
  },
  'reduce',
);

export { asIterator };
