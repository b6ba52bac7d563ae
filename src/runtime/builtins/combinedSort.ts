/**
 * Keys of whole numbers that fit into one double together, with the place where each stood: those are sorted by the engine itself,
 * and what is equal stays in order.
 */
import type { Py } from '../object/object.js';
import type { Column } from './fastSort.js';

/** All whole numbers up to here are doubles. */
const EXACT = 2 ** 53;

/** Sorts `items` by the columns of their keys. False, having changed nothing, where one of them is no such number, or they do not fit. */
export function sortCombined(items: Py[], columns: readonly Column[]): boolean {
  const count = items.length;
  let places = 1;
  while (places < count) places *= 2;
  const all = new Float64Array(count);
  let room = EXACT / places;
  for (let k = columns.length - 1, stride = places; k >= 0; k--) {
    const column = columns[k]!;
    if (!(column instanceof Float64Array)) return false;
    const range = rangeOf(column);
    if (range === null) return false;
    const size = range.high - range.low + 1;
    room /= size;
    if (!(room >= 1)) return false;
    for (let i = 0; i < count; i++) all[i] = all[i]! + (column[i]! - range.low) * stride;
    stride *= size;
  }
  let isInOrder = true;
  for (let i = 1; i < count; i++) {
    if (all[i]! < all[i - 1]!) isInOrder = false;
    all[i] = all[i]! + i;
  }
  if (isInOrder) return true;
  all.sort();
  const before = items.slice();
  for (let i = 0; i < count; i++) items[i] = before[all[i]! - Math.floor(all[i]! / places) * places];
  return true;
}

/** The least and the greatest of whole numbers, or null where there are others. */
function rangeOf(column: Float64Array): { low: number; high: number } | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < column.length; i++) {
    const value = column[i]!;
    if (Math.floor(value) !== value) return null;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high };
}
