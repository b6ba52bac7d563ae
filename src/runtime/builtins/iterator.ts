/** The iterator types of the built-in containers, with the names and pickled forms that CPython's have. */
import { rt } from '../object/context.js';
import { StopIteration } from '../object/errors.js';
import { method } from '../object/fn.js';
import { defineMembers } from '../object/install.js';
import {
  ListIterator,
  LongRangeIterator,
  RangeIterator,
  SequenceIterator,
  StrAsciiIterator,
  StrIterator,
  TupleIterator,
} from '../object/iterate.js';
import type { PyIterator } from '../object/pyIterator.js';
import {
  DictItemIterator,
  DictKeyIterator,
  DictValueIterator,
  SetIterator,
  type TableIterator,
} from '../object/tableIterator.js';
import { asIndex, asSize, normalInt } from '../object/number.js';
import type { Py } from '../object/object.js';
import { builtinType, type Constructor, type Members, type PyType } from '../object/type.js';
import { PyList, PyRange, PyTuple } from '../object/values.js';
import { builtin } from './registry.js';

/** `__iter__` and `__next__` (`next` in Python 2) of an iterator class with `nx()`, and whatever else it has. */
export function iteratorMembers(more: Members = {}): Members {
  const next = method(
    '()',
    (self: PyIterator) => {
      const value = self.nx();
      if (value === undefined) throw StopIteration();
      return value;
    },
    rt.dialect === 2 ? 'next' : '__next__',
  );
  return {
    __iter__: method('()', (self: Py) => self),
    // Python 2's name beside Python 3's, which the library's modules use.
    ...(rt.dialect === 2 ? { next } : {}),
    __next__: next,
    ...more,
  };
}

/** Declares an iterator type; `name2` is its name in Python 2. */
export function iteratorType(name: string, name2: string, js: Constructor, members: () => Members): PyType {
  const type = builtinType({ name, name2, js, subclassable: false });
  defineMembers(type, () => iteratorMembers(members()));
  return type;
}

/** What pickling an iterator gives: `iter(source)`, then `__setstate__(state)` unless that is undefined. */
export function reduceTo(maker: string, source: Py, state?: Py): PyTuple {
  const parts = [builtin(maker), new PyTuple([source])];
  if (state !== undefined) parts.push(state);
  return new PyTuple(parts);
}

/** Members of an iterator that counts up `at` in a sequence of `length()` items until `source()` is null. */
function counted<T extends PyIterator & { at: number }>(
  source: (self: T) => Py,
  length: (self: T) => number,
  empty: () => Py,
): Members {
  return {
    __length_hint__: method('()', (self: T) => (source(self) === null ? 0 : Math.max(0, length(self) - self.at))),
    __reduce__: method('()', (self: T) => {
      const from = source(self);
      return from === null ? reduceTo('iter', empty()) : reduceTo('iter', from, self.at);
    }),
    __setstate__: method('(state, /)', (self: T, state: Py) => {
      const at = asSize(state);
      if (source(self) !== null) self.at = Math.min(Math.max(at, 0), length(self));
      return null;
    }),
  };
}

export const listIterator = iteratorType('list_iterator', 'listiterator', ListIterator, () =>
  counted<ListIterator>(
    (self) => self.list,
    (self) => self.list!.items.length,
    () => new PyList([]),
  ),
);

export const tupleIterator = iteratorType('tuple_iterator', 'tupleiterator', TupleIterator, () =>
  counted<TupleIterator>(
    (self) => (self.at > self.items.length ? null : new PyTuple(self.items as Py[])),
    (self) => self.items.length,
    () => new PyTuple([]),
  ),
);

const strMembers = () => ({
  __length_hint__: method('()', (self: StrIterator) => [...self.text.slice(self.at)].length),
  __reduce__: method('()', (self: StrIterator) =>
    self.at >= self.text.length
      ? reduceTo('iter', '')
      : reduceTo('iter', self.text, [...self.text.slice(0, self.at)].length),
  ),
  __setstate__: method('(state, /)', (self: StrIterator, state: Py) => {
    const characters = [...self.text];
    const at = Math.min(Math.max(asSize(state), 0), characters.length);
    self.at = characters.slice(0, at).join('').length;
    return null;
  }),
});
export const strIterator = iteratorType('str_iterator', 'iterator', StrIterator, strMembers);
export const strAsciiIterator = iteratorType('str_ascii_iterator', 'iterator', StrAsciiIterator, strMembers);

export const rangeIteratorType = iteratorType('range_iterator', 'rangeiterator', RangeIterator, () => ({
  __length_hint__: method('()', (self: RangeIterator) => Math.max(0, self.left)),
  __reduce__: method('()', (self: RangeIterator) => {
    const left = Math.max(0, self.left);
    return reduceTo('iter', new PyRange(self.next, self.next + left * self.step, self.step, left), null);
  }),
  __setstate__: method('(state, /)', (self: RangeIterator, state: Py) => {
    const skip = Math.min(Math.max(asSize(state), 0), self.left);
    self.next += skip * self.step;
    self.left -= skip;
    return null;
  }),
}));

export const longRangeIteratorType = iteratorType('longrange_iterator', 'rangeiterator', LongRangeIterator, () => ({
  __length_hint__: method('()', (self: LongRangeIterator) => normalInt(BigInt(self.range.length) - self.at)),
  __reduce__: method('()', ({ range, at }: LongRangeIterator) => {
    const start = normalInt(BigInt(range.start) + at * BigInt(range.step));
    const length = normalInt(BigInt(range.length) - at);
    const stop = normalInt(BigInt(range.start) + BigInt(range.length) * BigInt(range.step));
    return reduceTo('iter', new PyRange(start, stop, range.step, length), null);
  }),
  __setstate__: method('(state, /)', (self: LongRangeIterator, state: Py) => {
    const at = BigInt(asIndex(state));
    const length = BigInt(self.range.length);
    self.at = at < 0n ? 0n : at > length ? length : at;
    return null;
  }),
}));

/** Dict and set iterators are pickled as an iterator over a list of what is left; that uses them up. */
export function tableMembers(): Members {
  return {
    __length_hint__: method('()', (self: TableIterator) => (self.table === null ? 0 : Math.max(0, self.left))),
    __reduce__: method('()', (self: TableIterator) => reduceTo('iter', new PyList(self.rest()))),
  };
}

export const dictKeyIterator = iteratorType(
  'dict_keyiterator',
  'dictionary-keyiterator',
  DictKeyIterator,
  tableMembers,
);
export const dictValueIterator = iteratorType(
  'dict_valueiterator',
  'dictionary-valueiterator',
  DictValueIterator,
  tableMembers,
);
export const dictItemIterator = iteratorType(
  'dict_itemiterator',
  'dictionary-itemiterator',
  DictItemIterator,
  tableMembers,
);
export const setIterator = iteratorType('set_iterator', 'setiterator', SetIterator, tableMembers);

export const sequenceIterator = iteratorType('iterator', 'iterator', SequenceIterator, () => ({
  __length_hint__: method('()', (self: SequenceIterator) => {
    if (self.sequence === null) return 0;
    return Math.max(0, Number(builtin('len')(self.sequence)) - self.at);
  }),
  __reduce__: method('()', (self: SequenceIterator) =>
    self.sequence === null ? reduceTo('iter', new PyTuple([])) : reduceTo('iter', self.sequence, self.at),
  ),
  __setstate__: method('(state, /)', (self: SequenceIterator, state: Py) => {
    if (self.sequence !== null) self.at = Math.max(0, asSize(state));
    return null;
  }),
}));
