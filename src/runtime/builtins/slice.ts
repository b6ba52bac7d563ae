/**
 * `slice`.
 * Spec: https://docs.python.org/3/library/functions.html#slice
 */
import { compareValues } from '../object/compare.js';
import { rt } from '../object/context.js';
import { TypeError, ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { hashOf } from '../object/hash.js';
import { defineMembers, readOnlyMember } from '../object/install.js';
import { asIndex, normalInt } from '../object/number.js';
import type { Py } from '../object/object.js';
import { repr } from '../object/text.js';
import { builtinType, type PyType } from '../object/type.js';
import { NotImplemented, PySlice, PyStaticMethod, PyTuple } from '../object/values.js';
import { checkNew } from './checkNew.js';
import { exactBound } from './sliceIndices.js';

export const slice: PyType = builtinType({ name: 'slice', js: PySlice, subclassable: false });

type Bounds = [bigint, bigint, bigint];

/** `self.indices(length)` for lengths of any size. */
export function exactIndices(self: PySlice, length: bigint): Bounds {
  const step = self.step === null ? 1n : BigInt(exactBound(self.step));
  if (step === 0n) throw ValueError('slice step cannot be zero');
  const lowest = step < 0n ? -1n : 0n;
  const highest = step < 0n ? length - 1n : length;
  const clipBound = (bound: Py, fallback: bigint): bigint => {
    if (bound === null) return fallback;
    let at = BigInt(exactBound(bound));
    if (at < 0n) {
      at += length;
      return at < lowest ? lowest : at;
    }
    return at > highest ? highest : at;
  };
  const start = clipBound(self.start, step < 0n ? highest : lowest);
  const stop = clipBound(self.stop, step < 0n ? lowest : highest);
  return [start, stop, step];
}

function indices(self: PySlice, length: Py): Py {
  const n = BigInt(asIndex(length));
  if (n < 0n) throw ValueError('length should not be negative');
  return new PyTuple(exactIndices(self, n).map(normalInt));
}

const parts = (self: PySlice) => new PyTuple([self.start, self.stop, self.step]);

const WORD = (1n << 64n) - 1n;

/** As a tuple's hash, but without its length. */
function hashParts(self: PySlice): number | bigint {
  let acc = 2870177450012600261n;
  for (const item of [self.start, self.stop, self.step]) {
    acc = (acc + BigInt.asUintN(64, BigInt(hashOf(item))) * 14029467366897019727n) & WORD;
    acc = ((acc << 31n) | (acc >> 33n)) & WORD;
    acc = (acc * 11400714785074694791n) & WORD;
  }
  return acc === WORD ? 1546275796 : normalInt(BigInt.asIntN(64, acc));
}

const compare = (op: 'Eq' | 'NotEq' | 'Lt' | 'LtE' | 'Gt' | 'GtE') =>
  method('(value, /)', (self: PySlice, other: Py) =>
    other instanceof PySlice ? compareValues(parts(self), parts(other), op) : NotImplemented,
  );

const part = (name: 'start' | 'stop' | 'step') => readOnlyMember((self: PySlice) => self[name]);

defineMembers(slice, () => ({
  __doc__:
    'slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.  This is used for extended slicing (e.g. a[0:10:2]).',
  __new__: new PyStaticMethod(
    fn(
      '(cls, *args, **kwargs)',
      (cls: PyType, args: Py[], kwargs: Map<string, Py>) => {
        checkNew(cls, slice);
        if (kwargs.size > 0)
          throw TypeError(
            rt.dialect === 2 ? 'slice() does not take keyword arguments' : 'slice() takes no keyword arguments',
          );
        if (args.length === 0)
          throw TypeError(`slice expected at least 1 argument${rt.dialect === 2 ? 's' : ''}, got 0`);
        if (args.length > 3) throw TypeError(`slice expected at most 3 arguments, got ${args.length}`);
        return args.length === 1 ? new PySlice(null, args[0], null) : new PySlice(args[0], args[1], args[2] ?? null);
      },
      '__new__',
    ),
  ),
  start: part('start'),
  stop: part('stop'),
  step: part('step'),
  indices: method('(length, /)', indices),
  __repr__: method('()', (self: PySlice) => `slice(${repr(self.start)}, ${repr(self.stop)}, ${repr(self.step)})`),
  __hash__: method('()', (self: PySlice) => {
    if (rt.dialect === 2) throw TypeError('unhashable type');
    return hashParts(self);
  }),
  __eq__: compare('Eq'),
  __ne__: compare('NotEq'),
  __lt__: compare('Lt'),
  __le__: compare('LtE'),
  __gt__: compare('Gt'),
  __ge__: compare('GtE'),
  __reduce__: method('()', (self: PySlice) => new PyTuple([slice, parts(self)])),
}));
