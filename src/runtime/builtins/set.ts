/**
 * `set` and `frozenset`.
 * Spec: https://docs.python.org/3/library/stdtypes.html#set-types-set-frozenset
 */

import { defaultState } from '../pickle/reduce.js';
import { findAttr } from '../object/attributes.js';
import { rt } from '../object/context.js';
import { KeyError, TypeError } from '../object/errors.js';
import { method } from '../object/fn.js';
import { defineMembers } from '../object/install.js';
import { iterate } from '../object/iterate.js';
import { SetIterator } from '../object/tableIterator.js';
import type { Py } from '../object/object.js';
import { PyAnySet, PyFrozenSet, PySet } from '../object/table.js';
import { guardRepr, repr } from '../object/text.js';
import { builtinType, type Members, type PyType } from '../object/type.js';
import { isInstance, typeOf } from '../object/typeof.js';
import { NotImplemented, PyClassMethod, PyList, PyStaticMethod, PyTuple } from '../object/values.js';
import { checkInit, checkNew, overrides } from './checkNew.js';
import { direct, directMethod, quick } from './direct.js';
import { hashFrozenSet } from './frozenHash.js';
import { genericAlias } from './genericAlias.js';
import {
  isSubset,
  setCopy,
  setDifference,
  setDifferenceUpdate,
  setFrom,
  setIntersection,
  setSymmetricDifference,
  setSymmetricDifferenceUpdate,
  setUpdate,
  takeBody,
} from './setOperations.js';

export const set: PyType = builtinType({ name: 'set', js: PySet });
export const frozenset: PyType = builtinType({ name: 'frozenset', js: PyFrozenSet });
/** Calls `act` with a key; a set, which has no hash, stands for the frozenset of its elements. */
function withKey<T>(key: Py, act: (key: Py) => T): T {
  try {
    return act(key);
  } catch (error) {
    if (!(key instanceof PySet) || (error as Py)?.c$ !== TypeError.type) throw error;
    const frozen = new PyFrozenSet();
    setUpdate(frozen, key);
    return act(frozen);
  }
}

/** `key in self`. */
export const setHas = (self: PyAnySet, key: Py): boolean => withKey(key, (k) => self.has(k));
const discard = (self: PyAnySet, key: Py): Py => withKey(key, (k) => self.delete(k));

const noKeywords = (name: string) =>
  TypeError(rt.dialect === 2 ? `${name}() does not take keyword arguments` : `${name}() takes no keyword arguments`);
const tooMany = (name: string, n: number) =>
  TypeError(`${name} expected at most 1 argument${rt.dialect === 2 ? 's' : ''}, got ${n}`);

function reprSet(self: PyAnySet): string {
  const { name } = typeOf(self);
  if (self.size === 0 && rt.dialect === 3) return `${name}()`;
  const items = self.keyList().map(repr).join(', ');
  if (rt.dialect === 2) return `${name}([${items}])`;
  return name === 'set' && self.c$ === set ? `{${items}}` : `${name}({${items}})`;
}

type Update = (self: PyAnySet, other: Py) => void;

/** `a op b` for sets on both sides. */
const operator = (operation: (a: PyAnySet, b: Py) => PyAnySet) =>
  method('(value, /)', (self: PyAnySet, other: Py) =>
    other instanceof PyAnySet ? operation(self, other) : NotImplemented,
  );
/** `b op a`. */
const reflected = (operation: (a: PyAnySet, b: Py) => PyAnySet) =>
  method('(value, /)', (self: PyAnySet, other: Py) =>
    other instanceof PyAnySet ? operation(other, self) : NotImplemented,
  );
const inPlace = (update: Update) =>
  method('(value, /)', (self: PyAnySet, other: Py) => {
    if (!(other instanceof PyAnySet)) return NotImplemented;
    update(self, other);
    return self;
  });
/** `self.update(*others)` and the like. */
const updating = (update: Update) =>
  method('(*others)', (self: PyAnySet, others: Py[]) => {
    for (const other of others) update(self, other);
    return null;
  });

const union = (self: PyAnySet, other: Py): PyAnySet => {
  const result = setCopy(self);
  if ((self as Py) !== other) setUpdate(result, other);
  return result;
};

function intersectionOf(self: PyAnySet, others: readonly Py[]): PyAnySet {
  if (others.length === 0) return setCopy(self);
  return others.reduce((result, other) => setIntersection(result, other), self);
}

function differenceOf(self: PyAnySet, others: readonly Py[]): PyAnySet {
  if (others.length === 0) return setCopy(self);
  const result = setDifference(self, others[0]);
  for (const other of others.slice(1)) setDifferenceUpdate(result, other);
  return result;
}

const compare = (test: (a: PyAnySet, b: PyAnySet) => boolean) =>
  method('(value, /)', (self: PyAnySet, other: Py) => (other instanceof PyAnySet ? test(self, other) : NotImplemented));

const asSet = (o: Py): PyAnySet => (o instanceof PyAnySet ? o : setFrom(o));

function isDisjoint(self: PyAnySet, other: Py): boolean {
  if ((self as Py) === other) return self.size === 0;
  if (other instanceof PyAnySet) return other.size > self.size ? isApart(self, other) : isApart(other, self);
  const it = iterate(other);
  for (let item = it.nx(); item !== undefined; item = it.nx()) if (self.has(item)) return false;
  return true;
}

/** Whether no item of `small` is in `large`. */
function isApart(small: PyAnySet, large: PyAnySet): boolean {
  if (small.ints !== null && large.ints !== null) return small.ints.isApart(large.ints);
  for (const slot of small.slots()) if (large.hasFrom(small, small.keyOf(slot))) return false;
  return true;
}

function reduce(self: PyAnySet): Py {
  const state = rt.dialect === 3 ? defaultState(self) : (findAttr(self, '__dict__') ?? null);
  return new PyTuple([typeOf(self), new PyTuple([new PyList(self.keyList())]), state]);
}

/** What set and frozenset have alike. */
function shared(): Members {
  return {
    __len__: method('()', (self: PyAnySet) => self.size),
    __iter__: method('()', (self: PyAnySet) => new SetIterator(self)),
    __contains__: method('(object, /)', setHas),
    __repr__: method('()', (self: PyAnySet) => guardRepr(self, `${typeOf(self).name}(...)`, reprSet)),
    __eq__: compare((a, b) => a.size === b.size && isSubset(a, b)),
    __ne__: compare((a, b) => a.size !== b.size || !isSubset(a, b)),
    __lt__: compare((a, b) => a.size < b.size && isSubset(a, b)),
    __le__: compare((a, b) => isSubset(a, b)),
    __gt__: compare((a, b) => a.size > b.size && isSubset(b, a)),
    __ge__: compare((a, b) => isSubset(b, a)),
    __and__: operator(setIntersection),
    __rand__: reflected(setIntersection),
    __or__: operator(union),
    __ror__: reflected(union),
    __sub__: operator(setDifference),
    __rsub__: reflected(setDifference),
    __xor__: operator(setSymmetricDifference),
    __rxor__: reflected(setSymmetricDifference),
    difference: method('(*others)', differenceOf),
    intersection: method('(*others)', intersectionOf),
    union: method('(*others)', (self: PyAnySet, others: Py[]) => {
      const result = setCopy(self);
      for (const other of others) if (other !== self) setUpdate(result, other);
      return result;
    }),
    symmetric_difference: method('(other, /)', setSymmetricDifference),
    isdisjoint: method('(other, /)', isDisjoint),
    issubset: method('(other, /)', (self: PyAnySet, other: Py) =>
      other instanceof PyAnySet || rt.dialect === 2
        ? isSubset(self, asSet(other))
        : setIntersection(self, other).size === self.size,
    ),
    issuperset: method('(other, /)', (self: PyAnySet, other: Py) => {
      // Python 2 makes a set of the other first, for which all of its items must be hashable.
      if (other instanceof PyAnySet || rt.dialect === 2) return isSubset(asSet(other), self);
      const it = iterate(other);
      for (let item = it.nx(); item !== undefined; item = it.nx()) if (!self.has(item)) return false;
      return true;
    }),
    __reduce__: method('()', reduce),
    __sizeof__: method('()', (self: PyAnySet) => 200 + 16 * self.size),
    ...(rt.dialect === 2
      ? {}
      : { __class_getitem__: new PyClassMethod(method('(item, /)', genericAlias, '__class_getitem__')) }),
  };
}

function initSet(self: PyAnySet, args: readonly Py[], kwargs: Map<string, Py> | null): null {
  checkInit(self, set);
  if (kwargs !== null && kwargs.size > 0) throw noKeywords('set');
  if (args.length > 1) throw tooMany('set', args.length);
  if (self.size > 0) self.clear();
  if (args.length === 1) setUpdate(self, args[0]);
  return null;
}

/** What a key of a usual kind has a quicker way for: it has a hash. */
const isUsual = (self: Py, key: Py): boolean =>
  self instanceof PySet && (typeof key === 'number' || typeof key === 'string');

function changes(): Members {
  const add = method('(object, /)', (self: PyAnySet, key: Py) => {
    self.set(key, true);
    return null;
  });
  const remove = method('(object, /)', (self: PyAnySet, key: Py) => {
    if (discard(self, key) === undefined) throw KeyError(key);
    return null;
  });
  const discardIt = method('(object, /)', (self: PyAnySet, key: Py) => {
    discard(self, key);
    return null;
  });
  return {
    add: quick(add, function (self: Py, key: Py) {
      if (arguments.length !== 2 || !(self instanceof PySet)) return add(...arguments);
      self.set(key, true);
      return null;
    }),
    discard: quick(discardIt, function (self: Py, key: Py) {
      if (arguments.length !== 2 || !isUsual(self, key)) return discardIt(...arguments);
      self.delete(key);
      return null;
    }),
    remove: quick(remove, function (self: Py, key: Py) {
      if (arguments.length !== 2 || !isUsual(self, key)) return remove(...arguments);
      if (self.delete(key) === undefined) throw KeyError(key);
      return null;
    }),
    pop: method('()', (self: PyAnySet) => {
      const taken = self.takeAny();
      if (taken === undefined) throw KeyError('pop from an empty set');
      return taken[0];
    }),
    clear: method('()', (self: PyAnySet) => {
      self.clear();
      return null;
    }),
    copy: method('()', setCopy),
    update: updating(setUpdate),
    difference_update: updating(setDifferenceUpdate),
    symmetric_difference_update: method('(other, /)', (self: PyAnySet, other: Py) => {
      setSymmetricDifferenceUpdate(self, other);
      return null;
    }),
    intersection_update: method('(*others)', (self: PyAnySet, others: Py[]) => {
      takeBody(self, intersectionOf(self, others));
      return null;
    }),
    __ior__: inPlace(setUpdate),
    __isub__: inPlace(setDifferenceUpdate),
    __ixor__: inPlace(setSymmetricDifferenceUpdate),
    __iand__: inPlace((self, other) => takeBody(self, setIntersection(self, other))),
  };
}

/** Python 2: sets have a partial order, which `cmp` cannot express. */
function refuseCmp(self: Py, other: Py): never {
  if (other instanceof PyAnySet) throw TypeError('cannot compare sets using cmp()');
  const { name } = isInstance(self, set) ? set : frozenset;
  throw TypeError(`${name}.__cmp__(x,y) requires y to be a '${name}', not a '${typeOf(other).name}'`);
}

defineMembers(set, () => ({
  ...(rt.dialect === 2 ? { __cmp__: method('(other, /)', refuseCmp) } : {}),
  __doc__:
    rt.dialect === 2
      ? 'set() -> new empty set object\nset(iterable) -> new set object\n\nBuild an unordered collection of unique elements.'
      : 'Build an unordered collection of unique elements.',
  __new__: new PyStaticMethod(
    direct(
      '(cls, *args, **kwargs)',
      (cls: PyType) => {
        checkNew(cls, set);
        return new cls.ctor();
      },
      (cls: PyType) => {
        checkNew(cls, set);
        return new cls.ctor();
      },
      '__new__',
    ),
  ),
  __init__: directMethod(
    '(self, /, *args, **kwargs)',
    (self: PyAnySet, ...args: Py[]) => initSet(self, args, null),
    initSet,
    '__init__',
  ),
  __hash__: null,
  ...shared(),
  ...changes(),
}));

function newFrozenSet(cls: PyType, args: readonly Py[], kwargs: Map<string, Py> | null): Py {
  checkNew(cls, frozenset);
  if (kwargs !== null && kwargs.size > 0 && !overrides(cls, frozenset, '__init__')) throw noKeywords('frozenset');
  if (args.length > 1) throw tooMany('frozenset', args.length);
  const [source] = args;
  if (cls === frozenset && source instanceof PyFrozenSet && source.c$ === frozenset) return source;
  const result = new cls.ctor();
  if (source !== undefined) setUpdate(result, source);
  return result;
}

defineMembers(frozenset, () => ({
  ...(rt.dialect === 2 ? { __cmp__: method('(other, /)', refuseCmp) } : {}),
  __doc__:
    rt.dialect === 2
      ? 'frozenset() -> empty frozenset object\nfrozenset(iterable) -> frozenset object\n\nBuild an immutable unordered collection of unique elements.'
      : 'Build an immutable unordered collection of unique elements.',
  __new__: new PyStaticMethod(
    direct(
      '(cls, *args, **kwargs)',
      (cls: PyType, ...args: Py[]) => newFrozenSet(cls, args, null),
      newFrozenSet,
      '__new__',
    ),
  ),
  ...shared(),
  __hash__: method('()', hashFrozenSet),
  copy: method('()', (self: PyFrozenSet) => (self.c$ === frozenset ? self : setCopy(self))),
}));

/** A display `{a, b, …}`. */
export function setDisplay(items: readonly Py[]): PyAnySet {
  const result = new PySet();
  for (const item of items) result.set(item, true);
  return result;
}
