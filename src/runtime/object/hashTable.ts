/**
 * The insertion-ordered table behind dict and set, with Python's equality of keys (1 == 1.0 == True).
 *
 * `map` is keyed by the key itself wherever JavaScript's SameValueZero agrees with Python: str, int, None, and objects
 * compared by identity. Every other key (float, tuple, bytes, an object with its own `__eq__`) is found through its
 * hash in `index`, and stands in `map` as the object that it is. A key that equals a simple one but looks different
 * (True, 2.0) is stored as the simple one, with what it looked like in `shown`.
 *
 * Where CPython shows another order than that of insertion (sets; dicts of Python 2), `order` follows its hash table.
 *
 * A set or dict of Python 3 has no `map` while its keys are all ints: they stand in `ints`, which is CPython's hash table
 * itself for a set. So it is while all keys are plain tuples, which stand in `tuples`, until a set has to know its order.
 * Whoever reads `map` makes it an ordinary table.
 */
import { rt } from './context.js';
import { bucketHash } from './equality.js';
import { hashOf } from './hash.js';
import { isForeign, isPlainTuple, simpleKey, slotOf } from './hashKey.js';
import { IntDict } from './intDict.js';
import { IntTable } from './intTable.js';
import { KeyIndex } from './keyIndex.js';
import { type Py, PyObject } from './object.js';
import { slotHashInto } from './orderHash.js';
import { TableEnds } from './tableEnds.js';
import { type HashInto, TableOrder } from './tableOrder.js';
import { TupleDict } from './tupleDict.js';
import type { PyTuple } from './values.js';

/** Puts the entries of one map into another. V8's own constructor from a map takes half as long again. */
function fill(map: Map<Py, Py>, from: Map<Py, Py>): void {
  for (const entry of from) map.set(entry[0], entry[1]);
}

export abstract class HashTable extends PyObject {
  protected entries: Map<Py, Py> | null = null;
  /** The entries while their keys are all ints; `entries` is null then. */
  ints: IntTable | IntDict | null = null;
  /** The entries while their keys are all plain tuples; `entries` is null then. */
  tuples: TupleDict | null = null;
  /** Keys that `map` cannot find by itself, with their values. */
  index: KeyIndex | null = null;
  shown: Map<Py, Py> | null = null;
  /** True once a key with a Python-written `__eq__` has come by: then every key is also in `index`. */
  allIndexed = false;
  /** A new key must not go into `map` alone: `index` or `order` has to hear of it. */
  watched = false;
  /** CPython's order of the keys, where it is known and not that of insertion; null until somebody asks. */
  order: TableOrder | null = null;
  /** What `__hash__` of foreign keys gave: it is not called again. */
  hashes: Map<Py, number | bigint> | null = null;
  /** Where the first and the last key are, while somebody takes keys from an end one after another. */
  private ends: TableEnds | null = null;

  /** Whether CPython orders such a table by hashes. */
  abstract hashOrdered(): boolean;

  get map(): Map<Py, Py> {
    return this.entries ?? this.widen();
  }

  set map(map: Map<Py, Py>) {
    this.entries = map;
    this.ints = null;
    this.tuples = null;
  }

  get size(): number {
    if (this.ints !== null) return this.ints.used;
    if (this.tuples !== null) return this.tuples.used;
    return this.entries === null ? 0 : this.entries.size;
  }

  /** Where the next `pop` begins to look. */
  get finger(): number {
    return this.ints instanceof IntTable ? this.ints.finger : (this.order?.finger ?? 0);
  }

  /** Whether nothing has been put in yet, nor anything been said about the order. */
  protected get isFresh(): boolean {
    if (this.order !== null || this.index !== null || this.tuples !== null) return false;
    return this.entries === null || this.entries.size === 0;
  }

  /** An empty table begins anew: what comes next decides what it is. */
  protected forgetMap(): void {
    this.entries = null;
  }

  /** Gives the table its `map`, with the ints or tuples that it had. */
  private widen(): Map<Py, Py> {
    const map = new Map<Py, Py>();
    const { ints, tuples } = this;
    this.map = map;
    if (tuples !== null) {
      const index = new KeyIndex();
      this.index = index;
      tuples.forEach((key, value, hash) => {
        map.set(key, value);
        index.addSpread(key, hash, value);
      });
    }
    if (ints !== null) for (const key of ints.list()) map.set(key, ints.get(key));
    if (ints instanceof IntTable) {
      this.order = TableOrder.likeInts(ints, this.hasher());
      this.watched = true;
    }
    return map;
  }

  /** The value of `key`, or undefined. May run Python code (`__hash__`, `__eq__`) for unusual keys. */
  get(key: Py): Py {
    const { ints, entries } = this;
    if (entries === null) {
      if (typeof key === 'string') return undefined;
      if (typeof key === 'number') return ints === null ? undefined : ints.get(key);
      const entry = this.tuples === null ? undefined : this.tupleEntry(key);
      if (entry !== undefined) return this.tuples!.vals[entry];
      const slot = this.find(key);
      return slot === undefined ? undefined : this.valueAt(slot);
    }
    if ((typeof key === 'string' || typeof key === 'number') && !this.allIndexed) return this.map.get(key);
    const simple = simpleKey(key);
    if (simple !== undefined) {
      const value = this.map.get(simple);
      if (value !== undefined || !this.allIndexed) return value;
    } else if (isForeign(key)) this.indexAll();
    else if (this.index === null) {
      this.hash(key);
      return undefined;
    }
    const index = this.index!;
    const at = index.find(key, this.hash(key));
    if (at < 0) return undefined;
    return this.allIndexed ? this.map.get(slotOf(index.keys[at])) : index.values[at];
  }

  has(key: Py): boolean {
    const { ints, entries } = this;
    if (entries === null) {
      if (typeof key === 'string') return false;
      if (typeof key === 'number') return ints !== null && ints.has(key);
      const entry = this.tuples === null ? undefined : this.tupleEntry(key);
      if (entry !== undefined) return entry !== 0;
    } else if ((typeof key === 'string' || typeof key === 'number') && !this.allIndexed) return entries.has(key);
    return this.find(key) !== undefined;
  }

  /** The number of the entry of a plain tuple in `tuples`, 0 if it is not there; undefined if that cannot be told so. */
  private tupleEntry(key: Py): number | undefined {
    const { tuples } = this;
    if (tuples === null || !isPlainTuple(key)) return undefined;
    const entry = tuples.find(key, TupleDict.hash(key));
    // A comparison in Python may have changed the table.
    return this.tuples === tuples ? entry : undefined;
  }

  /** Sets a plain tuple in `tuples`, which come into being when the table is empty. False if that cannot be. */
  private storeTuple(key: PyTuple, value: Py): boolean {
    if (this.entries !== null && this.isFresh && rt.dialect === 3 && this.entries.constructor === Map)
      this.entries = null;
    if (this.entries !== null || this.ints !== null || this.order !== null || rt.dialect === 2) return false;
    const hash = TupleDict.hash(key);
    const tuples = (this.tuples ??= new TupleDict());
    const entry = tuples.find(key, hash);
    if (this.tuples !== tuples) return false;
    if (entry === 0) tuples.add(key, hash, value);
    else tuples.vals[entry] = value;
    return true;
  }

  abstract set(key: Py, value: Py): void;

  /** `set` for a table that has no `ints`, or gives them up. */
  protected store(key: Py, value: Py): void {
    if (isPlainTuple(key) && this.storeTuple(key, value)) return;
    // Before anything else: from then on the order has to hear of new keys.
    if (this.entries === null) this.widen();
    if ((typeof key === 'string' || typeof key === 'number') && !this.watched) this.map.set(key, value);
    else this.insert(key, value);
  }

  /** Sets a key that stands in `source`, without asking for its hash again. */
  setFrom(source: HashTable, key: Py, value: Py): void {
    const known = source.hashes?.get(key);
    if (known === undefined) this.set(key, value);
    else this.insert(key, value, known);
  }

  /** Removes a key that stands in `source`, without asking for its hash again. Returns the value it had, or undefined. */
  deleteFrom(source: HashTable, key: Py): Py {
    const slot = this.findFrom(source, key);
    return slot === undefined ? undefined : this.removeSlot(slot);
  }

  /** Whether a key that stands in `source` is here too, without asking for its hash again. */
  hasFrom(source: HashTable, key: Py): boolean {
    return this.findFrom(source, key) !== undefined;
  }

  private findFrom(source: HashTable, key: Py): Py {
    const known = source.hashes?.get(key);
    if (known === undefined) return this.find(key);
    this.indexAll();
    return this.findIndexed(key, known);
  }

  private insert(key: Py, value: Py, known?: number | bigint): void {
    if (this.entries === null) this.widen();
    const simple = simpleKey(key);
    if (simple !== undefined && !this.allIndexed) {
      const before = this.map.size;
      this.map.set(simple, value);
      if (this.map.size !== before) this.added(simple, key);
      return;
    }
    if (isForeign(key)) this.indexAll();
    const index = (this.index ??= new KeyIndex());
    const full = known ?? this.hash(key);
    const at = simple !== undefined && this.map.has(simple) ? -1 : index.find(key, full);
    // The comparison emptied the table.
    if (this.index !== index) return this.insert(key, value, full);
    if (at >= 0) {
      index.values[at] = value;
      this.map.set(slotOf(index.keys[at]), value);
      return;
    }
    const fresh = simple === undefined ? key : simple;
    const before = this.map.size;
    this.map.set(fresh, value);
    if (this.map.size === before) return;
    index.add(key, full, value);
    if (isForeign(key)) (this.hashes ??= new Map()).set(key, full);
    this.added(fresh, key);
  }

  /** A new slot has just come into `map`. */
  private added(slot: Py, key: Py): void {
    if (slot !== key) (this.shown ??= new Map()).set(slot, key);
    const { order } = this;
    if (order !== null && !order.lazy && !order.dead) {
      order.insert(slot);
      if (order.dead) this.watched = this.allIndexed;
    }
  }

  /** Removes `key`. Returns the value it had, or undefined. */
  delete(key: Py): Py {
    if (typeof key === 'number' && this.ints !== null) return this.ints.delete(key);
    if (this.tuples !== null && isPlainTuple(key) && !this.hashOrdered()) {
      const entry = this.tupleEntry(key);
      if (entry !== undefined) return entry === 0 ? undefined : this.tuples.remove(entry);
    }
    if (
      this.entries !== null &&
      (typeof key === 'number' || typeof key === 'string') &&
      this.index === null &&
      this.shown === null &&
      this.ends === null
    )
      return this.deletePlain(key);
    const slot = this.find(key);
    return slot === undefined ? undefined : this.removeSlot(slot);
  }

  private deletePlain(key: number | string): Py {
    const value = this.map.get(key);
    if (value === undefined) return undefined;
    if (this.order !== null || this.hashOrdered()) this.hashOrder()?.remove(key);
    this.map.delete(key);
    return value;
  }

  clear(): void {
    if (this.entries === null) {
      this.ints = null;
      this.tuples = null;
    }
    this.entries?.clear();
    this.index?.clear();
    this.index = null;
    this.hashes = null;
    this.shown = null;
    this.allIndexed = false;
    this.watched = false;
    const { finger } = this;
    this.order = null;
    this.keepFinger(finger);
    this.ends = null;
  }

  /** Makes the next `pop` of a set begin where it would have before the table changed. */
  keepFinger(finger: number): void {
    if (finger === 0) return;
    this.order ??= new TableOrder(this.hasher(), rt.dialect === 2);
    this.order.finger = finger;
  }

  /** The Python key that a slot of `map` shows. */
  keyOf(slot: Py): Py {
    if (this.shown === null) return slot;
    const shown = this.shown.get(slot);
    return shown === undefined ? slot : shown;
  }

  /** What gives this table's order the hashes of slots. */
  hasher(): HashInto {
    return (slot, out) => slotHashInto(slot, out, this.hashes);
  }

  /** The order by hashes, up to date; null where keys are shown as they were inserted. */
  hashOrder(): TableOrder | null {
    if (!this.hashOrdered()) return null;
    if (this.map.constructor !== Map) {
      // Attributes and module variables: they come and go without this table being told.
      const seen = new TableOrder(this.hasher(), rt.dialect === 2);
      seen.fillFrom(this.map.keys());
      return seen.dead ? null : seen;
    }
    if (this.order === null) {
      if (this.map.size === 0) return null;
      this.order = new TableOrder(this.hasher(), rt.dialect === 2);
    }
    const { order } = this;
    if (order.lazy) {
      order.fillFrom(this.map.keys());
      this.watched = this.allIndexed || !order.dead;
    }
    return order.dead ? null : order;
  }

  /** Says how big CPython makes this table, still empty, before the first key comes: more than `minimum` positions. */
  makeRoom(minimum: number): void {
    if (!this.hashOrdered() || this.order !== null) return;
    let size = 8;
    while (size <= minimum) size *= 2;
    if (size > 8) this.order = new TableOrder(this.hasher(), rt.dialect === 2, size - 1);
  }

  /** Runs `fill` on this table, still empty, which has room for more than `minimum` positions and does not grow. */
  fillWithin(minimum: number, fill: () => void): void {
    if (!this.hashOrdered() || this.order !== null) {
      fill();
      return;
    }
    let size = 8;
    while (size <= minimum) size *= 2;
    const order = new TableOrder(this.hasher(), rt.dialect === 2, size - 1);
    order.fillFrom([]);
    order.fixed = true;
    this.order = order;
    this.watched = true;
    fill();
    order.fixed = false;
  }

  /** The slots of `map` in the order that Python shows: an array while that is known, else a live view. */
  slots(): Py[] | IterableIterator<Py> {
    if (this.ints !== null) return this.ints.list();
    if (this.tuples !== null && !this.hashOrdered()) return this.tuples.list();
    return this.hashOrder()?.list() ?? this.map.keys();
  }

  /** The slots in whatever order is there. */
  slotsInAnyOrder(): Py[] | IterableIterator<Py> {
    return (this.ints ?? this.tuples)?.list() ?? this.map.keys();
  }

  hasSlot(slot: Py): boolean {
    if (this.tuples !== null) return this.has(slot);
    return this.ints !== null ? this.ints.has(slot) : this.map.has(slot);
  }

  /** The value at a slot that is there. */
  valueAt(slot: Py): Py {
    if (this.tuples !== null) return this.get(slot);
    return this.ints !== null ? this.ints.get(slot) : this.map.get(slot);
  }

  /** All keys, in order. A copy: safe while the table changes. */
  keyList(): Py[] {
    const keys: Py[] = [];
    for (const slot of this.slots()) keys.push(this.keyOf(slot));
    return keys;
  }

  valueList(): Py[] {
    const values: Py[] = [];
    for (const slot of this.slots()) values.push(this.valueAt(slot));
    return values;
  }

  /** All [key, value] pairs, in order. A copy. */
  entryList(): [Py, Py][] {
    const entries: [Py, Py][] = [];
    for (const slot of this.slots()) entries.push([this.keyOf(slot), this.valueAt(slot)]);
    return entries;
  }

  /** All keys and values in turn, in order. A copy. */
  flatList(): Py[] {
    const flat: Py[] = [];
    if (this.size > 0) for (const slot of this.slots()) flat.push(this.keyOf(slot), this.valueAt(slot));
    return flat;
  }

  /** The first key inserted, or undefined when empty. */
  firstKey(): Py {
    const slot = this.slotAt(false);
    return slot === undefined ? undefined : this.keyOf(slot);
  }

  /** The last key inserted, or undefined when empty. */
  lastKey(): Py {
    const slot = this.slotAt(true);
    return slot === undefined ? undefined : this.keyOf(slot);
  }

  private slotAt(last: boolean): Py {
    const { map } = this;
    if (map.size === 0) return undefined;
    if (last && map.constructor !== Map) return [...map.keys()].at(-1);
    this.ends ??= new TableEnds();
    return last ? this.ends.last(map) : this.ends.first(map);
  }

  /** The slots in order of insertion, to be read from the end; what is not in the table any more (or nothing) is passed over. */
  line(): readonly Py[] {
    const { ints, tuples } = this;
    if (ints instanceof IntDict) return ints.keys;
    if (tuples !== null) return tuples.keys;
    if (this.map.constructor !== Map) return [...this.map.keys()];
    return (this.ends ??= new TableEnds()).line(this.map);
  }

  /** Removes the first or last key inserted. Returns [key, value], or undefined when empty. */
  takeEnd(last: boolean): [Py, Py] | undefined {
    const { ints } = this;
    if (ints instanceof IntDict && ints.used > 0 && last) {
      const key = ints.lastKey();
      return [key, ints.delete(key)];
    }
    const slot = this.slotAt(last);
    return slot === undefined ? undefined : this.takeSlot(slot);
  }

  /** Makes `key` the last (or first) in order of insertion. False when it is not there. */
  moveToEnd(key: Py, last: boolean): boolean {
    const slot = this.find(key);
    if (slot === undefined) return false;
    const value = this.map.get(slot);
    if (last) {
      this.ends ??= new TableEnds();
      this.ends.forget(slot, this.map);
      this.map.delete(slot);
      if (this.ends.isCrowded(slot) && this.map.constructor === Map) {
        this.map = new Map(this.map);
        this.ends = null;
      }
      this.map.set(slot, value);
    } else {
      const entries = [...this.map];
      this.map.clear();
      this.map.set(slot, value);
      for (const [other, its] of entries) if (other !== slot) this.map.set(other, its);
      this.ends = null;
    }
    return true;
  }

  /** Removes what CPython's `set.pop` removes (Python 2: `dict.popitem`). Returns [key, value], or undefined when empty. */
  takeAny(): [Py, Py] | undefined {
    if (this.size === 0) return undefined;
    if (this.ints instanceof IntTable) return [this.ints.pop(), true];
    const order = this.hashOrder();
    if (order === null) return this.takeEnd(false);
    const slot = order.pop();
    const taken: [Py, Py] = [this.keyOf(slot), this.map.get(slot)];
    this.forget(slot);
    return taken;
  }

  private takeSlot(slot: Py): [Py, Py] {
    const key = this.keyOf(slot);
    return [key, this.removeSlot(slot)];
  }

  /** Makes `other`, which is empty, equal to this table; its order of insertion is this one's. */
  copyInto(other: HashTable): void {
    if (this.ints !== null) {
      for (const key of this.ints.list()) other.set(key, this.ints.get(key));
      return;
    }
    if (other.map.constructor !== Map) {
      // The entries live elsewhere (an instance's attributes, a module's variables).
      for (const [key, value] of this.entryList()) other.set(key, value);
      return;
    }
    if (other.entries === null) other.map = new Map();
    other.shown = this.shown === null ? null : new Map(this.shown);
    other.allIndexed = this.allIndexed;
    other.watched = this.allIndexed;
    other.order = null;
    other.ends = null;
    fill(other.map, this.map);
    other.index = this.index === null ? null : this.index.copy();
    other.hashes = this.hashes === null ? null : new Map(this.hashes);
  }

  /** Sets all entries of `source` by order of insertion, where no more than the two maps is needed for that. Else false. */
  absorb(source: HashTable): boolean {
    const { order } = this;
    if (
      this.entries === null ||
      source.entries === null ||
      source.shown !== null ||
      source.index !== null ||
      source.map.constructor !== Map
    )
      return false;
    if (this.watched || !(order === null || order.dead || order.lazy) || this.map.constructor !== Map) return false;
    fill(this.map, source.map);
    return true;
  }

  /** The slot under which `key` stands in `map`, or undefined. */
  find(key: Py): Py {
    const entry = this.tuples === null ? undefined : this.tupleEntry(key);
    if (entry !== undefined) return entry === 0 ? undefined : this.tuples!.keys[entry];
    const simple = simpleKey(key);
    if (this.tuples !== null) {
      if (simple !== undefined) return undefined;
      // A tuple of another class may equal one of these.
      this.widen();
    }
    if (this.ints !== null) {
      if (typeof simple === 'number') return this.ints.has(simple) ? simple : undefined;
      if (simple !== undefined) return undefined;
    }
    if (simple !== undefined) {
      if (this.map.has(simple)) return simple;
      return this.allIndexed ? this.findIndexed(key, this.hash(key)) : undefined;
    }
    if (isForeign(key)) this.indexAll();
    return this.findIndexed(key, this.hash(key));
  }

  /** Foreign keys may equal tuples and frozensets whose real hash they share. */
  private hash(key: Py): number | bigint {
    return this.allIndexed ? hashOf(key) : bucketHash(key);
  }

  private findIndexed(key: Py, full: number | bigint): Py {
    const { index } = this;
    if (index === null) return undefined;
    const at = index.find(key, full);
    return at < 0 ? undefined : slotOf(index.keys[at]);
  }

  private indexAll(): void {
    if (this.allIndexed) return;
    const { map } = this;
    this.allIndexed = true;
    this.watched = true;
    this.index = new KeyIndex();
    for (const [slot, value] of map) {
      const key = this.keyOf(slot);
      this.index.add(key, this.hashes?.get(key) ?? hashOf(key), value);
    }
  }

  /** Removes a slot that is there. Returns the value it had. */
  removeSlot(slot: Py): Py {
    if (this.ints !== null) return this.ints.delete(slot);
    if (this.tuples !== null && !this.hashOrdered()) return this.delete(slot);
    const value = this.map.get(slot);
    const order = this.order === null && !this.hashOrdered() ? null : this.hashOrder();
    if (order !== null) order.remove(slot);
    this.forget(slot);
    return value;
  }

  private forget(slot: Py): void {
    this.ends?.forget(slot, this.map);
    const indexed = this.index !== null && (this.allIndexed || simpleKey(slot) === undefined);
    const key = indexed ? this.keyOf(slot) : undefined;
    this.map.delete(slot);
    this.shown?.delete(slot);
    if (indexed) this.index!.remove(key, this.hashes?.get(key) ?? this.hash(key));
    this.hashes?.delete(key);
  }
}
