/** The entries of a table whose keys are all plain tuples, with their hashes, and beyond a handful of them an index by these. */
import { EntryArrays } from './entryArrays.js';
import { bucketHash, equalItems } from './equality.js';
import { spread } from './keyIndex.js';
import type { Py } from './object.js';
import type { PyTuple } from './values.js';

/** Up to so many entries are looked through one by one. */
const FEW = 8;
/** A typed array has its memory elsewhere, which takes long to get: a larger index is worth it. */
const LARGE_INDEX = 1024;

type Index = Int32Array | number[];

export class TupleDict extends EntryArrays {
  /** Numbers of entries, 0 where there is none; null while the entries are few. */
  private index: Index | null = null;

  constructor(
    keys: Py[] = [undefined],
    vals: Py[] = [undefined],
    private hashes: number[] = [0],
  ) {
    super(keys, vals);
  }

  protected get removed(): undefined {
    return undefined;
  }

  protected reindex(): void {
    this.index = null;
  }

  static hash(key: PyTuple): number {
    return spread(bucketHash(key));
  }

  /** The number of the entry of an equal key, or 0. May run Python code, which may change this table or the one that owns it. */
  find(key: PyTuple, hash: number): number {
    const { keys, hashes, index } = this;
    if (index === null) {
      for (let entry = 1; entry < keys.length; entry++) {
        if (hashes[entry] !== hash || keys[entry] === undefined) continue;
        const same = isSame(keys[entry], key);
        if (this.hasChanged(keys, index)) return this.find(key, hash);
        if (same) return entry;
      }
      return 0;
    }
    const mask = index.length - 1;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const entry = index[at]!;
      if (entry === 0) return 0;
      if (hashes[entry] !== hash || keys[entry] === undefined) continue;
      const same = isSame(keys[entry], key);
      if (this.hasChanged(keys, index)) return this.find(key, hash);
      if (same && keys[entry] !== undefined) return entry;
    }
  }

  private hasChanged(keys: Py[], index: Index | null): boolean {
    return this.keys !== keys || this.index !== index;
  }

  /** Adds a key that is not there. */
  add(key: PyTuple, hash: number, value: Py): void {
    const added = this.keys.push(key) - 1;
    this.vals.push(value);
    this.hashes.push(hash);
    this.used++;
    if (this.index === null ? added > FEW : added * 3 > this.index.length * 2) this.rebuild();
    else if (this.index !== null) enter(this.index, hash, added, this.keys);
  }

  /** Drops what was removed, and makes the index, if one is wanted, with room for as many entries again. */
  private rebuild(): void {
    if (this.used + 1 < this.keys.length) this.compact();
    const { hashes } = this;
    let size = 32;
    while (size < hashes.length * 3) size *= 2;
    const index: Index = size < LARGE_INDEX ? new Array<number>(size).fill(0) : new Int32Array(size);
    for (let entry = 1; entry < hashes.length; entry++) enter(index, hashes[entry]!, entry, this.keys);
    this.index = hashes.length > FEW ? index : null;
  }

  protected override compact(): void {
    const { keys } = this;
    this.hashes = this.hashes.filter((_, entry) => entry === 0 || keys[entry] !== undefined);
    super.compact();
  }

  forEach(visit: (key: Py, value: Py, hash: number) => void): void {
    const { keys, vals, hashes } = this;
    for (let entry = this.after(0); entry !== 0; entry = this.after(entry))
      visit(keys[entry], vals[entry], hashes[entry]!);
  }

  copy(): TupleDict {
    const result = new TupleDict(this.keys.slice(), this.vals.slice(), this.hashes.slice());
    result.index = this.index === null ? null : this.index.slice();
    result.used = this.used;
    return result;
  }
}

const isSame = (a: PyTuple, b: PyTuple): boolean => a === b || equalItems(a.items, b.items);

/** The place of an entry that was removed serves again: keys that come and go would be searched for among what they left. */
function enter(index: Index, hash: number, entry: number, keys: readonly Py[]): void {
  const mask = index.length - 1;
  let at = hash & mask;
  while (index[at] !== 0 && keys[index[at]!] !== undefined) at = (at + 1) & mask;
  index[at] = entry;
}
