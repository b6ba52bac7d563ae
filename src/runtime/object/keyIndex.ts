/** Finds the keys of a table that JavaScript's Map cannot find by itself, by hash and `==`: open addressing. */
import { equals, fold } from './equality.js';
import type { Py } from './object.js';

/** Positions never used, and those whose key was removed. */
const FREE = undefined;
const REMOVED = Symbol('removed');
const SMALLEST = 8;

/** A folded hash with its bits spread: those of floats and of counted numbers differ in few places. */
export function spread(full: number | bigint): number {
  const folded = fold(full);
  const mixed = Math.imul(folded ^ (folded >>> 16), 0x45d9f3b);
  return mixed ^ (mixed >>> 15);
}

export class KeyIndex {
  keys: Py[] = new Array(SMALLEST).fill(FREE);
  /** The table's value for the key at the same position. */
  values: Py[] = new Array(SMALLEST).fill(FREE);
  private hashes = new Int32Array(SMALLEST);
  private used = 0;
  /** Positions taken, removed ones included. */
  private filled = 0;

  /** Position of a key equal to `key`, or -1. May run Python code. */
  find(key: Py, full: number | bigint): number {
    const hash = spread(full);
    const { keys, hashes } = this;
    const mask = keys.length - 1;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const found = keys[at];
      if (found === FREE) return -1;
      if (hashes[at] !== hash || found === REMOVED) continue;
      if (found === key) return at;
      const same = equals(found, key);
      // The comparison changed the table: once more from the start.
      if (this.keys !== keys || keys[at] !== found) return this.find(key, full);
      if (same) return at;
    }
  }

  /** A key that is not there yet. */
  add(key: Py, full: number | bigint, value: Py): void {
    this.addSpread(key, spread(full), value);
  }

  /** The same for a hash that `spread` gave. */
  addSpread(key: Py, hash: number, value: Py): void {
    if ((this.filled + 1) * 3 > this.keys.length * 2) this.resize();
    this.put(key, hash, value);
    this.used++;
  }

  private put(key: Py, hash: number, value: Py): void {
    const { keys } = this;
    const mask = keys.length - 1;
    let at = hash & mask;
    while (keys[at] !== FREE && keys[at] !== REMOVED) at = (at + 1) & mask;
    if (keys[at] === FREE) this.filled++;
    keys[at] = key;
    this.values[at] = value;
    this.hashes[at] = hash;
  }

  private resize(): void {
    const { keys, values, hashes } = this;
    let size = SMALLEST;
    while (size < this.used * 4) size *= 2;
    this.keys = new Array(size).fill(FREE);
    this.values = new Array(size).fill(FREE);
    this.hashes = new Int32Array(size);
    this.filled = 0;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (key !== FREE && key !== REMOVED) this.put(key, hashes[i]!, values[i]);
    }
  }

  /** Removes `key` itself, which is there. */
  remove(key: Py, full: number | bigint): void {
    const { keys } = this;
    const mask = keys.length - 1;
    for (let at = spread(full) & mask; keys[at] !== FREE; at = (at + 1) & mask) {
      if (keys[at] !== key) continue;
      keys[at] = REMOVED;
      this.values[at] = FREE;
      this.used--;
      return;
    }
  }

  /** Forgets every key. A search that is under way in Python code finds nothing any more. */
  clear(): void {
    this.keys = new Array(SMALLEST).fill(FREE);
    this.values = new Array(SMALLEST).fill(FREE);
    this.hashes = new Int32Array(SMALLEST);
    this.used = 0;
    this.filled = 0;
  }

  copy(): KeyIndex {
    const result = new KeyIndex();
    result.keys = this.keys.slice();
    result.values = this.values.slice();
    result.hashes = this.hashes.slice();
    result.used = this.used;
    result.filled = this.filled;
    return result;
  }
}
