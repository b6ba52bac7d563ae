/** Python's `==` and `hash()` between any two values, for tables and for the comparison helpers. */
import { richCompare } from './compare.js';
import { hashOf, hashString } from './hash.js';
import type { Py } from './object.js';
import { PyFrozenSet } from './table.js';
import { PyFloat, PyTuple } from './values.js';

/** Whether `a is b or a == b`: what containers use. May run Python code. */
export function equals(a: Py, b: Py): boolean {
  if (a === b) return true;
  const ta = typeof a;
  if (ta === 'string' && typeof b === 'string') return false;
  if (ta === 'number' && typeof b === 'number') return false;
  if (a instanceof PyTuple && b instanceof PyTuple && !a.c$.isHeap && !b.c$.isHeap) return equalItems(a.items, b.items);
  // Packed lists make a float anew each time: one that is not a number is known by its bits, as `is` has it.
  if (a instanceof PyFloat && a.v !== a.v && b instanceof PyFloat && b.v !== b.v) return true;
  return richCompare(a, b, 'Eq', true);
}

function equalItems(a: readonly Py[], b: readonly Py[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!equals(a[i], b[i])) return false;
  return true;
}

/**
 * A hash of `key` for bucket look-up: equal keys have equal ones. It is `hash(key)` where that is cheap or written in
 * Python, and a faster mix for tuples. Raises TypeError for the unhashable.
 */
export function bucketHash(key: Py): number | bigint {
  switch (typeof key) {
    case 'number':
      return key;
    case 'string':
      return hashString(key);
    case 'boolean':
      return key ? 1 : 0;
    default:
      break;
  }
  if (key instanceof PyTuple && !key.c$.customHash) return key.knownHash ?? hashItems(key.items);
  if (key instanceof PyFrozenSet && !key.c$.customHash) return (key.bucketHash ??= hashElements(key));
  return hashOf(key);
}

/** The same as a number. */
export function hashNumber(key: Py): number {
  const hash = bucketHash(key);
  return typeof hash === 'number' ? hash : Number(BigInt.asIntN(53, hash));
}

/** The same for every order of the elements. */
function hashElements(set: PyFrozenSet): number {
  let h = set.size;
  for (const slot of set.map.keys()) {
    const x = hashNumber(set.keyOf(slot));
    const mixed = Math.imul((x | 0) ^ (x / 0x100000000), 0x9e3779b1);
    h ^= mixed ^ (mixed >>> 15);
  }
  return h;
}

function hashItems(items: readonly Py[]): number {
  let h = items.length;
  for (let i = 0; i < items.length; i++) {
    const x = hashNumber(items[i]);
    h = Math.imul(h ^ (x | 0) ^ (x / 0x100000000), 0x9e3779b1);
    h ^= h >>> 15;
  }
  return h;
}
