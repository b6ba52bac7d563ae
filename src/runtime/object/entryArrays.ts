/**
 * The entries of a dict whose keys are all of one kind, in order of insertion: an array of keys and one of values, which grow at their
 * ends. Entry 0 is nobody's: it keeps each array of one kind for V8, and its number stands for "not there".
 */
import type { Py } from './object.js';

export abstract class EntryArrays<Key = Py> {
  /** How many entries are there. */
  used: number;
  /** How often the last of all was removed: whatever is there has come since. */
  emptied = 0;

  constructor(
    public keys: Key[],
    public vals: Py[],
  ) {
    this.used = keys.length - 1;
  }

  /** Stands where a key was removed: no key of such a dict. */
  protected abstract get removed(): Key;

  /** Finds entries anew after these have moved. */
  protected abstract reindex(): void;

  /** Removes an entry. Returns the value it had. */
  remove(entry: number): Py {
    const { vals } = this;
    const value = vals[entry];
    this.keys[entry] = this.removed;
    vals[entry] = undefined;
    this.used--;
    if (this.used === 0) {
      this.emptied++;
      this.compact();
      this.reindex();
    }
    return value;
  }

  /** New arrays without what was removed: iterators still have the old ones. */
  protected compact(): void {
    const { keys, removed } = this;
    const isKept = (_: Py, entry: number): boolean => entry === 0 || keys[entry] !== removed;
    this.keys = keys.filter(isKept);
    this.vals = this.vals.filter(isKept);
  }

  /** The number of the first entry after `entry` that is there, or 0. */
  after(entry: number): number {
    const { keys, removed } = this;
    for (let next = entry + 1; next < keys.length; next++) if (keys[next] !== removed) return next;
    return 0;
  }

  /** The number of the last entry, or 0. */
  last(): number {
    const { keys, removed } = this;
    let entry = keys.length - 1;
    while (entry > 0 && keys[entry] === removed) entry--;
    return entry;
  }

  /** All keys in order of insertion; a new array. */
  list(): Key[] {
    if (this.used === this.keys.length - 1) return this.keys.slice(1);
    const keys: Key[] = [];
    for (let entry = this.after(0); entry !== 0; entry = this.after(entry)) keys.push(this.keys[entry]!);
    return keys;
  }

  /** The values, in the same order; a new array. */
  valueList(): Py[] {
    if (this.used === this.keys.length - 1) return this.vals.slice(1);
    const values: Py[] = [];
    for (let entry = this.after(0); entry !== 0; entry = this.after(entry)) values.push(this.vals[entry]);
    return values;
  }
}
