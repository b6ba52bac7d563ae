/**
 * Python 2.7's hashes of the commonest keys as two 32-bit halves, without a big integer: what the order of a table is
 * made of is asked for each of its keys, and again whenever it grows.
 */
import { isPlainTuple } from './hashKey.js';
import type { Py } from './object.js';

const WORD = 4294967296;
const PRIME = 1000003;
/** With more items than this the multiplier of a tuple's hash takes more bits than a product of two doubles keeps. */
const FEW = 12;

/** Writes the low and the high half of `key`'s hash into `out`. False for a key that is none of the common ones. */
export function writeHash2(key: Py, out: Uint32Array): boolean {
  switch (typeof key) {
    case 'string':
      writeText(key, out);
      return true;
    case 'number':
      out[0] = key === -1 ? -2 : key;
      out[1] = Math.floor((key === -1 ? -2 : key) / WORD);
      return true;
    case 'object':
      return isPlainTuple(key) && key.items.length <= FEW && writeTuple(key.items, out);
    default:
      return false;
  }
}

function writeText(text: string, out: Uint32Array): void {
  const { length } = text;
  let high = 0;
  let low = length === 0 ? 0 : (text.charCodeAt(0) << 7) >>> 0;
  for (let i = 0; i < length; i++) {
    const product = low * PRIME;
    high = (Math.imul(high, PRIME) + Math.floor(product / WORD)) | 0;
    low = ((product >>> 0) ^ text.charCodeAt(i)) >>> 0;
  }
  write((low ^ length) >>> 0, high, out);
}

function writeTuple(items: readonly Py[], out: Uint32Array): boolean {
  let low = 0x345678;
  let high = 0;
  let multiplier = PRIME;
  for (let i = 0; i < items.length; i++) {
    if (!writeHash2(items[i], out)) return false;
    const product = ((low ^ out[0]!) >>> 0) * multiplier;
    high = (Math.imul(high ^ out[1]!, multiplier) + Math.floor(product / WORD)) | 0;
    low = product >>> 0;
    multiplier += 82520 + 2 * (items.length - i - 1);
  }
  const sum = low + 97531;
  write(sum >>> 0, sum >= WORD ? (high + 1) | 0 : high, out);
  return true;
}

/** -1 is no hash: it tells of an error. */
function write(low: number, high: number, out: Uint32Array): void {
  out[0] = low === WORD - 1 && high === -1 ? low - 1 : low;
  out[1] = high;
}
