/** Python 2.7's `hash` of built-in values (64-bit build, hash randomisation off). */
import { hashComplex, hashFloat2, hashInt2, hashString2 } from '../text/numberHash.js';
import type { Py } from './object.js';
import { PyComplex, PyFloat, PyIntBox, PyLong, PyStrBox, PyTuple, PyUnicode } from './values.js';

type Int = number | bigint;

/** None's hash is made of its address, of which only the low bits are the same each time; they decide the order of small tables. */
const NONE = 8796084598750;

/** The hash of a value whose hash does not depend on its class or address; undefined for all others. */
export function hashPlain2(o: Py, hashItem: (item: Py) => Int): Int | undefined {
  switch (typeof o) {
    case 'number':
      return o === -1 ? -2 : o;
    case 'bigint':
      return hashInt2(o);
    case 'boolean':
      return o ? 1 : 0;
    case 'string':
      return hashText2(o);
    default:
      break;
  }
  if (o === null) return NONE;
  if (typeof o === 'function') return undefined;
  if (o instanceof PyFloat) return hashFloat2(o.v);
  if (o instanceof PyUnicode) return hashString2(Array.from(o.value, (c: string) => c.codePointAt(0)!));
  if (o instanceof PyTuple) return hashTuple2(o.items, hashItem);
  if (o instanceof PyIntBox) return hashInt2(o.value);
  if (o instanceof PyLong) return hashInt2(o.value);
  if (o instanceof PyStrBox) return hashText2(o.value);
  if (o instanceof PyComplex) return hashComplex2(o);
  return undefined;
}

/** `hash` of a str: one character is one byte. */
export function hashText2(text: string): Int {
  const codes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) codes[i] = text.charCodeAt(i);
  return hashString2(codes);
}

function hashComplex2(o: PyComplex): Int {
  if (o.imag === 0) return hashFloat2(o.real);
  if (Number.isInteger(o.real) && Number.isInteger(o.imag)) return hashComplex(o.real, o.imag);
  const hash = BigInt.asIntN(64, BigInt(hashFloat2(o.real)) + 1000003n * BigInt(hashFloat2(o.imag)));
  return normal(hash);
}

function hashTuple2(items: readonly Py[], hashItem: (item: Py) => Int): Int {
  let multiplier = 1000003n;
  let hash = 0x345678n;
  let left = items.length;
  for (const item of items) {
    left--;
    hash = BigInt.asUintN(64, (hash ^ BigInt.asUintN(64, BigInt(hashItem(item)))) * multiplier);
    multiplier += BigInt(82520 + 2 * left);
  }
  return normal(BigInt.asIntN(64, hash + 97531n));
}

const normal = (n: bigint): Int => {
  if (n === -1n) return -2;
  return n >= -0x1fffffffffffffn && n <= 0x1fffffffffffffn ? Number(n) : n;
};
