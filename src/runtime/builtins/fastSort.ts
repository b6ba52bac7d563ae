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
import { sortCombined } from './combinedSort.js';

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

/** What stands at one place of all keys: numbers, or texts. A key that ends before has MISSING or undefined there. */
export type Column = Float64Array | readonly (string | undefined)[];

/** The keys by place (a number or a text has only one), or null where comparing them could run Python code or fail. */
export function keyColumns(keys: readonly Py[]): Column[] | null {
  const first = keys[0];
  if (!isPlainTuple(first) && !isPlainList(first)) {
    const column = columnOf(keys, first);
    return column === null ? null : [column];
  }
  const width = greatestLength(keys, first.c$);
  const columns: Column[] = [];
  for (let k = 0; k < width; k++) {
    const items = itemsAt(keys, k);
    const column = columnOf(items, items.find(isGiven));
    if (column === null || (column instanceof Float64Array && mistakesMissing(column, items))) return null;
    columns.push(column);
  }
  return columns.length === 0 ? null : columns;
}

const isPlainTuple = (key: Py): key is PyTuple => key instanceof PyTuple && !key.c$.isHeap;
const isPlainList = (key: Py): key is PyList => key instanceof PyList && !key.c$.isHeap;
const isGiven = (item: Py): boolean => item !== undefined;

/** Of keys that are all of one class; 0 where they are not. */
function greatestLength(keys: readonly Py[], cls: PyType): number {
  let width = 0;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (typeof key !== 'object' || key === null || key.c$ !== cls) return 0;
    if (key.items.length > width) width = key.items.length;
  }
  return width;
}

function itemsAt(keys: readonly Py[], k: number): Py[] {
  const items: Py[] = new Array(keys.length);
  for (let i = 0; i < keys.length; i++) items[i] = keys[i].items[k];
  return items;
}

/** Is there a number like the one that stands for an item that is not there? */
function mistakesMissing(column: Float64Array, items: readonly Py[]): boolean {
  for (let i = 0; i < column.length; i++) if (column[i] === MISSING && items[i] !== undefined) return true;
  return false;
}

function columnOf(items: readonly Py[], first: Py): Column | null {
  return typeof first === 'string' ? texts(items) : numbers(items);
}

function texts(items: readonly Py[]): readonly (string | undefined)[] | null {
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    if (typeof item === 'string' ? hasSurrogates(item) : item !== undefined) return null;
  }
  return items;
}

/** Safe ints, and floats but nan. */
function numbers(items: readonly Py[]): Float64Array | null {
  const doubles = new Float64Array(items.length);
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    if (typeof item === 'number') doubles[i] = item;
    else if (item === undefined) doubles[i] = MISSING;
    else if (isPlainNumber(item)) doubles[i] = item.v;
    else return null;
  }
  return doubles;
}

const isPlainNumber = (item: Py): item is PyFloat =>
  item instanceof PyFloat && !item.c$.isHeap && !Number.isNaN(item.v);

/** Are these tuples that stand in order already? Looks no further than it has to: false as soon as it cannot tell. */
export function areAscending(keys: readonly Py[]): boolean {
  if (!isPlainTuple(keys[0])) return false;
  for (let i = 1; i < keys.length; i++) {
    if (!isPlainTuple(keys[i]) || !isUpTo(keys[i - 1].items, keys[i].items)) return false;
  }
  return true;
}

function isUpTo(a: readonly Py[], b: readonly Py[]): boolean {
  const shorter = Math.min(a.length, b.length);
  for (let k = 0; k < shorter; k++) {
    const x = a[k];
    const y = b[k];
    if (typeof x === 'string') {
      if (typeof y !== 'string' || hasSurrogates(x) || hasSurrogates(y)) return false;
      if (x !== y) return x < y;
    } else {
      const v = double(x);
      const w = double(y);
      if (v !== w) return v < w;
    }
  }
  return a.length <= b.length;
}

/** The number; NaN, which is in no order, for what is none. */
const double = (item: Py): number => (typeof item === 'number' ? item : isPlainNumber(item) ? item.v : Number.NaN);

/** Sorts keys of known columns, and `values` along with them, in place. */
export function sortByKeys(keys: Py[], columns: readonly Column[], values: Py[] | null): void {
  if (values === null && (typeof keys[0] === 'string' ? sortTexts(keys) : sortInts(keys))) return;
  if (sortCombined(values ?? keys, columns)) return;
  const order = new Uint32Array(keys.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  sortOrder(columns, order, 0, 0);
  permute(values ?? keys, order);
}

function permute(items: Py[], order: Uint32Array): void {
  const before = items.slice();
  for (let i = 0; i < order.length; i++) items[i] = before[order[i]!];
}

/** Equal strings cannot be told apart, and without a comparison function JavaScript sorts by UTF-16 units. */
function sortTexts(keys: Py[]): true {
  if (sortLast(keys)) return true;
  if (!sortCharacters(keys)) keys.sort();
  return true;
}

/** Does not pay for fewer keys. */
const MANY = 64;

/**
 * Sorts primitive keys that are in order but for a few at the end, as a list is that gets some more and is sorted again. They are
 * put into the others from the back. False where it is otherwise.
 */
function sortLast(keys: Py[]): boolean {
  const n = keys.length;
  if (n < MANY) return false;
  let from = 1;
  while (from < n && keys[from - 1] <= keys[from]) from++;
  if (n - from > n >> 4) return false;
  const last = keys.slice(from).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  let read = from - 1;
  for (let k = last.length - 1, at = n - 1; k >= 0; at--) {
    if (read >= 0 && keys[read] > last[k]) keys[at] = keys[read--];
    else keys[at] = last[k--];
  }
  return true;
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
  if (isInOrder || sortLast(keys)) return true;
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

/** Sorts indexes of keys that are equal up to column number `k`, whose texts are equal up to unit `at`. */
function sortOrder(columns: readonly Column[], order: Uint32Array, k: number, at: number): void {
  const column = columns[k];
  if (column === undefined) return;
  if (order.length <= FEW) {
    insertByComparing(columns, order, k);
    return;
  }
  const isNumbers = column instanceof Float64Array;
  const doubles = isNumbers ? gather(column, order) : new Float64Array(order.length);
  const next = isNumbers ? 0 : fillTexts(doubles, column, order, at);
  const sorted = mergeSort(doubles, order);
  for (let low = 0; low < order.length; ) {
    let high = low + 1;
    while (high < order.length && sorted[high] === sorted[low]) high++;
    if (high - low > 1) {
      const run = order.subarray(low, high);
      if (!isNumbers && isLonger(column, run, next)) sortOrder(columns, run, k, next);
      else sortOrder(columns, run, k + 1, 0);
    }
    low = high;
  }
}

function gather(column: Float64Array, order: Uint32Array): Float64Array {
  const doubles = new Float64Array(order.length);
  for (let i = 0; i < order.length; i++) doubles[i] = column[order[i]!]!;
  return doubles;
}

/** Goes one of the texts on behind unit `at`? */
function isLonger(column: readonly (string | undefined)[], run: Uint32Array, at: number): boolean {
  for (let i = 0; i < run.length; i++) {
    const text = column[run[i]!];
    if (text !== undefined && text.length > at) return true;
  }
  return false;
}

/** The characters behind what all texts begin with, as far as a double has room. Returns where they end. */
function fillTexts(
  doubles: Float64Array,
  column: readonly (string | undefined)[],
  order: Uint32Array,
  at: number,
): number {
  const picked: (string | undefined)[] = new Array(order.length);
  for (let i = 0; i < order.length; i++) picked[i] = column[order[i]!];
  const from = commonPrefix(picked, at);
  if (fill(doubles, picked, from, NARROW, NARROW_BASE)) return from + NARROW;
  fill(doubles, picked, from, WIDE, WIDE_BASE);
  return from + WIDE;
}

function insertByComparing(columns: readonly Column[], order: Uint32Array, k: number): void {
  for (let i = 1; i < order.length; i++) {
    const index = order[i]!;
    let j = i - 1;
    for (; j >= 0 && isAfter(columns, order[j]!, index, k); j--) order[j + 1] = order[j]!;
    order[j + 1] = index;
  }
}

function isAfter(columns: readonly Column[], a: number, b: number, from: number): boolean {
  for (let k = from; k < columns.length; k++) {
    const x = columns[k]![a];
    const y = columns[k]![b];
    if (x === undefined || y === undefined) return x !== undefined;
    if (x !== y) return x > y;
  }
  return false;
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
