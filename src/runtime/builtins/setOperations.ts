/**
 * What sets do with each other, in the order in which CPython goes through them, since that decides the order of the
 * result. `other` is any iterable unless said otherwise.
 */
import { rt } from '../object/context.js';
import { forEach, iterate, toArray } from '../object/iterate.js';
import { IntTable } from '../object/intTable.js';
import type { Py } from '../object/object.js';
import type { TableOrder } from '../object/tableOrder.js';
import type { HashTable } from '../object/hashTable.js';
import { PyAnySet, PyDict, PyFrozenSet, PySet } from '../object/table.js';

/** Above this many keys a table doubles instead of growing fourfold. */
const LARGE = 50_000;

const isExactDict = (o: Py): o is PyDict => o instanceof PyDict && !o.c$.isHeap;

/** A new set of the items of any iterable. */
export function setFrom(iterable: Py): PySet {
  const result = new PySet();
  setUpdate(result, iterable);
  return result;
}

/** Adds every item. */
export function setUpdate(self: PyAnySet, other: Py): void {
  if (other instanceof PyAnySet) mergeSet(self, other);
  else if (isExactDict(other)) {
    roomFor(self, other.size);
    for (const key of other.keyList()) self.setFrom(other, key, true);
  } else {
    forEach(other, (item) => {
      self.set(item, true);
    });
  }
}

function mergeSet(self: PyAnySet, other: PyAnySet): void {
  if (other === self || other.size === 0) return;
  if (other.ints !== null && self.becomeInts()) {
    self.ints!.merge(other.ints);
    return;
  }
  const from = other.hashOrder();
  const fresh = self.size === 0 && self.ints === null && (self.order === null || self.order.lazy);
  if (from === null) {
    if (fresh) other.copyInto(self);
    else if (!self.absorb(other)) for (const key of other.keyList()) self.setFrom(other, key, true);
    return;
  }
  roomFor(self, other.size);
  const mask = self.ints?.mask ?? self.order?.mask ?? 7;
  const unused = self.size === 0 && (self.ints !== null ? self.ints.fill === 0 : isUnused(self.order));
  if (unused && rt.dialect === 3 && mask === from.mask && from.fill === from.used) {
    const { finger } = self;
    other.copyInto(self);
    self.order = from.clone(self.hasher());
    self.order.finger = finger;
    self.watched = true;
    return;
  }
  for (const slot of from.list()) self.setFrom(other, other.keyOf(slot), true);
}

const isUnused = (order: TableOrder | null): boolean => order === null || order.lazy || order.fill === 0;

/** Makes room for `count` more keys at once, as a merge does first. */
function roomFor(self: PyAnySet, count: number): void {
  if (self.ints !== null) {
    self.ints.makeRoom(count);
    return;
  }
  if (self.size === 0 && self.order === null) {
    const tight = rt.dialect === 2 ? count * 3 >= 16 : count * 5 >= 21;
    if (tight) self.makeRoom(count * 2);
    return;
  }
  const order = self.hashOrder();
  if (order?.wantsRoom(count)) order.resize((order.used + count) * 2);
}

/** An empty set for the result of an operation: of the built-in class in Python 3, of the class of `self` in Python 2. */
export function emptyLike(self: PyAnySet): PyAnySet {
  if (rt.dialect === 2 && self.c$.isHeap) return new self.c$.ctor();
  return self instanceof PyFrozenSet ? new PyFrozenSet() : new PySet();
}

export function setCopy(self: PyAnySet): PyAnySet {
  const result = emptyLike(self);
  mergeSet(result, self);
  return result;
}

/** `self & other`: goes through the smaller of two sets. */
export function setIntersection(self: PyAnySet, other: Py): PyAnySet {
  const result = emptyLike(self);
  if ((self as Py) === other) return setCopy(self);
  if (!(other instanceof PyAnySet)) {
    const it = iterate(other);
    for (let item = it.nx(); item !== undefined; item = it.nx()) {
      if (!self.has(item)) continue;
      result.set(item, true);
      // With all of them found, CPython 3 asks for no more.
      if (rt.dialect === 3 && result.size >= self.size) break;
    }
    return result;
  }
  const isSmaller = other.size > self.size;
  const large = isSmaller ? other : self;
  const small = isSmaller ? self : other;
  if (large.ints !== null && small.ints !== null && result.becomeInts()) {
    small.ints.shareWith(large.ints, true, result.ints!);
    return result;
  }
  for (const slot of small.slots()) {
    const key = small.keyOf(slot);
    if (large.hasFrom(small, key)) result.setFrom(small, key, true);
  }
  return result;
}

/** `self - other`. */
export function setDifference(self: PyAnySet, other: Py): PyAnySet {
  const known = other instanceof PyAnySet || isExactDict(other);
  const few = rt.dialect === 3 && known && self.size >> 2 > (other as PyAnySet).size;
  if (!known || few) {
    const result = setCopy(self);
    setDifferenceUpdate(result, other);
    return result;
  }
  const result = emptyLike(self);
  if (self.ints !== null && other instanceof PyAnySet && other.ints !== null && result.becomeInts()) {
    self.ints.shareWith(other.ints, false, result.ints!);
    return result;
  }
  for (const slot of self.slots()) {
    const key = self.keyOf(slot);
    if (!(other as PyAnySet).hasFrom(self, key)) result.setFrom(self, key, true);
  }
  return result;
}

/** Removes every item. */
export function setDifferenceUpdate(self: PyAnySet, other: Py): void {
  if ((self as Py) === other) {
    self.clear();
    return;
  }
  if (other instanceof PyAnySet) {
    const source = rt.dialect === 3 && other.size >> 3 > self.size ? setIntersection(self, other) : other;
    for (const key of source.keyList()) self.deleteFrom(source, key);
  } else if (isExactDict(other)) {
    for (const key of other.keyList()) self.deleteFrom(other, key);
  } else {
    forEach(other, (item) => {
      self.delete(item);
    });
  }
  dropRemoved(self);
}

/** A table with too many removed keys is made anew. */
function dropRemoved(self: PyAnySet): void {
  if (self.ints !== null) {
    self.ints.dropRemoved();
    return;
  }
  const order = self.size === 0 && self.order === null ? null : self.hashOrder();
  if (order === null) return;
  const removed = order.fill - order.used;
  const keep = rt.dialect === 2 ? removed * 5 < order.mask : removed <= order.mask / 4;
  if (!keep) order.resize(order.used > LARGE ? order.used * 2 : order.used * 4);
}

/** Keeps what is in one of both only. */
export function setSymmetricDifferenceUpdate(self: PyAnySet, other: Py): void {
  if ((self as Py) === other) {
    self.clear();
    return;
  }
  let source: HashTable;
  if (other instanceof PyAnySet || isExactDict(other)) source = other;
  else {
    source = emptyLike(self);
    for (const item of toArray(other)) source.set(item, true);
  }
  if (self.ints !== null && source.ints instanceof IntTable) self.ints.exchange(source.ints);
  else {
    for (const key of source.keyList()) if (self.deleteFrom(source, key) === undefined) self.setFrom(source, key, true);
  }
}

/** `self ^ other`. */
export function setSymmetricDifference(self: PyAnySet, other: Py): PyAnySet {
  const result = emptyLike(self);
  setUpdate(result, other);
  setSymmetricDifferenceUpdate(result, self);
  return result;
}

/** Gives `self` the elements of `source`, which is used up. */
export function takeBody(self: PyAnySet, source: PyAnySet): void {
  if (source.ints !== null) {
    self.takeInts(source.ints);
    return;
  }
  const order = source.order === null ? null : source.order.clone(self.hasher());
  const { finger } = self;
  self.map = new Map();
  source.copyInto(self);
  self.order = order;
  self.watched = source.watched;
  self.keepFinger(finger);
}

export function isSubset(self: PyAnySet, other: PyAnySet): boolean {
  if (self.size > other.size) return false;
  if (self.ints !== null && other.ints !== null) return self.ints.isWithin(other.ints);
  for (const slot of self.slots()) if (!other.hasFrom(self, self.keyOf(slot))) return false;
  return true;
}
