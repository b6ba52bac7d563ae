/**
 * `range`, and Python 2's `xrange`.
 * Spec: https://docs.python.org/3/library/stdtypes.html#ranges
 */

import { special } from '../object/attributes.js';
import { compareValues } from '../object/compare.js';
import { equals } from '../object/equality.js';
import { IndexError, OverflowError, TypeError, ValueError } from '../object/errors.js';
import { method } from '../object/fn.js';
import { hashOf } from '../object/hash.js';
import { defineMembers, readOnlyMember } from '../object/install.js';
import { iterate, rangeIterator } from '../object/iterate.js';
import { asIndex, intValue, normalInt } from '../object/number.js';
import type { Py } from '../object/object.js';
import { repr } from '../object/text.js';
import { builtinType, type PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { NotImplemented, type PyProgression, PyRange, PySlice, PyStaticMethod, PyTuple } from '../object/values.js';
import { checkNew } from './checkNew.js';
import { direct } from './direct.js';
import { exactIndices } from './slice.js';
import { select } from './sliceIndices.js';

type Int = number | bigint;

export const range: PyType = builtinType({ name: 'range', js: PyRange, subclassable: false });

/** How many numbers `start, start + step, …` there are before `stop`. */
export function rangeLength(start: Int, stop: Int, step: Int): Int {
  if (typeof start === 'number' && typeof stop === 'number' && typeof step === 'number') {
    const span = step > 0 ? stop - start : start - stop;
    if (span <= 0) return 0;
    if (Number.isSafeInteger(span)) return Math.floor((span - 1) / Math.abs(step)) + 1;
  }
  const up = step > 0;
  const span = up ? BigInt(stop) - BigInt(start) : BigInt(start) - BigInt(stop);
  if (span <= 0n) return 0;
  return normalInt((span - 1n) / (up ? BigInt(step) : -BigInt(step)) + 1n);
}

/** `range(start, stop, step)` of ints. */
export function makeRange(start: Int, stop: Int, step: Int): PyRange {
  return new PyRange(start, stop, step, rangeLength(start, stop, step));
}

function fromArguments(args: ArrayLike<Py>): PyRange {
  const n = args.length;
  if (n === 0) throw TypeError('range expected at least 1 argument, got 0');
  if (n > 3) throw TypeError(`range expected at most 3 arguments, got ${n}`);
  if (n === 1) return makeRange(0, asIndex(args[0]), 1);
  const start = asIndex(args[0]);
  const stop = asIndex(args[1]);
  const step = n === 3 ? asIndex(args[2]) : 1;
  if (step === 0) throw ValueError('range() arg 3 must not be zero');
  return makeRange(start, stop, step);
}

const newRange = direct(
  '(cls, *args, **kwargs)',
  function (cls: PyType, a: Py) {
    checkNew(cls, range);
    if (arguments.length === 2 && typeof a === 'number') return new PyRange(0, a, 1, a > 0 ? a : 0);
    return fromArguments(Array.prototype.slice.call(arguments, 1));
  },
  (cls: PyType, args: Py[], kwargs: Map<string, Py>) => {
    checkNew(cls, range);
    if (kwargs.size > 0) throw TypeError('range() takes no keyword arguments');
    return fromArguments(args);
  },
  '__new__',
);

/** The number at `index`, 0 <= index < length. */
export function rangeAt(self: PyProgression, index: Int): Int {
  if (typeof index === 'number' && typeof self.start === 'number' && typeof self.step === 'number') {
    const value = self.start + index * self.step;
    if (Number.isSafeInteger(value)) return value;
  }
  return normalInt(BigInt(self.start) + BigInt(index) * BigInt(self.step));
}

/** `self[key]`. */
export function rangeGet(self: PyRange, key: Py): Py {
  if (key instanceof PySlice) return rangeSlice(self, key);
  if (intValue(key) === undefined && (key === null || special(key, '__index__') === undefined)) {
    throw TypeError(`range indices must be integers or slices, not ${typeOf(key).name}`);
  }
  let index = asIndex(key);
  if (index < 0) index = normalInt(BigInt(index) + BigInt(self.length));
  if (index < 0 || index >= self.length) throw IndexError('range object index out of range');
  return rangeAt(self, index);
}

function rangeSlice(self: PyRange, key: PySlice): PyRange {
  if (typeof self.length === 'number' && typeof self.start === 'number' && typeof self.stop === 'number') {
    const { start, stop, step } = select(key, self.length);
    if (typeof self.step === 'number' && Number.isSafeInteger(self.step * step)) {
      return makeRange(rangeAt(self, start), rangeAt(self, stop), self.step * step);
    }
  }
  const [start, stop, step] = exactIndices(key, BigInt(self.length));
  return makeRange(
    rangeAt(self, normalInt(start)),
    rangeAt(self, normalInt(stop)),
    normalInt(BigInt(self.step) * step),
  );
}

/** Index of int `value`, or -1. */
function position(self: PyRange, value: Int): Int {
  const { start, step, length } = self;
  if (
    typeof value === 'number' &&
    typeof start === 'number' &&
    typeof step === 'number' &&
    typeof length === 'number'
  ) {
    const offset = value - start;
    if (Number.isSafeInteger(offset)) {
      const index = offset / step;
      return Number.isInteger(index) && index >= 0 && index < length ? index + 0 : -1;
    }
  }
  const offset = BigInt(value) - BigInt(start);
  if (offset % BigInt(step) !== 0n) return -1;
  const index = offset / BigInt(step);
  return index >= 0n && index < BigInt(length) ? normalInt(index) : -1;
}

const plainInt = (value: Py): value is Int | boolean =>
  typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';

/** `value in self`: ints are computed, anything else is searched for. */
export function rangeContains(self: PyRange, value: Py): boolean {
  if (plainInt(value)) return position(self, typeof value === 'boolean' ? Number(value) : value) !== -1;
  const it = iterate(self);
  for (let item = it.nx(); item !== undefined; item = it.nx()) if (equals(value, item)) return true;
  return false;
}

function indexIn(self: PyRange, value: Py): Py {
  if (plainInt(value)) {
    const at = position(self, typeof value === 'boolean' ? Number(value) : value);
    if (at === -1) throw ValueError(`${repr(value)} is not in range`);
    return at;
  }
  const it = iterate(self);
  let at = 0;
  for (let item = it.nx(); item !== undefined; item = it.nx()) {
    if (equals(item, value)) return at;
    at++;
  }
  throw ValueError('sequence.index(x): x not in sequence');
}

function countIn(self: PyRange, value: Py): Py {
  if (plainInt(value)) return rangeContains(self, value) ? 1 : 0;
  const it = iterate(self);
  let n = 0;
  for (let item = it.nx(); item !== undefined; item = it.nx()) if (equals(item, value)) n++;
  return n;
}

/** What two equal ranges have in common: the numbers, not how they were written. */
const signature = (self: PyRange) =>
  new PyTuple([
    self.length,
    self.length === 0 ? null : self.start,
    self.length === 0 || self.length === 1 ? null : self.step,
  ]);

/** `len(self)`. Raises OverflowError where CPython's ssize_t ends. */
export function rangeLen(self: PyRange): Int {
  const { length } = self;
  if (typeof length === 'bigint' && length > 0x7fffffffffffffffn)
    throw OverflowError('Python int too large to convert to C ssize_t');
  return length;
}

export function reprRange(self: PyRange, name: string): string {
  return self.step === 1
    ? `${name}(${self.start}, ${self.stop})`
    : `${name}(${self.start}, ${self.stop}, ${self.step})`;
}

/** The same numbers from the last to the first. */
export function reversedRange(self: PyProgression): PyRange {
  const step = normalInt(-BigInt(self.step));
  if (self.length === 0) return new PyRange(self.start, self.start, step, 0);
  const last = rangeAt(self, normalInt(BigInt(self.length) - 1n));
  return new PyRange(last, normalInt(BigInt(self.start) + BigInt(step)), step, self.length);
}

const equality = (op: 'Eq' | 'NotEq') =>
  method('(value, /)', (self: PyRange, other: Py) =>
    other instanceof PyRange ? compareValues(signature(self), signature(other), op) : NotImplemented,
  );
const part = (name: 'start' | 'stop' | 'step') => readOnlyMember((self: PyRange) => self[name]);
const unordered = () => method('(value, /)', () => NotImplemented);

defineMembers(range, () => ({
  __doc__:
    'range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nReturn an object that produces a sequence of integers from start (inclusive)\nto stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.\nstart defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\nThese are exactly the valid indices for a list of 4 elements.\nWhen step is given, it specifies the increment (or decrement).',
  __new__: new PyStaticMethod(newRange),
  start: part('start'),
  stop: part('stop'),
  step: part('step'),
  __len__: method('()', rangeLen),
  __bool__: method('()', (self: PyRange) => self.length !== 0),
  __iter__: method('()', rangeIterator),
  __reversed__: method('()', (self: PyRange) => rangeIterator(reversedRange(self))),
  __getitem__: method('(key, /)', rangeGet),
  __contains__: method('(key, /)', rangeContains),
  index: method('(value, /)', indexIn),
  count: method('(value, /)', countIn),
  __repr__: method('()', (self: PyRange) => reprRange(self, 'range')),
  __hash__: method('()', (self: PyRange) => hashOf(signature(self))),
  __eq__: equality('Eq'),
  __ne__: equality('NotEq'),
  __lt__: unordered(),
  __le__: unordered(),
  __gt__: unordered(),
  __ge__: unordered(),
  __reduce__: method('()', (self: PyRange) => new PyTuple([range, new PyTuple([self.start, self.stop, self.step])])),
}));
