/** Python's `==` and `hash()` between any two values, for tables and for the comparison helpers. */
import { isSameNaN } from '../text/nan.js';
import { equalBytes } from './buffer.js';
import { isOnlyItself, richCompare } from './compare.js';
import { rt } from './context.js';
import { hashFloatWords } from './floatHash.js';
import { hashFloat, hashOf, hashString } from './hash.js';
import type { Py } from './object.js';
import { PyFrozenSet } from './table.js';
import { foldWords } from './tupleHash.js';
import { PyBytes, PyFloat, PyTuple } from './values.js';

/** Whether `a is b or a == b`: what containers use. May run Python code. */
export function equals(a: Py, b: Py): boolean {
  if (a === b) return true;
  const ta = typeof a;
  if (ta === 'string' && typeof b === 'string') return false;
  if (ta === 'number' && typeof b === 'number') return false;
  if (isPlainFloat(a) && isPlainFloat(b)) {
    // Packed lists make a float anew each time: one that is not a number is known by its bits, as `is` has it.
    return a.v === b.v || (a.v !== a.v && b.v !== b.v && isSameNaN(a.v, b.v));
  }
  if (a instanceof PyTuple && b instanceof PyTuple && !a.c$.customHash && !b.c$.customHash)
    return equalItems(a.items, b.items);
  if (isPlainBytes(a) && isPlainBytes(b)) return equalBytes(a.data, b.data);
  return isOnlyItself(a) && isOnlyItself(b) ? false : richCompare(a, b, 'Eq', true);
}

const isPlainBytes = (o: Py): o is PyBytes => o instanceof PyBytes && o.c$ === PyBytes.prototype.c$;

const isPlainFloat = (o: Py): o is PyFloat => o instanceof PyFloat && o.c$ === PyFloat.prototype.c$;

/** The same for the items of two tuples. */
export function equalItems(a: readonly Py[], b: readonly Py[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    const x = a[i];
    const y = b[i];
    // V8 compares two numbers, or two texts, for themselves where it sees nothing else there.
    if (typeof x === 'number' && typeof y === 'number') {
      if (x !== y) return false;
    } else if (typeof x === 'string' && typeof y === 'string') {
      if (x !== y) return false;
    } else if (!equals(x, y)) return false;
  }
  return true;
}

/**
 * A hash of `key` for bucket look-up: equal keys have equal ones once they are folded. It is `hash(key)` where that is
 * cheap or written in Python, and a faster mix for tuples. Raises TypeError for the unhashable.
 */
export function bucketHash(key: Py): number | bigint {
  if (typeof key === 'number') return key === -1 ? -2 : key;
  if (typeof key === 'string') return hashString(key);
  if (typeof key === 'boolean') return key ? 1 : 0;
  if (key instanceof PyTuple && !key.c$.customHash) return key.knownHash ?? hashItems(key);
  if (key instanceof PyFrozenSet && !key.c$.customHash) return (key.bucketHash ??= hashElements(key));
  if (isPlainFloat(key) && rt.dialect === 3) return foldedFloat(key.v);
  return hashOf(key);
}

/** 32 bits of a hash. */
export function fold(full: number | bigint): number {
  if (typeof full === 'bigint') return foldWords(full);
  return (full | 0) === full ? full : (full ^ Math.floor(full / 4294967296)) | 0;
}

/** What `fold(hash(v))` is. */
function foldedFloat(v: number): number {
  if (Number.isSafeInteger(v) || v !== v || v === Infinity || v === -Infinity) return fold(hashFloat(v));
  const { low, high } = hashFloatWords(v);
  return (low ^ high) | 0;
}

const hashNumber = (key: Py): number => fold(bucketHash(key));

/** The same for every order of the elements. */
function hashElements(set: PyFrozenSet): number {
  let h = set.size;
  for (const slot of set.slotsInAnyOrder()) {
    const x = hashNumber(set.keyOf(slot));
    const mixed = Math.imul(x, 0x9e3779b1);
    h ^= mixed ^ (mixed >>> 15);
  }
  return h;
}

/** A tuple of so many items and items of items keeps its hash. */
const WORTH_KEEPING = 8;

function hashItems(tuple: PyTuple): number {
  const { items } = tuple;
  let h = items.length;
  let inner = 0;
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    let x: number;
    if (typeof item === 'number' && (item | 0) === item) x = item === -1 ? -2 : item;
    else {
      x = hashNumber(item);
      if (item instanceof PyTuple) inner += item.items.length;
    }
    h = Math.imul(h ^ x, 0x9e3779b1);
    h ^= h >>> 15;
  }
  // Tuples in tuples, such as the states of a search, are looked up again and again.
  if (inner > 0 && inner + items.length >= WORTH_KEEPING && items.every(hasFixedHash)) tuple.knownHash = h;
  return h;
}

/** Whether nothing of the program's is asked for the hash of `item`, which thus stays what it is. */
function hasFixedHash(item: Py): boolean {
  if (typeof item === 'number' || typeof item === 'string' || typeof item === 'boolean') return true;
  if (item === null || isPlainFloat(item)) return true;
  if (!(item instanceof PyTuple) || item.c$.customHash) return false;
  return item.knownHash !== undefined || item.items.every(hasFixedHash);
}
