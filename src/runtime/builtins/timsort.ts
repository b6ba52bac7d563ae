/**
 * A stable adaptive merge sort that asks `less(a, b)` for the same pairs, in the same order, as CPython's `list.sort`, so
 * that a `__lt__` or key class that counts or prints behaves alike.
 *
 * The method is Tim Peters' (https://github.com/python/cpython/blob/main/Objects/listsort.txt): natural runs, binary
 * insertion up to a minimal run, merges in powersort's order, galloping while one side keeps winning.
 */
import { rt } from '../object/context.js';
import type { Py } from '../object/object.js';
import { copy, minimalRun, moveWithin, nodePower, reverseRange } from './timsortRuns.js';

export type Less = (a: Py, b: Py) => boolean;

const MIN_GALLOP = 7;

interface Run {
  base: number;
  length: number;
  power: number;
}

/** Sorts `keys` in place, moving `values` (if any) along. An exception from `less` leaves some permutation. */
export function timsort(keys: Py[], values: Py[] | null, less: Less): void {
  if (keys.length < 2) return;
  if (values === null) {
    new Sorter(keys, less, rt.dialect === 2).run();
    return;
  }
  const pairs = keys.map((key, i): Pair => ({ key, value: values[i] }));
  try {
    new Sorter(pairs, (a, b) => less(a.key, b.key), rt.dialect === 2).run();
  } finally {
    for (let i = 0; i < pairs.length; i++) values[i] = pairs[i]!.value;
  }
}

/** A key and what it is the key of. */
interface Pair {
  readonly key: Py;
  readonly value: Py;
}

class Sorter {
  private readonly runs: Run[] = [];
  private minGallop = MIN_GALLOP;
  constructor(
    private readonly keys: Py[],
    private readonly less: Less,
    /** As Python 2 finds runs, and balances them, before powersort. */
    private readonly classic: boolean,
  ) {}

  run(): void {
    const total = this.keys.length;
    const minimum = minimalRun(total);
    for (let base = 0; base < total; ) {
      const left = total - base;
      let length = this.countRun(base, left);
      if (length < minimum) {
        const forced = Math.min(left, minimum);
        this.binaryInsertion(base, forced, length);
        length = forced;
      }
      this.push(base, length);
      base += length;
    }
    while (this.runs.length > 1) {
      let at = this.runs.length - 2;
      if (at > 0 && this.runs[at - 1]!.length < this.runs[at + 1]!.length) at--;
      this.mergeAt(at);
    }
  }

  /** Length of the run at `base`, made ascending. */
  private countRun(base: number, left: number): number {
    const { keys, less } = this;
    if (this.classic) return this.countRunClassic(base, left);
    let n = 1;
    while (n < left && !less(keys[base + n], keys[base + n - 1])) n++;
    if (n === left) return n;
    let equal = 0;
    if (n > 1) {
      if (less(keys[base], keys[base + n - 1])) return n;
      equal = n - 1;
    }
    const settle = (): void => {
      if (equal > 0) this.reverse(base + n - equal - 1, equal + 1);
      equal = 0;
    };
    // All so far are equal, and the next is smaller: a descending run, in which blocks of equals keep their order.
    settle();
    n++;
    for (; n < left; n++) {
      if (less(keys[base + n], keys[base + n - 1])) settle();
      else if (less(keys[base + n - 1], keys[base + n])) break;
      else equal++;
    }
    settle();
    this.reverse(base, n);
    while (n < left && !less(keys[base + n], keys[base + n - 1])) n++;
    return n;
  }

  private countRunClassic(base: number, left: number): number {
    const { keys, less } = this;
    if (left === 1) return 1;
    const descending = less(keys[base + 1], keys[base]);
    let n = 2;
    while (n < left && less(keys[base + n], keys[base + n - 1]) === descending) n++;
    if (descending) this.reverse(base, n);
    return n;
  }

  private reverse(base: number, length: number): void {
    reverseRange(this.keys, base, length);
  }

  /** Sorts `length` items from `base`, of which the first `sorted` are in order. */
  private binaryInsertion(base: number, length: number, sorted: number): void {
    const { keys, less } = this;
    for (let i = base + sorted; i < base + length; i++) {
      const pivot = keys[i];
      let low = base;
      let high = i;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (less(pivot, keys[middle])) high = middle;
        else low = middle + 1;
      }
      moveWithin(keys, low + 1, low, i);
      keys[low] = pivot;
    }
  }

  private push(base: number, length: number): void {
    const { runs } = this;
    if (this.classic) {
      runs.push({ base, length, power: 0 });
      this.balance();
      return;
    }
    if (runs.length > 0) {
      const top = runs.at(-1)!;
      const power = nodePower(top.base, top.length, length, this.keys.length);
      while (runs.length > 1 && runs.at(-2)!.power > power) this.mergeAt(runs.length - 2);
      runs.at(-1)!.power = power;
    }
    runs.push({ base, length, power: 0 });
  }

  /** Merges until every run is longer than the next two together. */
  private balance(): void {
    const { runs } = this;
    while (runs.length > 1) {
      let at = runs.length - 2;
      const length = (i: number) => runs[i]!.length;
      const tooShort =
        (at > 0 && length(at - 1) <= length(at) + length(at + 1)) ||
        (at > 1 && length(at - 2) <= length(at - 1) + length(at));
      if (tooShort) {
        if (length(at - 1) < length(at + 1)) at--;
      } else if (length(at) > length(at + 1)) return;
      this.mergeAt(at);
    }
  }

  /** Merges run `at` with the one after it. */
  private mergeAt(at: number): void {
    const { runs, keys } = this;
    const a = runs[at]!;
    const b = runs[at + 1]!;
    let from = a.base;
    let na = a.length;
    a.length += b.length;
    runs.splice(at + 1, 1);
    const skip = this.gallopRight(keys[b.base], keys, from, na, 0);
    from += skip;
    na -= skip;
    if (na === 0) return;
    const nb = this.gallopLeft(keys[from + na - 1], keys, b.base, b.length, b.length - 1);
    if (nb <= 0) return;
    if (na <= nb) this.mergeLow(from, na, b.base, nb);
    else this.mergeHigh(from, na, b.base, nb);
  }

  /** First position in the sorted `n` items at `base` where `key` could stand before its equals. */
  private gallopLeft(key: Py, a: Py[], base: number, n: number, hint: number): number {
    const { less } = this;
    let last = 0;
    let offset = 1;
    const at = base + hint;
    if (less(a[at], key)) {
      const limit = n - hint;
      while (offset < limit && less(a[at + offset], key)) {
        last = offset;
        offset = offset * 2 + 1;
      }
      last += hint;
      offset = Math.min(offset, limit) + hint;
    } else {
      const limit = hint + 1;
      while (offset < limit && !less(a[at - offset], key)) {
        last = offset;
        offset = offset * 2 + 1;
      }
      const low = hint - Math.min(offset, limit);
      offset = hint - last;
      last = low;
    }
    for (last++; last < offset; ) {
      const middle = last + ((offset - last) >> 1);
      if (less(a[base + middle], key)) last = middle + 1;
      else offset = middle;
    }
    return offset;
  }

  /** The same after its equals. */
  private gallopRight(key: Py, a: Py[], base: number, n: number, hint: number): number {
    const { less } = this;
    let last = 0;
    let offset = 1;
    const at = base + hint;
    if (less(key, a[at])) {
      const limit = hint + 1;
      while (offset < limit && less(key, a[at - offset])) {
        last = offset;
        offset = offset * 2 + 1;
      }
      const low = hint - Math.min(offset, limit);
      offset = hint - last;
      last = low;
    } else {
      const limit = n - hint;
      while (offset < limit && !less(key, a[at + offset])) {
        last = offset;
        offset = offset * 2 + 1;
      }
      last += hint;
      offset = Math.min(offset, limit) + hint;
    }
    for (last++; last < offset; ) {
      const middle = last + ((offset - last) >> 1);
      if (less(key, a[base + middle])) offset = middle;
      else last = middle + 1;
    }
    return offset;
  }

  /** Merges forwards; the first run, the shorter, is copied aside. */
  private mergeLow(baseA: number, lengthA: number, baseB: number, lengthB: number): void {
    const { keys, less } = this;
    const side = keys.slice(baseA, baseA + lengthA);
    let na = lengthA;
    let nb = lengthB;
    let a = 0;
    let b = baseB;
    let to = baseA;
    try {
      keys[to++] = keys[b++];
      nb--;
      while (nb > 0 && na > 1) {
        let { minGallop } = this;
        let countA = 0;
        let countB = 0;
        while (nb > 0 && na > 1 && countA < minGallop && countB < minGallop) {
          if (less(keys[b], side[a])) {
            keys[to++] = keys[b++];
            nb--;
            countB++;
            countA = 0;
          } else {
            keys[to++] = side[a++];
            na--;
            countA++;
            countB = 0;
          }
        }
        if (nb === 0 || na === 1) return;
        minGallop++;
        do {
          this.minGallop = minGallop = Math.max(minGallop - 1, 1);
          countA = this.gallopRight(keys[b], side, a, na, 0);
          copy(side, a, keys, to, countA);
          to += countA;
          a += countA;
          na -= countA;
          if (na <= 1) return;
          keys[to++] = keys[b++];
          if (--nb === 0) return;
          countB = this.gallopLeft(side[a], keys, b, nb, 0);
          moveWithin(keys, to, b, b + countB);
          to += countB;
          b += countB;
          nb -= countB;
          if (nb === 0) return;
          keys[to++] = side[a++];
          if (--na === 1) return;
        } while (countA >= MIN_GALLOP || countB >= MIN_GALLOP);
        this.minGallop = minGallop + 1;
      }
    } finally {
      // With one item of A left it is the greatest of all; with none of B left, the rest of A follows.
      moveWithin(keys, to, b, b + nb);
      copy(side, a, keys, to + nb, na);
    }
  }

  /** Merges backwards; the second run, the shorter, is copied aside. */
  private mergeHigh(baseA: number, lengthA: number, baseB: number, lengthB: number): void {
    const { keys, less } = this;
    const side = keys.slice(baseB, baseB + lengthB);
    let na = lengthA;
    let nb = lengthB;
    let to = baseB + lengthB;
    try {
      keys[--to] = keys[baseA + --na];
      while (na > 0 && nb > 1) {
        let { minGallop } = this;
        let countA = 0;
        let countB = 0;
        while (na > 0 && nb > 1 && countA < minGallop && countB < minGallop) {
          if (less(side[nb - 1], keys[baseA + na - 1])) {
            keys[--to] = keys[baseA + --na];
            countA++;
            countB = 0;
          } else {
            keys[--to] = side[--nb];
            countB++;
            countA = 0;
          }
        }
        if (na === 0 || nb === 1) return;
        minGallop++;
        do {
          this.minGallop = minGallop = Math.max(minGallop - 1, 1);
          countA = na - this.gallopRight(side[nb - 1], keys, baseA, na, na - 1);
          to -= countA;
          na -= countA;
          moveWithin(keys, to, baseA + na, baseA + na + countA);
          if (na === 0) return;
          keys[--to] = side[--nb];
          if (nb === 1) return;
          countB = nb - this.gallopLeft(keys[baseA + na - 1], side, 0, nb, nb - 1);
          to -= countB;
          nb -= countB;
          copy(side, nb, keys, to, countB);
          if (nb <= 1) return;
          keys[--to] = keys[baseA + --na];
          if (na === 0) return;
        } while (countA >= MIN_GALLOP || countB >= MIN_GALLOP);
        this.minGallop = minGallop + 1;
      }
    } finally {
      to -= na;
      moveWithin(keys, to, baseA, baseA + na);
      copy(side, 0, keys, to - nb, nb);
    }
  }
}
