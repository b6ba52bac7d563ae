/** `len` and `operator.length_hint`. */
import { special, lacksSpecial } from '../object/attributes.js';
import { rt } from '../object/context.js';
import { PyBaseException, TypeError, ValueError } from '../object/errors.js';
import { isStopIteration, iterate, toArray } from '../object/iterate.js';
import type { Iterator } from '../object/pyIterator.js';
import { checkedLength } from '../object/length.js';
import { intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { HashTable } from '../object/hashTable.js';
import { typeOf } from '../object/typeof.js';
import { NotImplemented, PyBytes, PyList, PyTuple } from '../object/values.js';
import { cpLength } from '../text/codePoints.js';
import { direct } from './direct.js';

/** `len(o)`. */
export function length(o: Py): number | bigint {
  if (typeof o === 'string') return rt.dialect === 2 ? o.length : cpLength(o);
  if (typeof o === 'object' && o !== null && !o.c$.isHeap) {
    if (o instanceof PyList) return o.length;
    if (o instanceof PyTuple) return o.items.length;
    if (o instanceof HashTable) return o.size;
    if (o instanceof PyBytes) return o.data.length;
  }
  const f = special(o, '__len__');
  if (f === undefined) throw lacksSpecial(o, '__len__', `object of type '${typeOf(o).name}' has no len()`);
  const result = f(o);
  if (typeOf(o).oldStyle && intValue(result) === undefined) throw TypeError('__len__() should return an int');
  return checkedLength(result);
}

/** `operator.length_hint(o, fallback)`. */
export function lengthHint(o: Py, fallback: number | bigint): number | bigint {
  if (typeof o === 'string' || special(o, '__len__') !== undefined) {
    try {
      return length(o);
    } catch (error) {
      if (!(error instanceof PyBaseException) || error.c$ !== TypeError.type) throw error;
    }
  }
  const hook = special(o, '__length_hint__');
  if (hook === undefined) return fallback;
  let result: Py;
  try {
    result = hook(o);
  } catch (error) {
    if (error instanceof PyBaseException && error.c$.mro.includes(TypeError.type) && !isStopIteration(error))
      return fallback;
    throw error;
  }
  if (result === NotImplemented) return fallback;
  const n = intValue(result);
  if (n === undefined) throw TypeError(`__length_hint__ must be an integer, not ${typeOf(result).name}`);
  if (n < 0) throw ValueError('__length_hint__() should return >= 0');
  return n;
}

/** `iter(o)` for a list or tuple to fill: an object that says in Python how long it is, is asked after that. */
export function iterateSized(o: Py): Iterator {
  const iterator = iterate(o);
  askLength(o);
  return iterator;
}

/** Asks an object that says it in Python how long it is, for the errors of that. */
export function askLength(o: Py): void {
  if (o === null || typeof o !== 'object' || !o.c$.isHeap) return;
  if ((special(o, '__len__') as Py)?.info !== undefined || special(o, '__length_hint__') !== undefined)
    lengthHint(o, 0);
}

/** Its items. */
export function listItems(o: Py): Py[] {
  if (o === null || typeof o !== 'object' || !o.c$.isHeap) return toArray(o);
  const items: Py[] = [];
  const iterator = iterateSized(o);
  for (let item = iterator.nx(); item !== undefined; item = iterator.nx()) items.push(item);
  return items;
}

export const len = direct(
  '(obj, /)',
  function (o: Py) {
    if (arguments.length !== 1) throw TypeError(`len() takes exactly one argument (${arguments.length} given)`);
    return length(o);
  },
  length,
  'len',
);
