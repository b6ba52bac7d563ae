/**
 * The insertion-ordered table behind dict and set, with Python's equality of keys (1 == 1.0 == True).
 *
 * `map` is keyed by the key itself wherever JavaScript's SameValueZero agrees with Python: str, int, None, and objects
 * compared by identity. Every other key (float, tuple, bytes, an object with its own `__eq__`) is found through its
 * hash in `index` and stands in `map` as a {@link KeyBox}. A key that equals a simple one but looks different
 * (True, 2.0) is stored as the simple one, with what it looked like in `shown`.
 */
import { type Py, PyObject } from './object.js';
import { equals, hashNumber } from './equality.js';
import { PyFloat, PyIntBox, PyStrBox, PyUnicode } from './values.js';

export class KeyBox {
  next: KeyBox | undefined = undefined;
  constructor(
    readonly key: Py,
    readonly hash: number,
  ) {}
}

/** The primitive or identity that stands for `key` in a Map, or undefined when only its hash and `__eq__` can find it. */
export function simpleKey(key: Py): Py {
  switch (typeof key) {
    case 'string':
    case 'number':
    case 'bigint':
    case 'function':
      return key;
    case 'boolean':
      return key ? 1 : 0;
    default:
      return key === null ? null : simpleObjectKey(key);
  }
}

function simpleObjectKey(key: PyObject): Py {
  if (key instanceof PyFloat) return wholeFloatKey(key.v);
  const identity = key.c$.identityHash;
  if (identity) return key;
  if (key instanceof PyStrBox && key.c$.inheritsHash) return key.value;
  if (key instanceof PyIntBox && key.c$.inheritsHash) return key.value;
  // Python 2: u'a' == 'a', and they hash alike, while the text is ASCII.
  if (key instanceof PyUnicode && /^[\0-\x7f]*$/.test(key.value)) return key.value;
  return undefined;
}

function wholeFloatKey(v: number): Py {
  if (Number.isSafeInteger(v)) return v + 0;
  return Number.isInteger(v) ? BigInt(v) : undefined;
}

export abstract class HashTable extends PyObject {
  map = new Map<Py, Py>();
  index: Map<number, KeyBox> | null = null;
  shown: Map<Py, Py> | null = null;
  /** True once a key with a Python-written `__eq__` has come by: then every key is also in `index`. */
  allIndexed = false;

  get size(): number {
    return this.map.size;
  }

  /** The value of `key`, or undefined. May run Python code (`__hash__`, `__eq__`) for unusual keys. */
  get(key: Py): Py {
    if ((typeof key === 'string' || typeof key === 'number') && !this.allIndexed) return this.map.get(key);
    const slot = this.find(key);
    return slot === undefined ? undefined : this.map.get(slot);
  }

  has(key: Py): boolean {
    if ((typeof key === 'string' || typeof key === 'number') && !this.allIndexed) return this.map.has(key);
    return this.find(key) !== undefined;
  }

  set(key: Py, value: Py): void {
    if ((typeof key === 'string' || typeof key === 'number') && !this.allIndexed) {
      this.map.set(key, value);
      return;
    }
    const slot = this.find(key) ?? this.newSlot(key);
    this.map.set(slot, value);
  }

  /** Removes `key`. Returns the value it had, or undefined. */
  delete(key: Py): Py {
    const slot = this.find(key);
    if (slot === undefined) return undefined;
    const value = this.map.get(slot);
    this.removeSlot(slot);
    return value;
  }

  clear(): void {
    this.map.clear();
    this.index = null;
    this.shown = null;
    this.allIndexed = false;
  }

  /** The Python key that a slot of `map` shows. */
  keyOf(slot: Py): Py {
    if (slot instanceof KeyBox) return slot.key;
    if (this.shown === null) return slot;
    const shown = this.shown.get(slot);
    return shown === undefined ? slot : shown;
  }

  /** The slots of `map` in the order that Python shows; a live view where that is the order of insertion. */
  slots(): IterableIterator<Py> {
    return this.map.keys();
  }

  /** All keys, in order. A copy: safe while the table changes. */
  keyList(): Py[] {
    const keys: Py[] = [];
    for (const slot of this.slots()) keys.push(this.keyOf(slot));
    return keys;
  }

  valueList(): Py[] {
    const values: Py[] = [];
    for (const slot of this.slots()) values.push(this.map.get(slot));
    return values;
  }

  /** All [key, value] pairs, in order. A copy. */
  entryList(): [Py, Py][] {
    const entries: [Py, Py][] = [];
    for (const slot of this.slots()) entries.push([this.keyOf(slot), this.map.get(slot)]);
    return entries;
  }

  /** The last slot of `map`, or undefined when empty. O(n) in JavaScript's Map; callers that pop repeatedly cache it. */
  lastKey(): Py {
    let last: Py;
    for (const slot of this.map.keys()) last = slot;
    return last === undefined ? undefined : this.keyOf(last);
  }

  copyInto(other: HashTable): void {
    other.map = new Map(this.map);
    other.index = this.index === null ? null : copyIndex(this.index, other.map);
    other.shown = this.shown === null ? null : new Map(this.shown);
    other.allIndexed = this.allIndexed;
  }

  /** The slot under which `key` stands in `map`, or undefined. */
  protected find(key: Py): Py {
    const simple = simpleKey(key);
    if (simple !== undefined) {
      if (this.map.has(simple)) return simple;
      return this.allIndexed ? this.findIndexed(key, hashNumber(key)) : undefined;
    }
    const hash = hashNumber(key);
    if (!this.allIndexed && typeof key === 'object' && key.c$.customHash) this.indexAll();
    return this.findIndexed(key, hash);
  }

  private findIndexed(key: Py, hash: number): Py {
    for (let box = this.index?.get(hash); box !== undefined; box = box.next) {
      if (box.key === key || equals(box.key, key)) {
        const simple = simpleKey(box.key);
        return simple === undefined ? box : simple;
      }
    }
    return undefined;
  }

  private newSlot(key: Py): Py {
    const simple = simpleKey(key);
    if (simple !== undefined) {
      if (simple !== key) (this.shown ??= new Map()).set(simple, key);
      if (this.allIndexed) this.addBox(key);
      return simple;
    }
    return this.addBox(key);
  }

  private addBox(key: Py): KeyBox {
    const box = new KeyBox(key, hashNumber(key));
    this.index ??= new Map();
    box.next = this.index.get(box.hash);
    this.index.set(box.hash, box);
    return box;
  }

  private indexAll(): void {
    this.allIndexed = true;
    for (const slot of this.map.keys()) if (!(slot instanceof KeyBox)) this.addBox(this.keyOf(slot));
  }

  private removeSlot(slot: Py): void {
    const key = this.keyOf(slot);
    this.map.delete(slot);
    this.shown?.delete(slot);
    if (this.index === null || !(slot instanceof KeyBox || this.allIndexed)) return;
    const hash = slot instanceof KeyBox ? slot.hash : hashNumber(key);
    let previous: KeyBox | undefined;
    for (let box = this.index.get(hash); box !== undefined; previous = box, box = box.next) {
      if (box !== slot && box.key !== key) continue;
      if (previous !== undefined) previous.next = box.next;
      else if (box.next !== undefined) this.index.set(hash, box.next);
      else this.index.delete(hash);
      return;
    }
  }
}

/** Boxes are shared with `map`, but their chains are this table's own: copy both. */
function copyIndex(index: Map<number, KeyBox>, map: Map<Py, Py>): Map<number, KeyBox> {
  const copies = new Map<KeyBox, KeyBox>();
  const result = new Map<number, KeyBox>();
  for (const [hash, first] of index) {
    let tail: KeyBox | undefined;
    for (let box: KeyBox | undefined = first; box !== undefined; box = box.next) {
      const copy = new KeyBox(box.key, hash);
      copies.set(box, copy);
      if (tail === undefined) result.set(hash, copy);
      else tail.next = copy;
      tail = copy;
    }
  }
  const entries = [...map];
  map.clear();
  for (const [slot, value] of entries) map.set(copies.get(slot) ?? slot, value);
  return result;
}

export class PyDict extends HashTable {
  /** A dict of JavaScript string keys. */
  static of(entries: Iterable<[string, Py]>): PyDict {
    const dict = new PyDict();
    for (const [key, value] of entries) dict.map.set(key, value);
    return dict;
  }
}

/** set; `frozen` sets cache their hash. Every key maps to true. */
export class PySet extends HashTable {
  static from(keys: Iterable<Py>): PySet {
    const set = new PySet();
    for (const key of keys) set.set(key, true);
    return set;
  }
}

export class PyFrozenSet extends PySet {
  hash: Py = undefined;
}
