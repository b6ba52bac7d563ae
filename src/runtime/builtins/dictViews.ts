/**
 * `dict.keys()`, `values()` and `items()`: live views, set-like where every element is hashable.
 * Spec: https://docs.python.org/3/library/stdtypes.html#dictionary-view-objects
 */
import { rt } from '../object/context.js';
import { equals } from '../object/equality.js';
import { method } from '../object/fn.js';
import { defineMembers, getter } from '../object/install.js';
import { iterate } from '../object/iterate.js';
import { DictItemIterator, DictKeyIterator, DictValueIterator } from '../object/tableIterator.js';
import { type Py, PyObject } from '../object/object.js';
import { PyAnySet, type PyDict, PySet } from '../object/table.js';
import { guardRepr, repr } from '../object/text.js';
import { builtinType, type Constructor, type Members, type PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { NotImplemented, PyTuple } from '../object/values.js';
import { mappingProxy } from './mappingProxy.js';
import { DictReverseItemIterator, DictReverseKeyIterator, DictReverseValueIterator } from './reverseIterators.js';
import {
  setDifferenceUpdate,
  setFrom,
  setIntersection,
  setSymmetricDifferenceUpdate,
  setUpdate,
} from './setOperations.js';

export abstract class PyDictView extends PyObject {
  constructor(readonly dict: PyDict) {
    super();
  }
  abstract has(element: Py): boolean;
}

export class PyDictKeys extends PyDictView {
  has(element: Py): boolean {
    return this.dict.has(element);
  }
}

export class PyDictItems extends PyDictView {
  has(element: Py): boolean {
    if (!(element instanceof PyTuple) || element.items.length !== 2) return false;
    const value = this.dict.get(element.items[0]);
    return value !== undefined && equals(value, element.items[1]);
  }
}

export class PyDictValues extends PyDictView {
  has(element: Py): boolean {
    const it = iterate(this);
    for (let value = it.nx(); value !== undefined; value = it.nx()) if (equals(value, element)) return true;
    return false;
  }
}

const isSetLike = (o: Py): boolean => o instanceof PyAnySet || o instanceof PyDictKeys || o instanceof PyDictItems;
const sizeOf = (o: Py): number => (o instanceof PyAnySet ? o.size : (o as PyDictView).dict.size);

/** Whether every element of `a` is in `b`. */
function allIn(a: Py, b: Py): boolean {
  const it = iterate(a);
  for (let element = it.nx(); element !== undefined; element = it.nx()) {
    if (!(b instanceof PyAnySet ? b.has(element) : (b as PyDictView).has(element))) return false;
  }
  return true;
}

const compare = (test: (self: PyDictView, other: Py, sizes: number) => boolean) =>
  method('(value, /)', (self: PyDictView, other: Py) =>
    isSetLike(other) ? test(self, other, self.dict.size - sizeOf(other)) : NotImplemented,
  );

/** Set operators take any iterable on the other side, and give a new set. */
function viewOperation(update: (result: PyAnySet, other: Py) => void): Py {
  return method('(value, /)', (self: Py, other: Py) => {
    const result = setFrom(self);
    update(result, other);
    return result;
  });
}

/** `other op self`. */
function reflected(update: (result: PyAnySet, other: Py) => void): Py {
  return method('(value, /)', (self: Py, other: Py) => {
    const result = setFrom(other);
    update(result, self);
    return result;
  });
}

/** Goes through the other side in its order, as CPython does. */
function intersect(self: PyDictView, other: Py): Py {
  if (rt.dialect === 2) return setIntersection(setFrom(self as Py), other);
  if (other instanceof PySet && !other.c$.isHeap && self.dict.size <= other.size)
    return setIntersection(other, self as Py);
  if (isSetLike(other) && !(other instanceof PyAnySet) && sizeOf(other) > self.dict.size)
    return intersect(other as PyDictView, self);
  const result = new PySet();
  const it = iterate(other);
  for (let element = it.nx(); element !== undefined; element = it.nx())
    if (self.has(element)) result.set(element, true);
  return result;
}

function isDisjoint(self: PyDictView, other: Py): boolean {
  if ((self as Py) === other) return self.dict.size === 0;
  if (isSetLike(other) && sizeOf(other) > self.dict.size) return isDisjointFrom(other, self);
  return isDisjointFrom(self, other);
}

function isDisjointFrom(container: Py, other: Py): boolean {
  const it = iterate(other);
  for (let element = it.nx(); element !== undefined; element = it.nx()) {
    if (container instanceof PyAnySet ? container.has(element) : (container as PyDictView).has(element)) return false;
  }
  return true;
}

function setMembers(): Members {
  return {
    __contains__: method('(key, /)', (self: PyDictView, element: Py) => self.has(element)),
    __eq__: compare((self, other, sizes) => sizes === 0 && allIn(self, other)),
    __ne__: compare((self, other, sizes) => sizes !== 0 || !allIn(self, other)),
    __lt__: compare((self, other, sizes) => sizes < 0 && allIn(self, other)),
    __le__: compare((self, other, sizes) => sizes <= 0 && allIn(self, other)),
    __gt__: compare((self, other, sizes) => sizes > 0 && allIn(other, self)),
    __ge__: compare((self, other, sizes) => sizes >= 0 && allIn(other, self)),
    __hash__: null,
    __and__: method('(value, /)', intersect),
    __rand__: method('(value, /)', (self: Py, other: Py) =>
      rt.dialect === 2 ? setIntersection(setFrom(other), self) : intersect(self, other),
    ),
    __or__: viewOperation(setUpdate),
    __ror__: reflected(setUpdate),
    __sub__: viewOperation(setDifferenceUpdate),
    __rsub__: reflected(setDifferenceUpdate),
    __xor__: viewOperation(setSymmetricDifferenceUpdate),
    __rxor__: reflected(setSymmetricDifferenceUpdate),
    isdisjoint: method('(other, /)', isDisjoint),
  };
}

interface ViewSpec {
  name: string;
  js: Constructor;
  forward: new (dict: PyDict) => Py;
  backward: new (dict: PyDict) => Py;
}

function declare({ name, js, forward, backward }: ViewSpec, extra: () => Members): PyType {
  const type = builtinType({ name, js, subclassable: false });
  defineMembers(type, () => ({
    __len__: method('()', (self: PyDictView) => self.dict.size),
    __iter__: method('()', (self: PyDictView) => new forward(self.dict)),
    __repr__: method('()', (self: PyDictView) => guardRepr(self, '...', reprView)),
    ...(rt.dialect === 2
      ? {}
      : {
          __reversed__: method('()', (self: PyDictView) => new backward(self.dict)),
          mapping: getter((self: PyDictView) => mappingProxy(self.dict)),
        }),
    ...extra(),
  }));
  return type;
}

function reprView(self: PyDictView): string {
  const parts: string[] = [];
  const it = iterate(self);
  for (let element = it.nx(); element !== undefined; element = it.nx()) parts.push(repr(element));
  return `${typeOf(self).name}([${parts.join(', ')}])`;
}

export const dictKeys = declare(
  { name: 'dict_keys', js: PyDictKeys, forward: DictKeyIterator, backward: DictReverseKeyIterator },
  setMembers,
);
export const dictItems = declare(
  { name: 'dict_items', js: PyDictItems, forward: DictItemIterator, backward: DictReverseItemIterator },
  setMembers,
);
export const dictValues = declare(
  { name: 'dict_values', js: PyDictValues, forward: DictValueIterator, backward: DictReverseValueIterator },
  () => ({}),
);
