/** `index`, `count`, `in` and repetition, which list and tuple do alike. */

import { equals } from '../object/equality.js';
import { MemoryError, OverflowError } from '../object/errors.js';
import { filled } from '../object/filled.js';
import { asIndex } from '../object/number.js';
import type { Py } from '../object/object.js';
import { typeOf } from '../object/typeof.js';
import { indexBound } from './sliceIndices.js';

/** Where `value` first stands in `items` from `start` up to `stop`, or -1. May run Python code. */
export function indexOf(
  owner: { items: readonly Py[] },
  value: Py,
  start: Py = 0,
  stop: Py = Number.MAX_SAFE_INTEGER,
): number {
  const from = fromEnd(indexBound(start), owner.items.length);
  const to = fromEnd(indexBound(stop), owner.items.length);
  if (typeof value === 'string' && from === 0) return indexOfString(owner.items, value, to);
  for (let i = from; i < to && i < owner.items.length; i++) if (equals(owner.items[i], value)) return i;
  return -1;
}

function indexOfString(items: readonly Py[], value: string, to: number): number {
  for (let i = 0; i < to && i < items.length; i++) {
    const item = items[i];
    if (item === value || (typeof item === 'object' && equals(item, value))) return i;
  }
  return -1;
}

const fromEnd = (index: number, length: number) => (index < 0 ? Math.max(index + length, 0) : index);

export function countOf(owner: { items: readonly Py[] }, value: Py): number {
  let n = 0;
  for (let i = 0; i < owner.items.length; i++) if (equals(owner.items[i], value)) n++;
  return n;
}

/** `value in items`, by identity or `==`. */
export function includes(owner: { items: readonly Py[] }, value: Py): boolean {
  const { items } = owner;
  if (typeof value === 'number') {
    for (let i = 0; i < items.length; i++) {
      const item = items[i];
      if (item === value || (typeof item !== 'number' && typeof item !== 'string' && equals(item, value))) return true;
    }
    return false;
  }
  if (typeof value === 'string') return indexOfString(items, value, items.length) >= 0;
  for (let i = 0; i < owner.items.length; i++) if (equals(owner.items[i], value)) return true;
  return false;
}

/** How often a sequence is to be repeated. */
export function repeatCount(times: Py): number {
  if (typeof times === 'number') return times > 0 ? times : 0;
  const n = asIndex(times);
  if (typeof n === 'bigint' && (n > 0x7fffffffffffffffn || n < -0x8000000000000000n)) {
    throw OverflowError(`cannot fit '${typeOf(times).name}' into an index-sized integer`);
  }
  return n > 0 ? Number(n) : 0;
}

/** `items * n`. Raises MemoryError beyond what a JavaScript array can hold. */
export function repeatItems(items: readonly Py[], n: number): Py[] {
  const length = items.length;
  if (n === 1) return items.slice();
  const total = length * n;
  if (total > 0x7fffffff) throw MemoryError();
  if (length === 1 && total < 0x2000000) return filled(items[0], n);
  const result: Py[] = [];
  if (length === 0) return result;
  for (let k = 0; k < n; k++) for (let i = 0; i < length; i++) result.push(items[i]);
  return result;
}
