/**
 * `tuple`.
 * Spec: https://docs.python.org/3/library/stdtypes.html#tuples
 */
import { rt } from '../object/context.js';
import { IndexError, TypeError, ValueError } from '../object/errors.js';
import { method } from '../object/fn.js';
import { hashOf } from '../object/hash.js';
import { defineMembers } from '../object/install.js';
import { TupleIterator } from '../object/iterate.js';
import { listItems } from './len.js';
import type { Py } from '../object/object.js';
import { concatenationError } from '../object/operators.js';
import { guardRepr, repr } from '../object/text.js';
import { builtinType, type Members, type PyType } from '../object/type.js';
import { PyClassMethod, PySlice, PyStaticMethod, PyTuple } from '../object/values.js';
import { checkNew, overrides } from './checkNew.js';
import { direct } from './direct.js';
import { genericAlias } from './genericAlias.js';
import { comparisonMembers } from './sequenceCompare.js';
import { countOf, includes, indexOf, repeatCount, repeatItems } from './sequenceSearch.js';
import { clip, pick, select, sequenceIndex, sliceBound } from './sliceIndices.js';

export const tuple: PyType = builtinType({ name: 'tuple', js: PyTuple });

/** `self[key]`. */
export function tupleGet(self: PyTuple, key: Py): Py {
  if (key instanceof PySlice) {
    const selection = select(key, self.items.length);
    if (selection.count === self.items.length && selection.step === 1 && self.c$ === tuple) return self;
    return new PyTuple(pick(self.items, selection));
  }
  const index = sequenceIndex(key, 'tuple');
  const item = self.items[index < 0 ? index + self.items.length : index];
  if (item === undefined) throw IndexError('tuple index out of range');
  return item;
}

function make(cls: PyType, iterable: Py): Py {
  checkNew(cls, tuple);
  if (cls === tuple && iterable instanceof PyTuple && iterable.c$ === tuple) return iterable;
  return new cls.ctor(iterable === undefined ? [] : listItems(iterable));
}

const tooMany = (n: number) =>
  TypeError(
    rt.dialect === 2 ? `tuple() takes at most 1 argument (${n} given)` : `tuple expected at most 1 argument, got ${n}`,
  );

const newTuple = direct(
  '(cls, *args, **kwargs)',
  function (cls: PyType, iterable: Py) {
    if (arguments.length > 2) throw tooMany(arguments.length - 1);
    return make(cls, iterable);
  },
  (cls: PyType, args: Py[], kwargs: Map<string, Py>) => {
    if (kwargs.size > 0 && !overrides(cls, tuple, '__init__')) {
      if (rt.dialect === 3) throw TypeError('tuple() takes no keyword arguments');
      if (args.length + kwargs.size > 1) throw tooMany(args.length + kwargs.size);
      if (!kwargs.has('sequence'))
        throw TypeError(`'${kwargs.keys().next().value}' is an invalid keyword argument for this function`);
      return make(cls, kwargs.get('sequence'));
    }
    if (args.length > 1) throw tooMany(args.length);
    return make(cls, args[0]);
  },
  '__new__',
);

/** `tuple.__repr__`: a tuple of one item keeps its comma. */
export function reprTuple(self: PyTuple): string {
  if (self.items.length === 0) return '()';
  if (self.items.length === 1) return `(${repr(self.items[0])},)`;
  return `(${self.items.map(repr).join(', ')})`;
}

function multiply(self: PyTuple, times: Py): Py {
  const n = repeatCount(times);
  if (typeof n !== 'number') return n;
  if ((n === 1 || self.items.length === 0) && self.c$ === tuple) return self;
  return new PyTuple(repeatItems(self.items, n));
}

function add(self: PyTuple, other: Py): Py {
  if (!(other instanceof PyTuple)) throw concatenationError('tuple', other);
  if (other.items.length === 0 && self.c$ === tuple) return self;
  if (self.items.length === 0 && other.c$ === tuple) return other;
  return new PyTuple(self.items.concat(other.items));
}

function members(): Members {
  return {
    __new__: new PyStaticMethod(newTuple),
    __class_getitem__: new PyClassMethod(method('(item, /)', genericAlias, '__class_getitem__')),
    __len__: method('()', (self: PyTuple) => self.items.length),
    __iter__: method('()', (self: PyTuple) => new TupleIterator(self.items)),
    __contains__: method('(key, /)', (self: PyTuple, item: Py) => includes(self, item)),
    __getitem__: method('(index, /)', tupleGet),
    __hash__: method('()', (self: PyTuple) => hashOf(self.c$ === tuple ? self : new PyTuple(self.items))),
    __repr__: method('()', (self: PyTuple) => guardRepr(self, '(...)', reprTuple)),
    __add__: method('(value, /)', add),
    __mul__: method('(value, /)', multiply),
    __rmul__: method('(value, /)', multiply),
    __getnewargs__: method('()', (self: PyTuple) => new PyTuple([new PyTuple(self.items)])),
    ...comparisonMembers(PyTuple),
    index: method('(value, start=0, stop=9223372036854775807, /)', (self: PyTuple, value: Py, start: Py, stop: Py) => {
      const at = indexOf(self, value, start, stop);
      if (at < 0) throw ValueError('tuple.index(x): x not in tuple');
      return at;
    }),
    count: method('(value, /)', countOf),
  };
}

function python2(): Members {
  return {
    __getslice__: method('(i, j, /)', (self: PyTuple, i: Py, j: Py) => {
      const selection = clip(Math.max(0, sliceBound(i)), Math.max(0, sliceBound(j)), 1, self.items.length);
      return new PyTuple(pick(self.items, selection));
    }),
  };
}

defineMembers(tuple, () => ({
  __doc__:
    rt.dialect === 2
      ? "tuple() -> empty tuple\ntuple(iterable) -> tuple initialized from iterable's items\n\nIf the argument is a tuple, the return value is the same object."
      : "Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an empty tuple.\nIf iterable is specified the tuple is initialized from iterable's items.\n\nIf the argument is a tuple, the return value is the same object.",
  ...members(),
  ...(rt.dialect === 2 ? python2() : {}),
}));
