/**
 * Python 2's `xrange`, and its `range` that makes a list.
 * Spec: https://docs.python.org/2/library/functions.html#xrange
 */
import { special } from '../object/attributes.js';
import { IndexError, OverflowError, TypeError, ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { defineMembers } from '../object/install.js';
import { rangeIterator } from '../object/iterate.js';
import { asIndex, intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { builtinType, type PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyList, PyProgression, PyStaticMethod, PyTuple } from '../object/values.js';
import { intByMethod2, wordArg2 } from './args2.js';
import { direct } from './direct.js';
import { asLong } from './long2.js';
import { rangeAt, rangeLength, reversedRange } from './range.js';

export class PyXRange extends PyProgression {}

export const xrange: PyType = builtinType({ name: 'xrange', js: PyXRange, subclassable: false });

type Int = number | bigint;

function makeXRange(args: readonly Py[]): PyXRange {
  const n = args.length;
  if (n === 0) throw TypeError('xrange() requires 1-3 int arguments');
  if (n > 3) throw TypeError('xrange() requires 1-3 int arguments');
  const start = n === 1 ? 0 : wordArg2(args[0]);
  const stop = wordArg2(args[n === 1 ? 0 : 1]);
  const step = n === 3 ? wordArg2(args[2]) : 1;
  if (step === 0) throw ValueError('xrange() arg 3 must not be zero');
  const length = rangeLength(start, stop, step);
  // Only start, step and length are kept: the end is shown as the first number not given.
  const end = rangeAt(new PyProgression(start, stop, step, length), length);
  return new PyXRange(start, end, step, length);
}

defineMembers(xrange, () => ({
  __doc__:
    'xrange(stop) -> xrange object\nxrange(start, stop[, step]) -> xrange object\n\nLike range(), but instead of returning a list, returns an object that\ngenerates the numbers in the range on demand.  For looping, this is \nslightly faster than range() and more memory efficient.',
  __new__: new PyStaticMethod(
    direct(
      '(cls, *args, **kwargs)',
      function (_cls: PyType, a: Py) {
        if (arguments.length === 2 && typeof a === 'number') return new PyXRange(0, a > 0 ? a : 0, 1, a > 0 ? a : 0);
        return makeXRange(Array.prototype.slice.call(arguments, 1));
      },
      (_cls: PyType, args: Py[], kwargs: Map<string, Py>) => {
        if (kwargs.size > 0) throw TypeError('xrange() does not take keyword arguments');
        return makeXRange(args);
      },
      '__new__',
    ),
  ),
  __len__: method('()', (self: PyProgression) => self.length),
  __iter__: method('()', rangeIterator),
  __reversed__: method('()', (self: PyProgression) => rangeIterator(reversedRange(self))),
  __getitem__: method('(index, /)', xrangeGet),
  __repr__: method('()', (self: PyProgression) => {
    if (self.step !== 1) return `xrange(${self.start}, ${self.stop}, ${self.step})`;
    return self.start === 0 ? `xrange(${self.stop})` : `xrange(${self.start}, ${self.stop})`;
  }),
  __reduce__: method(
    '()',
    (self: PyProgression) => new PyTuple([xrange, new PyTuple([self.start, self.stop, self.step])]),
  ),
}));

/** `self[key]`: no slices. */
export function xrangeGet(self: PyProgression, key: Py): Py {
  if (intValue(key) === undefined && (key === null || special(key, '__index__') === undefined)) {
    throw TypeError(`sequence index must be integer, not '${typeOf(key).name}'`);
  }
  let index = Number(asIndex(key));
  const length = Number(self.length);
  if (index < 0) index += length;
  if (index < 0 || index >= length) throw IndexError('xrange object index out of range');
  return rangeAt(self, index);
}

function rangeArgument(o: Py, what: string): Int {
  const refused = () => TypeError(`range() integer ${what} argument expected, got ${typeOf(o).name}.`);
  return intValue(o) ?? intByMethod2(o, refused, 'should return int object');
}

const isWord = (n: Int): boolean => typeof n === 'number' || BigInt.asIntN(64, n) === n;

/** Python 2's `range`: a list of ints. */
export const range2 = fn(
  '(*args)',
  (args: Py[]) => {
    const n = args.length;
    if (n === 0) throw TypeError('range expected at least 1 arguments, got 0');
    if (n > 3) throw TypeError(`range expected at most 3 arguments, got ${n}`);
    const stop = rangeArgument(args[n === 1 ? 0 : 1], 'end');
    const start = n === 1 ? 0 : rangeArgument(args[0], 'start');
    const step = n === 3 ? rangeArgument(args[2], 'step') : 1;
    if (step === 0) throw ValueError('range() step argument must not be zero');
    const length = rangeLength(start, stop, step);
    if (length > 0x7fffffff) throw OverflowError('range() result has too many items');
    const source = new PyProgression(start, stop, step, length);
    const items: Py[] = [];
    for (let i = 0; i < Number(length); i++) items.push(rangeAt(source, i));
    if (![start, stop, step].every(isWord)) return new PyList(items.map(asLong));
    return new PyList(items);
  },
  'range',
);
