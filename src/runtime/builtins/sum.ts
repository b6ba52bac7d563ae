/** `sum(iterable, /, start=0)` (https://docs.python.org/3/library/functions.html#sum). */
import { rt } from '../object/context.js';
import { TypeError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { iterate, TupleIterator } from '../object/iterate.js';
import type { Iterator } from '../object/pyIterator.js';
import type { Py } from '../object/object.js';
import { PyByteArray, PyBytes, PyFloat, PyList, PyStrBox, PyUnicode } from '../object/values.js';
import { add } from './arithmetic.js';
import { isFloat } from './plainNumbers.js';
import { addInt, type Int } from './intMath.js';
import { fitsWord } from './long2.js';

export const sum = fn('(iterable, /, start=0)', total, 'sum');
/** Python 2's takes no keywords. */
export const sum2 = fn('(sequence, start=0, /)', total, 'sum');

/** `start` and the values of a JavaScript array together. */
export const sumOf = (start: Py, items: Py[]): Py => sumFrom(start, new TupleIterator(items));

function total(iterable: Py, start: Py): Py {
  if (start === undefined && iterable instanceof PyList && iterable.raw === null && !iterable.c$.isHeap) {
    const plain = sumPlain(iterable.tagged);
    if (plain !== undefined) return plain;
  }
  const it = iterate(iterable);
  if (start === undefined) return sumFrom(0, it);
  checkStart(start);
  return sumFrom(start, it);
}

function checkStart(start: Py): void {
  if (typeof start === 'string' || start instanceof PyStrBox || start instanceof PyUnicode) {
    throw TypeError("sum() can't sum strings [use ''.join(seq) instead]");
  }
  if (rt.dialect === 2) return;
  if (start instanceof PyBytes) throw TypeError("sum() can't sum bytes [use b''.join(seq) instead]");
  if (start instanceof PyByteArray) throw TypeError("sum() can't sum bytearray [use b''.join(seq) instead]");
}

/** Ints first, then floats, then anything: each stage is left for good at the first item that it does not take. */
function sumFrom(start: Py, it: Iterator): Py {
  let total: Py = start;
  if (typeof total === 'number' || (typeof total === 'bigint' && fitsWord(total))) {
    total = sumInts(total, it);
    if (total instanceof Sum) return total.value;
  }
  if (isFloat(total)) {
    total = sumFloats(total.v, it);
    if (total instanceof Sum) return total.value;
  }
  for (let item = it.nx(); item !== undefined; item = it.nx()) total = add(total, item);
  return total;
}

/** The end of the iterable was reached. */
class Sum {
  constructor(readonly value: Py) {}
}

/** The whole sum, or what it is with the first item that is no int. */
/** The sum of small ints; undefined if there is anything else. */
function sumPlain(items: readonly Py[]): number | undefined {
  let total = 0;
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    if (typeof item !== 'number') return undefined;
    total += item;
    if (total > Number.MAX_SAFE_INTEGER || total < Number.MIN_SAFE_INTEGER) return undefined;
  }
  return total;
}

function sumInts(start: Int, it: Iterator): Py {
  let total: Int = start;
  for (let item = it.nx(); item !== undefined; item = it.nx()) {
    if (typeof item === 'number' && typeof total === 'number') {
      const next: number = total + item;
      total = Number.isSafeInteger(next) ? next : addInt(total, item);
    } else if (typeof item === 'boolean' && rt.dialect === 3) total = addInt(total, item ? 1 : 0);
    else if (typeof item === 'number' || typeof item === 'bigint') {
      if (!fitsWord(item)) return add(total, item);
      total = addInt(total, item);
      if (!fitsWord(total)) return total;
    } else return add(total, item);
  }
  return new Sum(total);
}

/** Python 3 carries the rounding errors along (Neumaier's summation); Python 2 adds plainly. */
function sumFloats(start: number, it: Iterator): Py {
  const compensates = rt.dialect === 3;
  let total = start;
  let lost = 0;
  const result = () => new PyFloat(lost !== 0 && Number.isFinite(lost) ? total + lost : total);
  for (let item = it.nx(); item !== undefined; item = it.nx()) {
    if (isFloat(item)) {
      const x = item.v;
      const next = total + x;
      if (compensates) lost += Math.abs(total) >= Math.abs(x) ? total - next + x : x - next + total;
      total = next;
    } else if (typeof item === 'number') total += item;
    else if (typeof item === 'boolean') total += item ? 1 : 0;
    else if (typeof item === 'bigint' && fitsWord(item)) total += Number(item);
    else return add(result(), item);
  }
  return new Sum(result());
}
