/**
 * The order in which CPython's open-addressing tables show their keys: sets in both dialects, dicts in Python 2.
 *
 * Only positions are kept here, found by the keys' 64-bit hashes; the data stays in the `HashTable` that owns it. A table
 * makes one of these when somebody looks at the order, and keeps it up to date from then on. As soon as a key comes by
 * whose hash is not the same in every run of CPython (an address, a str in Python 3), the order of insertion serves.
 */
import type { IntTable } from './intTable.js';
import type { Py } from './object.js';

/** Writes the low and the high half of `key`'s hash into `out`. False when CPython's hash differs from run to run. */
export type HashInto = (slot: Py, out: Uint32Array) => boolean;

const SMALLEST = 8;
/** Above this many keys a table doubles instead of growing fourfold. */
const LARGE = 50_000;
const PERTURB_SHIFT = 5;
/** Python 3's sets look at so many neighbours before they jump. */
const NEIGHBOURS = 9;

const FREE = undefined;
/** Stands where a key was removed. */
const REMOVED = Symbol('removed');

/** The halves of the hash that has just been asked for: a typed array for each table would cost more than a small table. */
const halves = new Uint32Array(2);

export class TableOrder {
  protected keys: Py[] = [];
  /** The hash at position 0: where Python 2's `popitem` keeps its finger when nothing is there. */
  private zeroLow = 0;
  private zeroHigh = 0;
  /** Positions in use, removed ones included. */
  fill = 0;
  used = 0;
  /** Where the next `pop` of a Python 3 set begins to look; the set keeps it when it is cleared. */
  finger = 0;
  /** The hashes of some key cannot be known: order of insertion. */
  dead = false;
  /** Nothing has been put in yet, though the owner has keys: they all go in, in order of insertion, on first use. */
  lazy = true;
  /** The table does not grow for now: CPython has made what room it wants. */
  fixed = false;
  private cached: Py[] | null = null;
  private lo = 0;
  private hi = 0;

  constructor(
    private readonly hashInto: HashInto,
    /** Python 2's tables probe and grow differently from Python 3's sets. */
    readonly classic: boolean,
    public mask = SMALLEST - 1,
  ) {}

  /** Puts every slot of the owner in. */
  fillFrom(slots: Iterable<Py>): void {
    this.lazy = false;
    this.allocate(this.mask + 1);
    for (const slot of slots) {
      this.insert(slot);
      if (this.dead) return;
    }
  }

  private allocate(size: number): void {
    this.mask = size - 1;
    this.keys = new Array(size).fill(FREE);
    this.zeroLow = 0;
    this.zeroHigh = 0;
  }

  private die(): void {
    this.dead = true;
    this.keys = [];
    this.cached = null;
  }

  /** The slots in table order. The array stays as it is; a later change makes a new one. */
  list(): Py[] {
    if (this.cached !== null) return this.cached;
    const result: Py[] = [];
    const { keys } = this;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (key !== FREE && key !== REMOVED) result.push(key);
    }
    this.cached = result;
    return result;
  }

  /** Whether the table is as it was when it gave `list`. */
  isListed(list: readonly Py[]): boolean {
    return this.cached === list;
  }

  /** A slot that was not there before. */
  insert(slot: Py): void {
    const { fill } = this;
    this.place(slot);
    // Only a position never used before makes the table fuller.
    if (!this.dead && !this.fixed && this.fill > fill && this.isFull())
      this.resize(this.used > LARGE ? this.used * 2 : this.used * 4);
  }

  private place(slot: Py): void {
    if (!this.readHash(slot)) {
      this.die();
      return;
    }
    const { lo, hi } = this;
    const at = this.classic ? this.freeClassic(lo, hi) : this.freeModern(lo, hi);
    if (this.keys[at] === FREE) this.fill++;
    this.used++;
    this.keys[at] = slot;
    if (at === 0) {
      this.zeroLow = lo;
      this.zeroHigh = hi;
    }
    this.cached = null;
  }

  /** Puts the hash of a slot into `lo` and `hi`. */
  private readHash(slot: Py): boolean {
    if (typeof slot === 'number' && (slot | 0) === slot && slot !== -1) {
      // A small int is its own hash.
      this.lo = slot >>> 0;
      this.hi = slot < 0 ? 0xffffffff : 0;
      return true;
    }
    if (!this.hashInto(slot, halves)) return false;
    this.lo = halves[0]!;
    this.hi = halves[1]!;
    return true;
  }

  private isFull(): boolean {
    return this.classic ? this.fill * 3 >= (this.mask + 1) * 2 : this.fill * 5 >= this.mask * 3;
  }

  /** Whether `count` more keys at once make CPython's merge resize first. */
  wantsRoom(count: number): boolean {
    const fill = this.fill + count;
    return this.classic ? fill * 3 >= (this.mask + 1) * 2 : fill * 5 >= this.mask * 3;
  }

  /** Makes the table the smallest with more than `minimum` positions, and drops what was removed. */
  resize(minimum: number): void {
    let size = SMALLEST;
    while (size <= minimum) size *= 2;
    const { keys } = this;
    this.allocate(size);
    this.fill = this.used;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (key === FREE || key === REMOVED) continue;
      this.readHash(key);
      const { lo, hi } = this;
      const at = this.classic ? this.freeClassic(lo, hi) : this.freeModern(lo, hi);
      this.keys[at] = key;
      if (at === 0) {
        this.zeroLow = lo;
        this.zeroHigh = hi;
      }
    }
    this.cached = null;
  }

  /** Python 2: the first removed position on the way to the first free one, else that. */
  private freeClassic(lo: number, hi: number): number {
    const { keys, mask } = this;
    let i = lo;
    let at = i & mask;
    let removed = -1;
    let perturbLo = lo;
    let perturbHi = hi;
    while (keys[at] !== FREE) {
      if (keys[at] === REMOVED && removed < 0) removed = at;
      i = (Math.imul(i, 5) + perturbLo + 1) | 0;
      at = i & mask;
      perturbLo = ((perturbLo >>> PERTURB_SHIFT) | (perturbHi << (32 - PERTURB_SHIFT))) >>> 0;
      perturbHi >>>= PERTURB_SHIFT;
    }
    return removed < 0 ? at : removed;
  }

  /** Python 3's sets: the last removed position on the way, and some neighbours are tried before each jump. */
  private freeModern(lo: number, hi: number): number {
    const { keys, mask } = this;
    let i = lo & mask;
    if (keys[i] === FREE) return i;
    let removed = -1;
    let perturbLo = lo;
    let perturbHi = hi;
    for (;;) {
      const last = i + NEIGHBOURS <= mask ? i + NEIGHBOURS : i;
      for (let at = i; at <= last; at++) {
        if (keys[at] === FREE) return removed < 0 ? at : removed;
        if (keys[at] === REMOVED) removed = at;
      }
      perturbLo = ((perturbLo >>> PERTURB_SHIFT) | (perturbHi << (32 - PERTURB_SHIFT))) >>> 0;
      perturbHi >>>= PERTURB_SHIFT;
      i = (Math.imul(i, 5) + 1 + perturbLo) & mask;
    }
  }

  /** Position of a slot that is there. */
  private find(slot: Py): number {
    this.readHash(slot);
    const { keys, mask, classic, lo } = this;
    if (keys[lo & mask] === slot) return lo & mask;
    let perturbLo = lo;
    let perturbHi = this.hi;
    let i = classic ? lo : lo & mask;
    for (let guard = 0; guard <= 64 + 2 * mask; guard++) {
      const from = i & mask;
      const last = !classic && from + NEIGHBOURS <= mask ? from + NEIGHBOURS : from;
      for (let at = from; at <= last; at++) if (keys[at] === slot) return at;
      if (classic) i = (Math.imul(i, 5) + perturbLo + 1) | 0;
      perturbLo = ((perturbLo >>> PERTURB_SHIFT) | (perturbHi << (32 - PERTURB_SHIFT))) >>> 0;
      perturbHi >>>= PERTURB_SHIFT;
      if (!classic) i = (Math.imul(from, 5) + 1 + perturbLo) & mask;
    }
    return keys.indexOf(slot);
  }

  remove(slot: Py): void {
    const at = this.find(slot);
    if (at >= 0) this.removeAt(at);
  }

  private removeAt(at: number): void {
    this.keys[at] = REMOVED;
    this.used--;
    this.cached = null;
  }

  /** Removes what `set.pop` (or Python 2's `popitem`) takes, and returns it; the table must not be empty. */
  pop(): Py {
    const at = this.classic ? this.nextClassic() : this.nextModern();
    const slot = this.keys[at];
    this.removeAt(at);
    if (!this.classic) this.finger = at + 1;
    return slot;
  }

  private nextModern(): number {
    let at = this.finger & this.mask;
    while (this.keys[at] === FREE || this.keys[at] === REMOVED) at = at === this.mask ? 0 : at + 1;
    return at;
  }

  /** Position 0 if it is taken; else on from where the last one was, which position 0 remembers in place of a hash. */
  private nextClassic(): number {
    const taken = (i: number) => this.keys[i] !== FREE && this.keys[i] !== REMOVED;
    let at = 0;
    if (!taken(0)) {
      at = this.zeroHigh === 0 ? this.zeroLow : this.mask + 1;
      if (at > this.mask || at < 1) at = 1;
      while (!taken(at)) at = at >= this.mask ? 1 : at + 1;
    }
    this.zeroLow = at + 1;
    this.zeroHigh = 0;
    return at;
  }

  /** The layout that a set of ints had, for when other keys come. */
  static likeInts(ints: IntTable, hashInto: HashInto): TableOrder {
    const order = new TableOrder(hashInto, false, ints.mask);
    order.fillFrom([]);
    ints.positions((at, key) => {
      order.keys[at] = key === undefined ? REMOVED : key;
    });
    order.fill = ints.fill;
    order.used = ints.used;
    order.finger = ints.finger;
    return order;
  }

  /** A table of the same layout, for a copy of the owner. */
  clone(hashInto: HashInto): TableOrder {
    const copy = new TableOrder(hashInto, this.classic, this.mask);
    copy.lazy = this.lazy;
    copy.dead = this.dead;
    copy.keys = this.keys.slice();
    copy.zeroLow = this.zeroLow;
    copy.zeroHigh = this.zeroHigh;
    copy.fill = this.fill;
    copy.used = this.used;
    return copy;
  }
}
