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
 * itself for a set. So it is while all keys are plain tuples, which stand in `tuples`, until a set has to know its order,
 * and in a small dict while all are str, which stand in `texts`.
 * Whoever reads `map` makes it an ordinary table.
 */
import { rt } from './context.js';
import { bucketHash } from './equality.js';
import { hashOf } from './hash.js';
import { isForeign, isPlainTuple, simpleKey, slotOf } from './hashKey.js';
import type { IntDict } from './intDict.js';
import { IntTable } from './intTable.js';
import { KeyIndex } from './keyIndex.js';
import { type Py, PyObject } from './object.js';
import { slotHashInto } from './orderHash.js';
import { type HashInto, TableOrder } from './tableOrder.js';
import type { TextDict } from './textDict.js';
import { TupleDict } from './tupleDict.js';
import type { PyTuple } from './values.js';

export abstract class KeyedTable extends PyObject {
  protected entries: Map<Py, Py> | null = null;
  /** The entries while their keys are all ints; `entries` is null then. */
  ints: IntTable | IntDict | null = null;
  /** The entries while their keys are all plain tuples; `entries` is null then. */
  tuples: TupleDict | null = null;
  /** The entries of a small dict of Python 3 while their keys are all str; `entries` is null then. */
  texts: TextDict | null = null;
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

  // biome-ignore lint/complexity/noUselessConstructor: without it the compiled class hands its arguments on by a spread, for each table that is made.
  constructor() {
    super();
  }

  /** Whether CPython orders such a table by hashes. */
  abstract hashOrdered(): boolean;

  get map(): Map<Py, Py> {
    return this.entries ?? this.widen();
  }

  /** The same without making one. */
  get mapAsIs(): Map<Py, Py> | null {
    return this.entries;
  }

  set map(map: Map<Py, Py>) {
    this.entries = map;
    this.ints = null;
    this.tuples = null;
    this.texts = null;
  }

  get size(): number {
    if (this.entries !== null) return this.entries.size;
    const listed = this.ints ?? this.texts ?? this.tuples;
    return listed === null ? 0 : listed.used;
  }

  /** Where the next `pop` begins to look. */
  get finger(): number {
    return this.ints instanceof IntTable ? this.ints.finger : (this.order?.finger ?? 0);
  }

  /** Whether nothing has been put in yet, nor anything been said about the order. */
  protected get isFresh(): boolean {
    if (this.order !== null || this.index !== null || this.tuples !== null) return false;
    return this.texts === null && (this.entries === null || this.entries.size === 0);
  }

  /** An empty table begins anew: what comes next decides what it is. */
  protected forgetMap(): void {
    this.entries = null;
  }

  /** Gives the table its `map`, with the ints, tuples or texts that it had. */
  private widen(): Map<Py, Py> {
    const map = new Map<Py, Py>();
    const { ints, tuples, texts } = this;
    this.map = map;
    if (texts !== null)
      for (let entry = texts.after(0); entry !== 0; entry = texts.after(entry))
        map.set(texts.keys[entry], texts.vals[entry]);
    if (tuples !== null) {
      const index = new KeyIndex();
      this.index = index;
      tuples.forEach((key, value, hash) => {
        map.set(key, value);
        index.addSpread(key, hash, value);
      });
      this.watched = this.order !== null && !this.order.lazy && !this.order.dead;
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
      if (typeof key === 'string') {
        const { texts } = this;
        if (texts === null) return undefined;
        return texts.isAskedOften() ? this.map.get(key) : texts.vals[texts.find(key)];
      }
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
      if (typeof key === 'string') {
        const { texts } = this;
        if (texts === null) return false;
        return texts.isAskedOften() ? this.map.has(key) : texts.find(key) !== 0;
      }
      if (typeof key === 'number') return ints !== null && ints.has(key);
      const entry = this.tuples === null ? undefined : this.tupleEntry(key);
      if (entry !== undefined) return entry !== 0;
    } else if ((typeof key === 'string' || typeof key === 'number') && !this.allIndexed) return entries.has(key);
    return this.find(key) !== undefined;
  }

  /** The number of the entry of a plain tuple in `tuples`, 0 if it is not there; undefined if that cannot be told so. */
  protected tupleEntry(key: Py): number | undefined {
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
    if (this.entries !== null || this.ints !== null || this.texts !== null) return false;
    if (rt.dialect === 2) return false;
    const hash = TupleDict.hash(key);
    const tuples = (this.tuples ??= new TupleDict());
    const entry = tuples.find(key, hash);
    if (this.tuples !== tuples) return false;
    if (entry === 0) {
      tuples.add(key, hash, value);
      this.ordered(key);
    } else tuples.vals[entry] = value;
    return true;
  }

  abstract set(key: Py, value: Py): void;

  /** The value at a slot that is there. */
  abstract valueAt(slot: Py): Py;

  /** `set` for a table that has no `ints`, or gives them up. */
  protected store(key: Py, value: Py): void {
    if (isPlainTuple(key) && this.storeTuple(key, value)) return;
    // Before anything else: from then on the order has to hear of new keys.
    if (this.entries === null) this.widen();
    if ((typeof key === 'string' || typeof key === 'number') && !this.watched) this.map.set(key, value);
    else this.insert(key, value);
  }

  /** Sets a key that stands in `source`, without asking for its hash again. */
  setFrom(source: KeyedTable, key: Py, value: Py): void {
    const known = source.hashes?.get(key);
    if (known === undefined) this.set(key, value);
    else this.insert(key, value, known);
  }

  /** Whether a key that stands in `source` is here too, without asking for its hash again. */
  hasFrom(source: KeyedTable, key: Py): boolean {
    if (typeof key === 'string' && this.entries !== null && !this.allIndexed) return this.entries.has(key);
    return this.findFrom(source, key) !== undefined;
  }

  protected findFrom(source: KeyedTable, key: Py): Py {
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
    this.ordered(slot);
  }

  /** The order hears of a new slot, where somebody has looked at it. */
  private ordered(slot: Py): void {
    const { order } = this;
    if (order !== null && !order.lazy && !order.dead) {
      order.insert(slot);
      if (order.dead) this.watched = this.allIndexed;
    }
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
    if (this.texts !== null) {
      if (typeof simple === 'string') return this.texts.find(simple) === 0 ? undefined : simple;
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
  protected hash(key: Py): number | bigint {
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
}
