/** Iterators over dicts and sets. */
import { rt } from './context.js';
import type { EntryArrays } from './entryArrays.js';
import { RuntimeError } from './errors.js';
import type { HashTable } from './hashTable.js';
import { IntTable } from './intTable.js';
import type { Py } from './object.js';
import { type PairIterator, PyIterator } from './pyIterator.js';
import { PyTuple } from './values.js';

/** Iterates over a dict or set, and raises RuntimeError when that changes under way. */
export abstract class TableIterator extends PyIterator {
  /** A live view of the slots, or a list of them where CPython's order is known. */
  private slots: IterableIterator<Py> | null = null;
  private list: readonly Py[] | null = null;
  /** The entries of a dict of ints or tuples, and their keys as they were at the start; `at` is the last one taken. */
  protected entries: EntryArrays | null = null;
  private keys: readonly Py[] | null = null;
  /** Their values: another array once they stand elsewhere. */
  private vals: readonly Py[] | null = null;
  protected at = 0;
  /** As of the entries, at the start. */
  private emptied = 0;
  /** The slot taken last, where there are no entries. */
  protected slot: Py = undefined;
  /** Size that the table must keep; -1 once it has changed. */
  private size: number;
  /** How many items are still to come. */
  left: number;
  table: HashTable | null;
  constructor(
    table: HashTable,
    /** The list is read from its end; `at` is the one given last. */
    private readonly backwards = false,
  ) {
    super();
    this.table = table;
    this.size = table.size;
    this.left = table.size;
    if (backwards) {
      this.list = table.line();
      this.at = this.list.length;
      return;
    }
    const entries = table.listed;
    if (entries !== null) {
      this.entries = entries;
      this.keys = entries.keys;
      this.vals = entries.vals;
      this.emptied = entries.emptied;
      return;
    }
    const slots = table.slots();
    this.list = Array.isArray(slots) ? slots : null;
    this.slots = Array.isArray(slots) ? null : slots;
  }
  /** What the iterator gives for a slot. */
  protected abstract item(table: HashTable, slot: Py): Py;
  /** "dictionary" or "Set", as messages say. */
  protected kind(): string {
    return 'dictionary';
  }
  nx(): Py {
    if (!this.step()) return undefined;
    return this.entries === null ? this.item(this.table!, this.slot) : this.entry(this.entries, this.at);
  }
  /** Goes on to the next entry, number `at` of `entries`, or the next `slot` where there are none. False at the end. */
  protected step(): boolean {
    const { table } = this;
    if (table === null) return false;
    if (table.size !== this.size) {
      this.size = -1;
      throw RuntimeError(`${this.kind()} changed size during iteration`);
    }
    const { entries } = this;
    if (entries !== null && this.isOn(entries, table)) {
      const entry = entries.after(this.at);
      if (entry === 0) return this.finish();
      this.at = entry;
    } else {
      this.slot = this.nextSlot(table);
      if (this.slot === undefined) return this.finish();
    }
    if (this.left-- <= 0) this.changedKeys();
    return true;
  }
  private finish(): false {
    this.table = null;
    this.slot = undefined;
    return false;
  }
  private nextSlot(table: HashTable): Py {
    if (this.slots !== null) return this.slots.next().value;
    return this.backwards ? this.previousListed(table) : this.nextListed(table);
  }
  /** Whether the table still has these entries where they were; else goes on with a list of those to come. */
  private isOn(entries: EntryArrays, table: HashTable): boolean {
    const stands = table.texts === entries || table.ints === entries || table.tuples === entries;
    if (stands && entries.vals === this.vals) return true;
    this.list = this.moved(entries, table);
    this.at = 0;
    this.entries = null;
    return false;
  }
  /** What is still to come where entries stand elsewhere: those of the old ones that are there, and behind them what has come since. */
  private moved(entries: EntryArrays, table: HashTable): Py[] {
    const now: Py[] = [...table.slots()];
    if (entries.emptied !== this.emptied) return now;
    const keys = this.keys!;
    const old = new Set(keys);
    const left = keys.slice(this.at + 1).filter((key) => key !== undefined && table.hasSlot(key));
    return [...left, ...now.filter((slot) => !old.has(slot))];
  }
  /** What the iterator gives for an entry of a dict of ints or tuples. */
  protected entry(entries: EntryArrays, entry: number): Py {
    return entries.keys[entry];
  }
  /** What is still to come, without taking it. */
  rest(): Py[] {
    const { table } = this;
    if (table === null) return [];
    if (this.entries !== null) this.isOn(this.entries, table);
    if (this.backwards) {
      const behind = this.list!.slice(0, this.at).filter((slot) => slot !== undefined && table.hasSlot(slot));
      return behind.reverse().map((slot) => this.item(table, slot));
    }
    const slots = this.list ?? [...table.slots()];
    return slots.slice(slots.length - this.left).map((slot) => this.item(table, slot));
  }
  /** The next slot of the list that is still in the table. */
  private nextListed(table: HashTable): Py {
    const list = this.list!;
    while (this.at < list.length) {
      const slot = list[this.at++];
      const order = table.ints instanceof IntTable ? table.ints : table.order;
      if (order?.isListed(list) || table.hasSlot(slot)) return slot;
    }
    return undefined;
  }
  private previousListed(table: HashTable): Py {
    const list = this.list!;
    while (this.at > 0) {
      const slot = list[--this.at];
      if (slot !== undefined && table.hasSlot(slot)) return slot;
    }
    return undefined;
  }
  /** More items came than there were at the start, though the size is the same. */
  protected changedKeys(): void {
    if (rt.dialect === 2) return;
    this.table = null;
    throw RuntimeError('dictionary keys changed during iteration');
  }
}

export class DictKeyIterator extends TableIterator {
  protected item(table: HashTable, slot: Py): Py {
    return table.keyOf(slot);
  }
}

export class DictValueIterator extends TableIterator {
  protected item(table: HashTable, slot: Py): Py {
    return table.valueAt(slot);
  }
  protected override entry(entries: EntryArrays, entry: number): Py {
    return entries.vals[entry];
  }
}

export class DictItemIterator extends TableIterator implements PairIterator {
  first: Py = undefined;
  second: Py = undefined;
  // Written out: the compiled class would hand its arguments on by a spread.
  constructor(table: HashTable, backwards?: boolean) {
    super(table, backwards);
  }
  get givesPairs(): boolean {
    return true;
  }
  nextPair(): boolean {
    const isThere = this.step();
    const { entries, table } = this;
    if (!isThere) this.first = this.second = undefined;
    else if (entries !== null) {
      this.first = entries.keys[this.at];
      this.second = entries.vals[this.at];
    } else {
      this.first = table!.keyOf(this.slot);
      this.second = table!.valueAt(this.slot);
    }
    return isThere;
  }
  protected item(table: HashTable, slot: Py): Py {
    return new PyTuple([table.keyOf(slot), table.valueAt(slot)]);
  }
  protected override entry(entries: EntryArrays, entry: number): Py {
    return new PyTuple([entries.keys[entry], entries.vals[entry]]);
  }
}

export class SetIterator extends TableIterator {
  protected override kind(): string {
    return 'Set';
  }
  protected item(table: HashTable, slot: Py): Py {
    return table.keyOf(slot);
  }
  protected override changedKeys(): void {}
}
