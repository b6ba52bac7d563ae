/** `dict`, `set` and `frozenset`: hash tables (see keyedTable.ts) that know when their keys are all ints or all str. */
import { rt } from './context.js';
import { HashTable } from './hashTable.js';
import { IntDict } from './intDict.js';
import { IntTable } from './intTable.js';
import type { Py } from './object.js';
import { TextDict } from './textDict.js';

export class PyDict extends HashTable {
  /** Iterates in a way of its own (OrderedDict); undefined on the prototype of plain dicts. */
  declare ownIterator: (() => Py) | undefined;
  /** A dict of JavaScript string keys. */
  static of(entries: Iterable<[string, Py]>): PyDict {
    const dict = new PyDict();
    for (const [key, value] of entries) dict.set(key, value);
    return dict;
  }
  declare ints: IntDict | null;
  hashOrdered(): boolean {
    return rt.dialect === 2;
  }

  set(key: Py, value: Py): void {
    const { entries } = this;
    if (typeof key === 'string' && entries !== null && !this.watched) entries.set(key, value);
    else if (typeof key === 'string' && (this.texts !== null || this.becomeTexts())) this.setText(key, value);
    else if (typeof key === 'number' && IntTable.fits(key) && (this.ints !== null || this.becomeInts()))
      this.ints!.set(key, value);
    else this.store(key, value);
  }

  // Where a subclass has a method for it, its prototype has a property of its own.
  override item$(key: Py): Py {
    return this.get(key);
  }
  override put$(key: Py, value: Py): boolean {
    this.set(key, value);
    return true;
  }

  private becomeInts(): boolean {
    if (rt.dialect === 2 || this.index !== null || !this.isBlank()) return false;
    this.ints = new IntDict();
    return true;
  }

  private becomeTexts(): boolean {
    if (this.entries !== null || this.ints !== null || this.tuples !== null) return false;
    if (rt.dialect === 2 || this.index !== null) return false;
    this.texts = new TextDict();
    return true;
  }

  /** Has these different str keys from now on, which are others' as well, where nothing was before; both arrays begin with `undefined`. */
  takeTexts(keys: Py[], values: Py[]): void {
    this.texts = new TextDict(keys, values, true);
  }

  private setText(key: string, value: Py): void {
    if (!this.texts!.set(key, value)) this.map.set(key, value);
  }

  /** Whether there is nothing in it, nor anything that it stands for. */
  private isBlank(): boolean {
    const { entries } = this;
    if (entries === null) return this.tuples === null && this.texts === null;
    if (entries.constructor !== Map || entries.size > 0) return false;
    this.entries = null;
    return true;
  }

  override copyInto(other: HashTable): void {
    if (this.ints !== null && other instanceof PyDict && other.index === null && other.isBlank())
      other.ints = this.ints.copy();
    else if (this.tuples !== null && other instanceof PyDict && other.index === null && other.isBlank())
      other.tuples = this.tuples.copy();
    else if (
      this.texts !== null &&
      other instanceof PyDict &&
      other.index === null &&
      other.ints === null &&
      other.isBlank()
    )
      other.texts = this.texts.copy();
    else super.copyInto(other);
  }
}

/** set or frozenset: every key maps to true. */
export abstract class PyAnySet extends HashTable {
  declare ints: IntTable | null;
  hashOrdered(): boolean {
    return true;
  }

  set(key: Py, value: Py): void {
    if (typeof key === 'number' && IntTable.fits(key) && (this.ints !== null || this.becomeInts())) this.ints!.add(key);
    else if (typeof key === 'string' && this.entries !== null && !this.watched) this.entries.set(key, value);
    else this.store(key, value);
  }

  /** Whether the set is one of ints, or can be since nothing is in it yet; then it has `ints` from now on. */
  becomeInts(): boolean {
    if (this.ints === null && this.isFresh && rt.dialect === 3) this.beginInts(new IntTable());
    return this.ints !== null;
  }

  private beginInts(ints: IntTable): void {
    this.forgetMap();
    this.ints = ints;
  }

  /** Makes the set one of these ints. */
  takeInts(ints: IntTable): void {
    ints.finger = this.finger;
    this.clear();
    this.order = null;
    this.ints = ints;
  }

  override clear(): void {
    const { ints } = this;
    super.clear();
    this.forgetMap();
    if (ints === null || ints.finger === 0) return;
    this.ints = new IntTable();
    this.ints.finger = ints.finger;
  }

  override makeRoom(minimum: number): void {
    if (rt.dialect === 2) super.makeRoom(minimum);
    else if (this.isFresh && this.ints === null) this.beginInts(IntTable.withRoom(minimum));
  }
}

export class PySet extends PyAnySet {
  static from(keys: Iterable<Py>): PySet {
    const set = new PySet();
    for (const key of keys) set.set(key, true);
    return set;
  }
}

export class PyFrozenSet extends PyAnySet {
  /** `hash(self)`, once asked for. */
  cachedHash: number | bigint | undefined = undefined;
  /** The hash by which tables find it, once asked for. */
  bucketHash: number | undefined = undefined;
  /** Whether CPython gives it the same hash in every run, once asked for. */
  hasStableHash: boolean | undefined = undefined;
}
