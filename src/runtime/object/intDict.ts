/**
 * The entries of a dict whose keys are all ints of JavaScript's safe range, and beyond a handful of them an index by the ints'
 * own bits, so that neighbours stand side by side.
 */
import { EntryArrays } from './entryArrays.js';
import { filled } from './filled.js';
import type { Py } from './object.js';

/** Stands where a key was removed: no key of such a dict (`IntTable.fits`). */
const REMOVED = -0x80000000;
/** Up to so many entries are looked through one by one. */
const FEW = 8;
const PERTURB_SHIFT = 5;

/** A typed array has its memory elsewhere, which takes long to get: a larger index is worth it. */
const LARGE_INDEX = 1024;
const newIndex = (size: number): Index => (size < LARGE_INDEX ? filled(0, size) : new Int32Array(size));

/** An int that V8 does not keep in the array itself. */
const LARGE_INT = 2 ** 40;
/** So many rounds of a method's first steps, and V8 begins to note what it meets. */
const ROUNDS = 12;

type Index = Int32Array | number[];

export class IntDict extends EntryArrays<number> {
  /** Numbers of entries, 0 where there is none; null while the entries are few. */
  private index: Index | null = null;
  /** Where the index ended for the key that was not there last. */
  private end = 0;
  /** V8 knows what a dict of ints may be: a fact about the thread's code, whichever process it runs. */
  private static isRehearsed = false;

  constructor(keys: number[] = [REMOVED], vals: Py[] = [undefined]) {
    super(keys, vals);
  }

  /**
   * Shows V8 both kinds of ints and of indexes before it compiles anything for the first that come by: whatever it has put these methods
   * into would be compiled once more when a dict outgrows `LARGE_INDEX`, and again at the first int that is no small one.
   */
  private static rehearse(): void {
    IntDict.isRehearsed = true;
    for (let round = 0; round < ROUNDS; round++) {
      const dict = new IntDict();
      const first = round % 2 === 0 ? 0 : LARGE_INT;
      for (let key = first; key < first + FEW; key++) dict.set(key, null);
      dict.index = round % 3 === 0 ? newIndex(LARGE_INDEX) : newIndex(FEW * FEW);
      for (const other of [first, first + 1, LARGE_INT - first, 1]) {
        dict.has(other);
        dict.get(other);
        dict.set(other, null);
      }
    }
  }

  protected get removed(): number {
    return REMOVED;
  }

  /** The number of the key's entry, or 0. */
  private find(key: number): number {
    const { keys, index } = this;
    if (index === null) {
      for (let i = 1; i < keys.length; i++) if (keys[i] === key) return i;
      return 0;
    }
    const mask = index.length - 1;
    let at = key & mask;
    let perturb = key >>> 0;
    for (;;) {
      const entry = index[at]!;
      if (entry === 0) {
        this.end = at;
        return 0;
      }
      if (keys[entry] === key) return entry;
      perturb >>>= PERTURB_SHIFT;
      at = (Math.imul(at, 5) + perturb + 1) & mask;
    }
  }

  has(key: number): boolean {
    return key !== REMOVED && this.find(key) !== 0;
  }

  get(key: number): Py {
    return key === REMOVED ? undefined : this.vals[this.find(key)];
  }

  /** Sets the value of a key that fits. */
  set(key: number, value: Py): void {
    const entry = this.find(key);
    if (entry !== 0) {
      this.vals[entry] = value;
      return;
    }
    const small = key | 0;
    const added = this.keys.push(small === key ? small : key) - 1;
    this.vals.push(value);
    this.used++;
    const { index } = this;
    if (index === null ? added > FEW : added * 3 > index.length * 2) this.rebuild();
    else if (index !== null) {
      if (this.used === added) index[this.end] = added;
      else this.enter(index, key, added);
    }
  }

  private enter(index: Index, key: number, entry: number): void {
    const mask = index.length - 1;
    let at = key & mask;
    let perturb = key >>> 0;
    // The place of an entry that was removed serves again: keys that come and go would be searched for among what they left.
    while (index[at] !== 0 && this.keys[index[at]!] !== REMOVED) {
      perturb >>>= PERTURB_SHIFT;
      at = (Math.imul(at, 5) + perturb + 1) & mask;
    }
    index[at] = entry;
  }

  /** Drops what was removed, and makes the index, if one is wanted, with room for as many entries again. */
  private rebuild(): void {
    if (this.used + 1 < this.keys.length) this.compact();
    const { keys } = this;
    if (keys.length <= FEW) {
      this.index = null;
      return;
    }
    if (!IntDict.isRehearsed) IntDict.rehearse();
    let size = 32;
    while (size < keys.length * 3) size *= 2;
    const index = newIndex(size);
    for (let entry = 1; entry < keys.length; entry++) this.enter(index, keys[entry]!, entry);
    this.index = index;
  }

  /** Removes `key`. Returns the value it had, or undefined. */
  delete(key: number): Py {
    const entry = key === REMOVED ? 0 : this.find(key);
    if (entry === 0) return undefined;
    return this.remove(entry);
  }

  protected reindex(): void {
    this.index = null;
  }

  /** The key inserted last; there is one. */
  lastKey(): number {
    let entry = this.last();
    // What is removed from the end would be passed over again and again.
    if (entry + FEW * FEW < this.keys.length && this.index !== null) {
      this.rebuild();
      entry = this.keys.length - 1;
    }
    return this.keys[entry]!;
  }

  copy(): IntDict {
    const result = new IntDict(this.keys.slice(), this.vals.slice());
    result.index = this.index === null ? null : this.index.slice();
    result.used = this.used;
    return result;
  }
}
