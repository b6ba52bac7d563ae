/** `hash(x)`, with CPython's values for numbers and tuples of them (64-bit build). */

import { unitAt } from '../text/units.js';
import { hashString2 } from '../text/numberHash.js';
import { special } from './attributes.js';
import { FIRST_ID, rt } from './context.js';
import { objectType } from './type.js';
import { TypeError } from './errors.js';
import { hashFloatWords } from './floatHash.js';
import { hashPlain2 } from './hash2.js';
import type { Py } from './object.js';
import { joinWords, TupleHash } from './tupleHash.js';
import { typeOf } from './typeof.js';
import { PyBytes, PyFloat, PyTuple } from './values.js';

const MODULUS = (1n << 61n) - 1n;
const SMALLEST_WORD = -(1n << 63n);
const LARGEST_WORD = (1n << 63n) - 1n;

/** The hash as an int (number, or bigint beyond the safe range). */
export function hashOf(o: Py): number | bigint {
  if (rt.dialect === 2) {
    const hash = o !== null && typeof o === 'object' && o.c$.isHeap ? undefined : hashPlain2(o, hashOf);
    if (hash !== undefined) return hash;
  }
  if (typeof o === 'number') {
    if (o >= -0x1fffffffffffff && o <= 0x1fffffffffffff) return o === -1 ? -2 : o;
    return hashBig(BigInt(o));
  }
  if (typeof o === 'string') return rt.dialect === 2 ? hashBytes2(o) : hashString(o);
  if (typeof o === 'boolean') return o ? 1 : 0;
  if (typeof o === 'bigint') return hashBig(o);
  if (typeof o === 'function') return identityHash(o);
  if (o === null) return 0xfca86420;
  if (!o.c$.isHeap) {
    if (o instanceof PyTuple) return hashTuple(o.items);
    if (o instanceof PyFloat) return hashFloat(o.v);
    if (o instanceof PyBytes) return hashBytes(o.data);
  }
  const f = special(o, '__hash__');
  if (f === undefined || (o.c$.oldStyle && o.c$.customHash && f === objectType.proto.m$__hash__)) {
    throw TypeError(typeOf(o).oldStyle ? 'unhashable instance' : `unhashable type: '${typeOf(o).name}'`);
  }
  const result = f(o);
  if (typeof result === 'number') return result === -1 ? -2 : result;
  if (typeof result === 'bigint') return hashResult(result);
  if (typeof result === 'boolean') return result ? 1 : 0;
  if (typeof result === 'object' && result !== null && 'value' in result && typeof result.value !== 'string')
    return hashOf(result.value);
  throw TypeError(`__hash__ method should return an integer`);
}

/** Python 2's hash of a str: the same in every run, so programs can print it. */
function hashBytes2(s: string): number | bigint {
  const codes = new Uint8Array(s.length);
  for (let i = 0, size = s.length; i < size; i++) codes[i] = unitAt(s, i);
  return hashString2(codes);
}

/** What a `__hash__` method returned, brought into 64 bits as CPython does. */
function hashResult(value: bigint): number | bigint {
  if (value >= SMALLEST_WORD && value <= LARGEST_WORD) return value;
  return hashBig(value);
}

function hashBig(value: bigint): number | bigint {
  const magnitude = (value < 0n ? -value : value) % MODULUS;
  const signed = value < 0n ? -magnitude : magnitude;
  const result = signed === -1n ? -2n : signed;
  return normal(result);
}

const normal = (n: bigint): number | bigint => (n >= -0x1fffffffffffffn && n <= 0x1fffffffffffffn ? Number(n) : n);

/** https://docs.python.org/3/library/stdtypes.html#hashing-of-numeric-types */
export function hashFloat(v: number): number | bigint {
  if (Number.isSafeInteger(v)) return v === -1 ? -2 : v + 0;
  // Its identity is its bits: typed code and packed lists make it anew.
  if (v !== v) return 0;
  if (v === Infinity) return 314159;
  if (v === -Infinity) return -314159;
  const { low, high } = hashFloatWords(v);
  return joinWords(low, high);
}

function hashTuple(items: readonly Py[]): number | bigint {
  const hash = new TupleHash();
  for (let i = 0; i < items.length; i++) hash.add(hashOf(items[i]));
  return hash.value();
}

/** FNV over the UTF-16 units, spread to 53 bits: fixed, so that runs can be repeated. The empty text has 0, as in CPython. */
export function hashString(s: string): number {
  let high = 0;
  let low = 0x193;
  for (let i = 0, size = s.length; i < size; i++) {
    const unit = unitAt(s, i);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x5bd1e995);
  }
  return (high >> 0) * 0x100000 + (low >>> 12);
}

/** What `hashString` gives for a text of these units. */
export function hashBytes(data: Uint8Array): number {
  let high = 0;
  let low = 0x193;
  for (let i = 0; i < data.length; i++) {
    const unit = data[i]!;
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x5bd1e995);
  }
  return (high >> 0) * 0x100000 + (low >>> 12);
}

/** `id(o)`: a number that looks like an address, the same for the object's whole life. */
export function identity(o: object): number {
  let id = rt.ids.get(o);
  if (id === undefined) {
    id = rt.nextId;
    rt.nextId += ID_STEP;
    rt.ids.set(o, id);
  }
  return id;
}

const ID_STEP = 64;
/** The number of an identity among those that are given; of the next one without an object. */
export const identityNumber = (id: number = rt.nextId): number => (id - FIRST_ID) / ID_STEP;
/** Gives an object the identity that it has had in the process from which this one has been forked. */
export const takeIdentity = (o: object, number: number): void => {
  rt.ids.set(o, FIRST_ID + number * ID_STEP);
};
/** Identities that are given from now on come behind so many. */
export const continueIdentities = (number: number): void => {
  rt.nextId = Math.max(rt.nextId, FIRST_ID + number * ID_STEP);
};

export function identityHash(o: object): number {
  return identity(o) / 16;
}
