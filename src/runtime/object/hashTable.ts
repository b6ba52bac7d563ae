/**
 * The table behind dict and set (keyedTable.ts) as a whole: what is removed, the order in which it shows its entries, its ends, and copies.
 */
import { rt } from './context.js';
import type { EntryArrays } from './entryArrays.js';
import { isPlainTuple, simpleKey } from './hashKey.js';
import { IntDict } from './intDict.js';
import { IntTable } from './intTable.js';
import { KeyedTable } from './keyedTable.js';
import type { Py } from './object.js';
import { TableEnds } from './tableEnds.js';
import { TableOrder } from './tableOrder.js';
import type { TupleDict } from './tupleDict.js';

/** Puts the entries of one map into another. V8's own constructor from a map takes half as long again. */
function fill(map: Map<Py, Py>, from: Map<Py, Py>): void {
  for (const entry of from) map.set(entry[0], entry[1]);
}

export abstract class HashTable extends KeyedTable {
  /** Where the first and the last key are, while somebody takes keys from an end one after another. */
  private ends: TableEnds | null = null;

  // biome-ignore lint/complexity/noUselessConstructor: without it the compiled class hands its arguments on by a spread, for each table that is made.
  constructor() {
    super();
  }

  /** Nothing was ever put into it. */
  get isUnused(): boolean {
    const { ints, tuples, texts, index } = this;
    return this.entries === null && ints === null && tuples === null && texts === null && index === null;
  }

  /** Removes a key that stands in `source`, without asking for its hash again. Returns the value it had, or undefined. */
  deleteFrom(source: HashTable, key: Py): Py {
    if (typeof key === 'string') return this.delete(key);
    const slot = this.findFrom(source, key);
    return slot === undefined ? undefined : this.removeSlot(slot);
  }

  /** Removes `key`. Returns the value it had, or undefined. */
  delete(key: Py): Py {
    if (typeof key === 'number' && this.ints !== null) return this.ints.delete(key);
    const { texts } = this;
    if (typeof key === 'string' && texts !== null) {
      const entry = texts.find(key);
      return entry === 0 ? undefined : texts.remove(entry);
    }
    if (this.tuples !== null && isPlainTuple(key)) {
      const entry = this.tupleEntry(key);
      if (entry !== undefined) return entry === 0 ? undefined : this.removeTuple(this.tuples, entry);
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

  private removeTuple(tuples: TupleDict, entry: number): Py {
    if (this.hashOrdered()) this.hashOrder()?.remove(tuples.keys[entry]);
    return tuples.remove(entry);
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
      this.texts = null;
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

  /** The order by hashes, up to date; null where keys are shown as they were inserted. */
  hashOrder(): TableOrder | null {
    if (!this.hashOrdered()) return null;
    const { tuples } = this;
    if (tuples === null && this.map.constructor !== Map) {
      // Attributes and module variables: they come and go without this table being told.
      const seen = new TableOrder(this.hasher(), rt.dialect === 2);
      seen.fillFrom(this.map.keys());
      return seen.dead ? null : seen;
    }
    if (this.order === null) {
      if (this.size === 0 || (tuples === null && this.beginsWithText())) return null;
      this.order = new TableOrder(this.hasher(), rt.dialect === 2);
    }
    const { order } = this;
    if (order.lazy) {
      order.fillFrom(tuples === null ? this.map.keys() : tuples.list());
      this.watched = this.allIndexed || !order.dead;
    }
    return order.dead ? null : order;
  }

  /** A text first, whose hash is another in every run: there is no order to be told, and nothing to be set up for it. */
  private beginsWithText(): boolean {
    if (rt.dialect === 2) return false;
    const first: Py = this.map.keys().next().value;
    return typeof first === 'string' && first !== '';
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
    const listed = this.ints ?? this.texts;
    if (listed !== null) return listed.list();
    if (this.tuples !== null && !this.hashOrdered()) return this.tuples.list();
    return this.hashOrder()?.list() ?? this.tuples?.list() ?? this.map.keys();
  }

  /** The slots in whatever order is there. */
  slotsInAnyOrder(): Py[] | IterableIterator<Py> {
    return (this.ints ?? this.tuples ?? this.texts)?.list() ?? this.map.keys();
  }

  hasSlot(slot: Py): boolean {
    if (this.tuples !== null || this.texts !== null) return this.has(slot);
    return this.ints !== null ? this.ints.has(slot) : this.map.has(slot);
  }

  /** The value at a slot that is there. */
  valueAt(slot: Py): Py {
    if (this.tuples !== null || this.texts !== null) return this.get(slot);
    return this.ints !== null ? this.ints.get(slot) : this.map.get(slot);
  }

  /** The entries of a dict that has them in arrays, in order of insertion. */
  get listed(): EntryArrays | null {
    if (this.entries !== null || this.hashOrdered()) return null;
    return this.texts ?? this.tuples ?? (this.ints as IntDict | null);
  }

  /** Whether `map` shows keys and values as they are, in its order; of one that has nothing listed. */
  private get isPlainMap(): boolean {
    return this.shown === null && !this.hashOrdered() && this.map.constructor === Map;
  }

  /** Visits all entries, in order. The table must not change meanwhile. */
  forEach(visit: (key: Py, value: Py) => void): void {
    const { listed } = this;
    if (listed === null) for (const slot of this.slots()) visit(this.keyOf(slot), this.valueAt(slot));
    else
      for (let entry = listed.after(0); entry !== 0; entry = listed.after(entry))
        visit(listed.keys[entry], listed.vals[entry]);
  }

  /** All keys, in order. A copy: safe while the table changes. */
  keyList(): Py[] {
    const { listed } = this;
    if (listed !== null) return listed.list();
    if (this.isPlainMap) return [...this.map.keys()];
    const keys: Py[] = [];
    for (const slot of this.slots()) keys.push(this.keyOf(slot));
    return keys;
  }

  valueList(): Py[] {
    const { listed } = this;
    if (listed !== null) return listed.valueList();
    if (this.isPlainMap) return [...this.map.values()];
    const values: Py[] = [];
    this.forEach((_, value) => values.push(value));
    return values;
  }

  /** All [key, value] pairs, in order. A copy. */
  entryList(): [Py, Py][] {
    const entries: [Py, Py][] = [];
    this.forEach((key, value) => entries.push([key, value]));
    return entries;
  }

  /** All keys and values in turn, in order. A copy. */
  flatList(): Py[] {
    const flat: Py[] = [];
    if (this.size > 0) this.forEach((key, value) => flat.push(key, value));
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
    const { ints, tuples, texts } = this;
    if (ints instanceof IntDict) return ints.keys;
    const listed = texts ?? tuples;
    if (listed !== null) return listed.keys;
    if (this.map.constructor !== Map) return [...this.map.keys()];
    return (this.ends ??= new TableEnds()).line(this.map);
  }

  /** Removes the first or last key inserted. Returns [key, value], or undefined when empty. */
  takeEnd(last: boolean): [Py, Py] | undefined {
    const { ints, texts } = this;
    if (ints instanceof IntDict && ints.used > 0 && last) {
      const key = ints.lastKey();
      return [key, ints.delete(key)];
    }
    if (texts !== null && last) {
      const entry = texts.last();
      const key = texts.keys[entry];
      return entry === 0 ? undefined : [key, texts.remove(entry)];
    }
    const slot = this.slotAt(last);
    return slot === undefined ? undefined : this.takeSlot(slot);
  }

  /** Makes `key` the last (or first) in order of insertion. False when it is not there. */
  moveToEnd(key: Py, last: boolean): boolean {
    const slot = this.find(key);
    if (slot === undefined) return false;
    if (last) this.slotToEnd(slot);
    else {
      const value = this.map.get(slot);
      const entries = [...this.map];
      this.map.clear();
      this.map.set(slot, value);
      for (const [other, its] of entries) if (other !== slot) this.map.set(other, its);
      this.ends = null;
    }
    return true;
  }

  /** The same, at the end, for what `find` has found. Returns the value. */
  slotToEnd(slot: Py): Py {
    const value = this.map.get(slot);
    this.ends ??= new TableEnds();
    this.ends.forget(slot, this.map);
    this.map.delete(slot);
    if (this.ends.isCrowded(slot) && this.map.constructor === Map) {
      this.map = new Map(this.map);
      this.ends = null;
    }
    this.map.set(slot, value);
    return value;
  }

  /** Removes what CPython's `set.pop` removes (Python 2: `dict.popitem`). Returns [key, value], or undefined when empty. */
  takeAny(): [Py, Py] | undefined {
    if (this.size === 0) return undefined;
    if (this.ints instanceof IntTable) return [this.ints.pop(), true];
    const order = this.hashOrder();
    if (order === null) return this.takeEnd(false);
    const slot = order.pop();
    if (this.tuples !== null) return [slot, this.tuples.remove(this.tupleEntry(slot)!)];
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
    if (this.ints !== null || this.texts !== null) {
      for (const slot of this.slots()) other.set(slot, this.valueAt(slot));
      return;
    }
    if (this.tuples !== null && other.isUnused) {
      other.tuples = this.tuples.copy();
      other.order = null;
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

  /** Removes a slot that is there. Returns the value it had. */
  removeSlot(slot: Py): Py {
    if (this.ints !== null) return this.ints.delete(slot);
    if (this.texts !== null || this.tuples !== null) return this.delete(slot);
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
