/** What is looked up where the code around handles that it is not there: for that nothing is thrown. */
import { dict } from '../builtins/dict.js';
import { floatType } from '../builtins/float.js';
import { toFloat } from '../builtins/floatNew.js';
import { getItem } from '../builtins/subscript.js';
import { toInt } from '../builtins/intNew.js';
import { next } from '../builtins/sequence.js';
import { pyError } from '../builtins/textError.js';
import { noAttribute } from '../object/attributes.js';
import { PyIterator } from '../object/pyIterator.js';
import { floatOrError } from '../text/parseFloat.js';
import { invalidLiteral, smallDecimal } from '../text/parseInt.js';
import { IndexError, KeyError, type PyBaseException, stopIteration, ValueError } from '../object/errors.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { PyFloat, PyList, PyTuple } from '../object/values.js';
import { raise } from './exceptions.js';

/** `o.name` where that is no property, or undefined where nothing has it. */
export { findSlow as findAttribute } from '../object/attributes.js';

/** `o[key]`, or undefined where a plain dict, list or tuple has no such item. */
export function findItem(o: Py, key: Py): Py {
  if (o instanceof PyDict) {
    if (o.c$ === dict) return o.get(key);
  } else if (typeof key === 'number' && (o instanceof PyList || o instanceof PyTuple) && !o.c$.isHeap) {
    const length = o instanceof PyList ? o.length : o.items.length;
    if (key >= length || key < -length) return undefined;
  }
  return getItem(o, key);
}

/** The exception for an item that `findItem` has not found. */
export function missingItem(o: Py, key: Py): PyBaseException {
  if (o instanceof PyDict) return raise(KeyError(key));
  return raise(IndexError(o instanceof PyList ? 'list index out of range' : 'tuple index out of range'));
}

/** The exception for an attribute that `findAttribute` has not found. */
export const missingAttribute = (o: Py, name: string): PyBaseException => raise(noAttribute(o, name));

/** `int(x)`, or undefined for a text that is no number. */
export function findInt(x: Py): Py {
  if (typeof x === 'string') {
    const small = smallDecimal(x);
    if (small === null) return undefined;
    if (small !== undefined) return small;
  }
  return toInt(x);
}

export const missingInt = (text: string): PyBaseException => raise(ValueError(invalidLiteral(text, 10, 'str')));

/** `float(x)`, or undefined for a text that is no number. */
export function findFloat(x: Py): Py {
  const value = typeof x === 'string' ? floatOrError(x) : toFloat(x);
  if (typeof value !== 'number') return undefined;
  return x instanceof PyFloat && x.c$ === floatType ? x : new PyFloat(value);
}

export const missingFloat = (text: string): PyBaseException => raise(pyError(floatOrError(text)) as PyBaseException);

/** `next(iterator)`, or undefined at the end of a built-in one. */
export const findNext = (iterator: Py): Py =>
  iterator instanceof PyIterator && !iterator.c$.isHeap ? iterator.nx() : next(iterator);

/** A generator's value comes with its end. */
export const missingNext = (iterator: Py): PyBaseException => raise(stopIteration(iterator.result ?? null));
