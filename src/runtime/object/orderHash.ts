/** The hashes by which tables are ordered: those that CPython gives in every run. */
import { rt } from './context.js';
import { hashOf } from './hash.js';
import { hashPlain2 } from './hash2.js';
import { writeHash2 } from './hashHalves2.js';
import type { Py } from './object.js';
import { PyFrozenSet } from './table.js';
import { splitWords, TupleHash } from './tupleHash.js';
import { PyBytes, PyComplex, PyFloat, PyIntBox, PyRange, PyTuple } from './values.js';

/**
 * Writes the halves of the hash of a table's slot; false when CPython would draw it anew in every run. `known` holds the
 * hashes that `__hash__` methods written in Python gave: they are not called again.
 */
export function slotHashInto(slot: Py, out: Uint32Array, known: Map<Py, number | bigint> | null): boolean {
  if (typeof slot === 'number') {
    writeNumber(slot === -1 ? -2 : slot, out);
    return true;
  }
  const given = known?.get(slot);
  if (given === undefined && rt.dialect === 2 && writeHash2(slot, out)) return true;
  if (given === undefined && rt.dialect === 3 && slot instanceof PyTuple && !slot.c$.customHash)
    return writeTuple(slot.items, out);
  const hash = given ?? stableHash(slot);
  if (hash === undefined) return false;
  if (typeof hash === 'number') writeNumber(hash, out);
  else splitWords(hash, out);
  return true;
}

function writeTuple(items: readonly Py[], out: Uint32Array): boolean {
  const hash = new TupleHash();
  for (let i = 0; i < items.length; i++) {
    const item = stableHash(items[i]);
    if (item === undefined) return false;
    hash.add(item);
  }
  hash.writeInto(out);
  return true;
}

function writeNumber(hash: number, out: Uint32Array): void {
  out[0] = hash;
  out[1] = Math.floor(hash / 4294967296);
}

function stableHash(key: Py): number | bigint | undefined {
  if (rt.dialect === 2) return stableHash2(key);
  switch (typeof key) {
    case 'number':
    case 'bigint':
    case 'boolean':
      return hashOf(key);
    case 'string':
      return key === '' ? 0 : undefined;
    case 'function':
      return undefined;
    default:
      break;
  }
  if (key === null) return hashOf(key);
  if (key instanceof PyFloat) return !Number.isNaN(key.v) ? hashOf(key) : undefined;
  if (key instanceof PyTuple) return key.items.every(isStable) ? hashOf(key) : undefined;
  if (key instanceof PyFrozenSet) return isStableSet(key) ? hashOf(key) : undefined;
  if (key instanceof PyIntBox || key instanceof PyComplex || key instanceof PyRange) return hashOf(key);
  // Only what is empty has the same hash in every run.
  return key instanceof PyBytes && key.data.length === 0 && !key.c$.isHeap ? 0 : undefined;
}

const isStable = (key: Py): boolean => stableHash(key) !== undefined;

function isStableSet(set: PyFrozenSet): boolean {
  if (set.hasStableHash === undefined) {
    set.hasStableHash = true;
    for (const slot of set.slotsInAnyOrder()) if (!isStable(set.keyOf(slot))) set.hasStableHash = false;
  }
  return set.hasStableHash;
}

function stableHash2(key: Py): number | bigint | undefined {
  if (key instanceof PyTuple) return key.items.every(isStable) ? hashOf(key) : undefined;
  if (key instanceof PyFrozenSet) return isStableSet(key) ? hashOf(key) : undefined;
  return hashPlain2(key, hashOf);
}
