/**
 * Stable sorts for keys that JavaScript compares as Python does: numbers, strings, and tuples or lists of such.
 *
 * Every key gets a double that goes with its order: a number itself, the next few characters of a text. Keys that these do
 * not tell apart are sorted among themselves by what comes next.
 */
import { unitAt } from '../text/units.js';
import type { Py } from '../object/object.js';
import type { PyType } from '../object/type.js';
import { hasSurrogates } from '../text/codePoints.js';
import { PyFloat, PyList, PyTuple } from '../object/values.js';

/** Shorter stretches are sorted by insertion before merging. */
const STRETCH = 8;
/** Fewer keys with equal doubles are sorted by comparing them. */
const FEW = 12;
/** How many characters of one byte, or of two, a double has room for; none at all counts as 0. */
const NARROW = 6;
const NARROW_BASE = 257;
const WIDE = 3;
const WIDE_BASE = 65537;
/** Stands for the item that a shorter tuple or list has not. */
const MISSING = -Infinity;

type Column = 'number' | 'text';
/** What the keys are; of tuples and lists, what their items are, place by place. */
export type Columns = Column | readonly Column[];
/** Item number `column` of the key at `index`; undefined where the key ends before. */
type Item = (index: number, column: number) => Py;

/** What all keys are, or null where comparing them could run Python code or fail. Numbers: safe ints, floats but nan. */
export function keyColumns(keys: readonly Py[]): Columns | null {
  const first = keys[0];
  if (isPlainTuple(first) || isPlainList(first)) return itemColumns(keys, first.c$);
  const column = columnOf(first);
  if (column === null) return null;
  for (let i = 1; i < keys.length; i++) if (columnOf(keys[i]) !== column) return null;
  return column;
}

const isPlainTuple = (key: Py): key is PyTuple => key instanceof PyTuple && !key.c$.isHeap;
const isPlainList = (key: Py): key is PyList => key instanceof PyList && !key.c$.isHeap;

/** Of keys that are all tuples, or all lists. */
function itemColumns(keys: readonly Py[], cls: PyType): Columns | null {
  const columns: Column[] = [];
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (typeof key !== 'object' || key === null || key.c$ !== cls) return null;
    const items: readonly Py[] = key.items;
    for (let k = 0; k < items.length; k++) {
      const column = columnOf(items[k]);
      if (column === 'number' && double(items[k]) === MISSING) return null;
      if (column === null || (columns[k] ?? column) !== column) return null;
      columns[k] = column;
    }
  }
  return columns.length === 0 ? null : columns;
}

/** Are these tuples that stand in order already? Looks no further than it has to: false as soon as it cannot tell. */
export function areAscending(keys: readonly Py[]): boolean {
  for (let i = 0; i < keys.length; i++) {
    if (!isPlainTuple(keys[i])) return false;
    if (i > 0 && !isUpTo(keys[i - 1].items, keys[i].items)) return false;
  }
  return true;
}

function isUpTo(a: readonly Py[], b: readonly Py[]): boolean {
  const shorter = Math.min(a.length, b.length);
  for (let k = 0; k < shorter; k++) {
    const x = a[k];
    const y = b[k];
    const column = columnOf(x);
    if (column === null || column !== columnOf(y)) return false;
    const v = column === 'text' ? x : double(x);
    const w = column === 'text' ? y : double(y);
    if (v !== w) return v < w;
  }
  return a.length <= b.length;
}

function columnOf(key: Py): Column | null {
  if (typeof key === 'number') return 'number';
  if (typeof key === 'string') return hasSurrogates(key) ? null : 'text';
  return key instanceof PyFloat && !key.c$.isHeap && !Number.isNaN(key.v) ? 'number' : null;
}

const double = (key: Py): number => (typeof key === 'number' ? key : (key as PyFloat).v);

/** Sorts keys of known columns, and `values` along with them, in place. */
export function sortByKeys(keys: Py[], columns: Columns, values: Py[] | null): void {
  if (columns === 'text' && values === null) {
    // Equal strings cannot be told apart, and without a comparison function JavaScript sorts by UTF-16 units.
    if (!sortCharacters(keys)) keys.sort();
    return;
  }
  if (columns === 'number' && values === null && sortInts(keys)) return;
  const isSingle = typeof columns === 'string';
  const item: Item = isSingle ? (index) => keys[index] : (index, column) => keys[index].items[column];
  const order = new Uint32Array(keys.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  new Sorting(isSingle ? [columns] : columns, item).sort(order, 0, 0);
  const items = values ?? keys;
  const before = items.slice();
  for (let i = 0; i < order.length; i++) items[i] = before[order[i]!];
}

/** Sorts numbers that are all ints, which cannot be told apart where they are equal. False when they are not. */
function sortInts(keys: Py[]): boolean {
  const n = keys.length;
  const doubles = new Float64Array(n);
  let isInOrder = true;
  for (let i = 0; i < n; i++) {
    const key = keys[i];
    if (typeof key !== 'number') return false;
    doubles[i] = key;
    if (i > 0 && key < doubles[i - 1]!) isInOrder = false;
  }
  if (isInOrder) return true;
  doubles.sort();
  for (let i = 0; i < n; i++) keys[i] = doubles[i]!;
  return true;
}

/** Sorts texts of one unit each. False when they are not. */
function sortCharacters(keys: Py[]): boolean {
  const units = new Uint16Array(keys.length);
  for (let i = 0; i < units.length; i++) {
    if (keys[i].length !== 1) return false;
    units[i] = unitAt(keys[i], 0);
  }
  units.sort();
  for (let i = 0; i < units.length; i++) keys[i] = String.fromCharCode(units[i]!);
  return true;
}

class Sorting {
  constructor(
    private readonly columns: readonly Column[],
    private readonly item: Item,
  ) {}

  /** Sorts indexes of keys that are equal up to `column`, whose texts are equal up to unit `at`. */
  sort(order: Uint32Array, column: number, at: number): void {
    if (column === this.columns.length) return;
    if (order.length <= FEW) {
      this.insertion(order, column);
      return;
    }
    const doubles = new Float64Array(order.length);
    const isText = this.columns[column] === 'text';
    const next = isText ? this.fillTexts(doubles, order, column, at) : 0;
    if (!isText) this.fillNumbers(doubles, order, column);
    const sorted = mergeSort(doubles, order);
    for (let low = 0; low < order.length; ) {
      let high = low + 1;
      while (high < order.length && sorted[high] === sorted[low]) high++;
      if (high - low > 1) {
        const run = order.subarray(low, high);
        if (isText && this.goesOn(run, column, next)) this.sort(run, column, next);
        else this.sort(run, column + 1, 0);
      }
      low = high;
    }
  }

  private goesOn(run: Uint32Array, column: number, at: number): boolean {
    for (let i = 0; i < run.length; i++) if ((this.item(run[i]!, column)?.length ?? 0) > at) return true;
    return false;
  }

  private fillNumbers(doubles: Float64Array, order: Uint32Array, column: number): void {
    for (let i = 0; i < order.length; i++) {
      const key = this.item(order[i]!, column);
      doubles[i] = key === undefined ? MISSING : double(key);
    }
  }

  /** The characters behind what all texts begin with, as far as a double has room. Returns where they end. */
  private fillTexts(doubles: Float64Array, order: Uint32Array, column: number, at: number): number {
    const texts: (string | undefined)[] = new Array(order.length);
    for (let i = 0; i < order.length; i++) texts[i] = this.item(order[i]!, column);
    const from = commonPrefix(texts, at);
    if (fill(doubles, texts, from, NARROW, NARROW_BASE)) return from + NARROW;
    fill(doubles, texts, from, WIDE, WIDE_BASE);
    return from + WIDE;
  }

  private insertion(order: Uint32Array, column: number): void {
    for (let i = 1; i < order.length; i++) {
      const index = order[i]!;
      let j = i - 1;
      for (; j >= 0 && this.isAfter(order[j]!, index, column); j--) order[j + 1] = order[j]!;
      order[j + 1] = index;
    }
  }

  private isAfter(a: number, b: number, from: number): boolean {
    for (let column = from; column < this.columns.length; column++) {
      const x = this.item(a, column);
      const y = this.item(b, column);
      if (x === undefined || y === undefined) return x !== undefined;
      if (this.columns[column] === 'text') {
        if (x !== y) return x > y;
      } else {
        const v = double(x);
        const w = double(y);
        if (v !== w) return v > w;
      }
    }
    return false;
  }
}

/** How many units all texts have in common, `at` of which are known. */
function commonPrefix(texts: readonly (string | undefined)[], at: number): number {
  const first = texts[0];
  if (first === undefined) return at;
  let common = first.length;
  for (let i = 1; i < texts.length && common > at; i++) {
    const text = texts[i];
    if (text === undefined) return at;
    let same = at;
    while (same < common && unitAt(text, same) === unitAt(first, same)) same++;
    common = same;
  }
  return common;
}

/** False when a character does not fit. */
function fill(
  doubles: Float64Array,
  texts: readonly (string | undefined)[],
  from: number,
  width: number,
  base: number,
): boolean {
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i];
    if (text === undefined) {
      doubles[i] = MISSING;
      continue;
    }
    let value = 0;
    for (let at = from; at < from + width; at++) {
      const code = at < text.length ? unitAt(text, at) + 1 : 0;
      if (code >= base) return false;
      value = value * base + code;
    }
    doubles[i] = value;
  }
  return true;
}

/** Sorts `order` by the doubles that belong to it, bottom up. Returns these in order. */
function mergeSort(doubles: Float64Array, order: Uint32Array): Float64Array {
  const n = doubles.length;
  if (isSorted(doubles)) return doubles;
  for (let low = 0; low < n; low += STRETCH) insertion(doubles, order, low, Math.min(low + STRETCH, n));
  let keys = doubles;
  let from = order;
  let spare: Float64Array = new Float64Array(n);
  let to: Uint32Array = new Uint32Array(n);
  for (let width = STRETCH; width < n; width *= 2) {
    for (let low = 0; low < n; low += 2 * width) {
      merge(keys, from, spare, to, low, Math.min(low + width, n), Math.min(low + 2 * width, n));
    }
    [keys, spare] = [spare, keys];
    [from, to] = [to, from];
  }
  if (from !== order) order.set(from);
  return keys;
}

function isSorted(doubles: Float64Array): boolean {
  for (let i = 1; i < doubles.length; i++) if (doubles[i]! < doubles[i - 1]!) return false;
  return true;
}

function insertion(keys: Float64Array, order: Uint32Array, low: number, high: number): void {
  for (let i = low + 1; i < high; i++) {
    const key = keys[i]!;
    const index = order[i]!;
    let j = i - 1;
    for (; j >= low && keys[j]! > key; j--) {
      keys[j + 1] = keys[j]!;
      order[j + 1] = order[j]!;
    }
    keys[j + 1] = key;
    order[j + 1] = index;
  }
}

function merge(
  keys: Float64Array,
  from: Uint32Array,
  spare: Float64Array,
  to: Uint32Array,
  low: number,
  middle: number,
  high: number,
): void {
  let a = low;
  let b = middle;
  for (let k = low; k < high; k++) {
    const at = a < middle && (b >= high || keys[a]! <= keys[b]!) ? a++ : b++;
    spare[k] = keys[at]!;
    to[k] = from[at]!;
  }
}
