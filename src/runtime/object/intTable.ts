/**
 * The table of a Python 3 set whose keys are all ints of JavaScript's safe range: open addressing in CPython's own layout,
 * so that one array is what finds the keys and what gives their order.
 */

import { filled } from './filled.js';
import { isSmall, SmallInts } from './smallInts.js';

/** A position never used: an int that V8 keeps in the array itself, and that is no key here (`fits`). */
const FREE = -0x80000000;
/** Stands where a key was removed. */
const REMOVED = -0x7fffffff;

const SMALLEST = 8;
/** Above this many keys a table doubles instead of growing fourfold. */
const LARGE = 50_000;
const PERTURB_SHIFT = 5;
/** So many neighbours are looked at before the next jump. */
const NEIGHBOURS = 9;
/** V8 keeps a longer array as a dictionary. */
const LONGEST_ARRAY = 0x1ffffff;

/** The low half of an int's 64-bit hash, which is the int itself but for -1. */
const lowHash = (key: number): number => (key === -1 ? -2 : key) >>> 0;
const highHash = (key: number): number => Math.floor(key / 4294967296) >>> 0;

/** An array of the same kind whatever its size, so that V8 has one shape to deal with. */
function freeSlots(size: number): number[] {
  if (size === SMALLEST) {
    // biome-ignore lint/suspicious/noSparseArray: the kind that longer ones have, and V8 copies a literal fastest.
    const slots = [FREE, FREE, FREE, FREE, FREE, FREE, FREE, ,] as number[];
    slots[7] = FREE;
    return slots;
  }
  if (size > LONGEST_ARRAY) return new Float64Array(size).fill(FREE) as unknown as number[];
  return filled(FREE, size);
}

export class IntTable extends SmallInts {
  slots: number[];
  mask: number;
  /** Positions in use, removed ones included. */
  fill = 0;
  used = 0;
  /** Where the next `pop` begins to look. */
  finger = 0;
  private listed: number[] | null = null;

  constructor(size = SMALLEST) {
    super();
    this.mask = size - 1;
    this.slots = freeSlots(size);
  }

  /** An empty table of more than `minimum` positions. */
  static withRoom(minimum: number): IntTable {
    let size = SMALLEST;
    while (size <= minimum) size *= 2;
    return new IntTable(size);
  }

  /** Whether a table can hold this key. */
  static fits(key: number): boolean {
    return key > REMOVED || key < FREE;
  }

  has(key: number): boolean {
    if (isSmall(key)) return this.hasSmall(key);
    const found = this.slots[lowHash(key) & this.mask];
    return found === key ? key !== FREE && key !== REMOVED : found !== FREE && this.find(key) >= 0;
  }

  /** The position of `key`, or -1. */
  private find(key: number): number {
    const { slots, mask } = this;
    let perturb = lowHash(key);
    let perturbHigh = highHash(key);
    let at = perturb & mask;
    for (;;) {
      const last = at + NEIGHBOURS <= mask ? at + NEIGHBOURS : at;
      for (let i = at; i <= last; i++) {
        const found = slots[i];
        if (found === FREE) return -1;
        if (found === key) return key === REMOVED ? -1 : i;
      }
      perturb = ((perturb >>> PERTURB_SHIFT) | (perturbHigh << (32 - PERTURB_SHIFT))) >>> 0;
      perturbHigh >>>= PERTURB_SHIFT;
      at = (Math.imul(at, 5) + 1 + perturb) & mask;
    }
  }

  /** The position of `key`; if it is not there, the one that it would take, inverted. */
  private locate(key: number): number {
    const { slots, mask } = this;
    let perturb = lowHash(key);
    let perturbHigh = highHash(key);
    let at = perturb & mask;
    if (slots[at] === FREE) return ~at;
    let removed = -1;
    for (;;) {
      const last = at + NEIGHBOURS <= mask ? at + NEIGHBOURS : at;
      for (let i = at; i <= last; i++) {
        const found = slots[i];
        if (found === key) return i;
        if (found === FREE) return ~(removed < 0 ? i : removed);
        if (found === REMOVED) removed = i;
      }
      perturb = ((perturb >>> PERTURB_SHIFT) | (perturbHigh << (32 - PERTURB_SHIFT))) >>> 0;
      perturbHigh >>>= PERTURB_SHIFT;
      at = (Math.imul(at, 5) + 1 + perturb) & mask;
    }
  }

  /** Adds a key that fits. */
  add(key: number): void {
    const { slots } = this;
    let at = lowHash(key) & this.mask;
    let found = slots[at]!;
    if (found === key) return;
    if (found !== FREE) {
      at = this.locate(key);
      if (at >= 0) return;
      at = ~at;
      found = slots[at]!;
    }
    slots[at] = asInt(key);
    this.used++;
    if (isSmall(key)) this.flipSmall(key);
    this.listed = null;
    // Only a position never used before makes the table fuller.
    if (found === FREE && ++this.fill * 5 >= this.mask * 3)
      this.resize(this.used > LARGE ? this.used * 2 : this.used * 4);
  }

  /** What a table gives as the value of its keys. */
  get(key: number): true | undefined {
    return this.has(key) ? true : undefined;
  }

  /** Removes `key`. Returns true, or undefined when it was not there. */
  delete(key: number): true | undefined {
    const { slots } = this;
    let at = lowHash(key) & this.mask;
    if (slots[at] !== key || !IntTable.fits(key)) {
      at = this.find(key);
      if (at < 0) return undefined;
    }
    slots[at] = REMOVED;
    this.used--;
    if (isSmall(key)) this.flipSmall(key);
    this.listed = null;
    return true;
  }

  /** Removes what CPython's `pop` takes; the table must not be empty. */
  pop(): number {
    const { slots, mask } = this;
    let at = this.finger & mask;
    while (!isKey(slots[at]!)) at = at === mask ? 0 : at + 1;
    const key = slots[at]!;
    slots[at] = REMOVED;
    this.used--;
    if (isSmall(key)) this.flipSmall(key);
    this.listed = null;
    this.finger = at + 1;
    return key;
  }

  /** Makes the table the smallest with more than `minimum` positions, and drops what was removed. */
  resize(minimum: number): void {
    let size = SMALLEST;
    while (size <= minimum) size *= 2;
    const old = this.slots;
    const slots = freeSlots(size);
    this.slots = slots;
    this.mask = size - 1;
    this.fill = this.used;
    for (let i = 0; i < old.length; i++) {
      const key = old[i]!;
      if (!isKey(key)) continue;
      const at = lowHash(key) & this.mask;
      slots[slots[at] === FREE ? at : ~this.locate(key)] = key;
    }
    this.listed = null;
  }

  /** Resizes as CPython does before it merges `count` keys. */
  makeRoom(count: number): void {
    if ((this.fill + count) * 5 >= this.mask * 3) this.resize((this.used + count) * 2);
  }

  /** The keys in order. The array stays as it is; a later change makes a new one. */
  list(): number[] {
    if (this.listed !== null) return this.listed;
    const keys: number[] = [];
    const { slots } = this;
    for (let i = 0; i < slots.length; i++) {
      const key = slots[i]!;
      if (isKey(key)) keys.push(key);
    }
    this.listed = keys;
    return keys;
  }

  /** Whether nothing has changed since `list` gave that array. */
  isListed(keys: unknown): boolean {
    return this.listed === keys;
  }

  /** Adds all keys of another table, which is not this one, as CPython merges. */
  merge(other: IntTable): void {
    this.makeRoom(other.used);
    if (this.fill === 0 && this.mask === other.mask && other.fill === other.used) {
      this.slots = other.slots.slice();
      this.fill = other.fill;
      this.used = other.used;
      this.listed = other.listed;
      this.copySmall(other);
      return;
    }
    const { slots } = other;
    for (let i = 0; i < slots.length; i++) {
      const key = slots[i]!;
      if (isKey(key)) this.add(key);
    }
  }

  /** Adds to `result` the keys that `other` has, or those that it has not. */
  shareWith(other: IntTable, wanted: boolean, result: IntTable): void {
    const { slots } = this;
    for (let i = 0; i < slots.length; i++) {
      const key = slots[i]!;
      if (isKey(key) && other.has(key) === wanted) result.add(key);
    }
  }

  /** Whether `other` has all keys of this table. */
  isWithin(other: IntTable): boolean {
    if (!this.isSmallWithin(other)) return false;
    const { slots } = this;
    for (let i = 0; i < slots.length; i++) {
      const key = slots[i]!;
      if (!isSmall(key) && isKey(key) && !other.has(key)) return false;
    }
    return true;
  }

  /** Whether `other` has none of this table's keys. */
  isApart(other: IntTable): boolean {
    const { slots } = this;
    for (let i = 0; i < slots.length; i++) {
      const key = slots[i]!;
      if (isKey(key) && other.has(key)) return false;
    }
    return true;
  }

  /** Removes the keys that another table, which is not this one, has too, and adds those that it alone has. */
  exchange(other: IntTable): void {
    const { slots } = other;
    for (let i = 0; i < slots.length; i++) {
      const key = slots[i]!;
      if (isKey(key) && this.delete(key) === undefined) this.add(key);
    }
  }

  /** Makes the table anew when too many of its positions are of removed keys. */
  dropRemoved(): void {
    if (this.fill - this.used > this.mask / 4) this.resize(this.used > LARGE ? this.used * 2 : this.used * 4);
  }

  /** Calls `place` with each position in use, and its key or undefined where one was removed. */
  positions(place: (at: number, key: number | undefined) => void): void {
    const { slots } = this;
    for (let at = 0; at < slots.length; at++) {
      const key = slots[at]!;
      if (key !== FREE) place(at, key === REMOVED ? undefined : key);
    }
  }
}

const isKey = (slot: number): boolean => slot !== FREE && slot !== REMOVED;

/** V8 makes an array of doubles of one that gets a double, even where that is a small int. */
const asInt = (key: number): number => ((key | 0) === key ? key | 0 : key);
