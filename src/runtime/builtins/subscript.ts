/** `o[key]`, `o[key] = value`, `del o[key]` and `item in o` for any values. */

import { errorOfInstance, findAttr, special } from '../object/attributes.js';
import { call1 } from '../object/call.js';
import { rt } from '../object/context.js';
import { equals } from '../object/equality.js';
import { IndexError, isInstanceOf, KeyError, type PyBaseException, TypeError } from '../object/errors.js';
import { iterate } from '../object/iterate.js';
import { asIndex, intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { HashTable } from '../object/hashTable.js';
import { type PyAnySet, PyDict } from '../object/table.js';
import { truthy } from '../object/truth.js';
import { PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { isBmp } from '../text/codePoints.js';
import { PyFloat, PyList, PyRange, PyTuple } from '../object/values.js';
import { dict, dictMissing } from './dict.js';
import { genericAlias } from './genericAlias.js';
import { list, listDelete, listGet, listSet } from './list.js';
import { notSubscriptable } from './notSubscriptable.js';
import { rangeContains } from './range.js';
import { includes } from './sequenceSearch.js';
import { setHas } from './set.js';
import { tuple, tupleGet } from './tuple.js';

/** `o[key]`. */
export function getItem(o: Py, key: Py): Py {
  if (typeof o === 'object' && o !== null) {
    if (o instanceof PyList) {
      if (typeof key === 'number') {
        if (o.raw !== null && o.c$ === list) {
          const double = key >= 0 ? o.raw[key] : o.raw[key + o.raw.length];
          if (double !== undefined) return new PyFloat(double);
        } else {
          const { items } = o;
          const item = key >= 0 ? items[key] : items[key + items.length];
          if (o.c$ === list && item !== undefined) return item;
        }
        // Thrown here: V8 does not optimise functions that only throw.
        if (o.c$ === list) throw IndexError('list index out of range');
      }
      if (o.c$ === list) return listGet(o, key);
    } else if (o instanceof PyDict) {
      if (!o.c$.isHeap) {
        const value = o.get(key);
        if (value !== undefined) return value;
        if (o.c$ === dict) throw KeyError(key);
        return dictMissing(o, key);
      }
    } else if (o instanceof PyTuple && o.c$ === tuple) {
      if (typeof key === 'number') {
        const item = key >= 0 ? o.items[key] : o.items[key + o.items.length];
        if (item !== undefined) return item;
        throw IndexError('tuple index out of range');
      }
      return tupleGet(o, key);
    } else if (o.item$ !== undefined) {
      const item = o.item$(key);
      if (item !== undefined) return item;
    }
  } else if (typeof o === 'string') return charAt(o, key);
  return getItemSlow(o, key);
}

/** `text[key]`. */
export function charAt(text: string, key: Py): Py {
  if (typeof key === 'number') {
    const at = key < 0 ? key + text.length : key;
    if (at >= 0 && at < text.length && isPlain(text)) return text[at];
  }
  return getItemSlow(text, key);
}

/** The last text that was found to have no surrogates: scanning strings by index looks at the same one again and again. */
const lastPlain = { text: '' };

/** Each character of the text is one unit. */
export function isPlain(text: string): boolean {
  if (text !== lastPlain.text && rt.dialect === 3 && !isBmp(text)) return false;
  // Set even when it is equal: at another address it would be compared character by character the next time too.
  lastPlain.text = text;
  return true;
}

function getItemSlow(o: Py, key: Py): Py {
  const f = special(o, '__getitem__');
  if (f !== undefined) return f(o, key);
  if (o instanceof PyType) {
    const hook = findAttr(o, '__class_getitem__');
    if (hook !== undefined) return call1(hook, key);
    // Python 2's types have no such form, but the library's modules, which are Python 3, write it.
    if (!o.isHeap && (rt.dialect === 2 || o.name === 'type')) return genericAlias(o, key);
    if (rt.dialect === 3) throw TypeError(`type '${o.isHeap ? o.name : o.qualname}' is not subscriptable`);
  }
  throw notSubscriptable(o, key);
}

/** `o[key] = value`. */
export function setItem(o: Py, key: Py, value: Py): void {
  if (typeof o === 'object' && o !== null) {
    if (o instanceof PyList) {
      if (o.c$ === list) {
        if (typeof key === 'number') {
          const { raw } = o;
          if (raw !== null && value instanceof PyFloat && value.c$ === PyFloat.prototype.c$) {
            const at = key >= 0 ? key : key + raw.length;
            if (at >= 0 && at < raw.length) {
              raw[at] = value.v;
              return;
            }
          }
          const { items } = o;
          const at = key >= 0 ? key : key + items.length;
          if (at >= 0 && at < items.length) {
            items[at] = value;
            return;
          }
        }
        listSet(o, key, value);
        return;
      }
    } else if (o instanceof PyDict && o.c$ === dict) {
      o.set(key, value);
      return;
    } else if (o.put$ !== undefined && o.put$(key, value)) return;
  }
  const f = special(o, '__setitem__');
  if (f !== undefined) f(o, key, value);
  else throw unsupported(o, key, 'does not support item assignment', '__setitem__');
}

/** `del o[key]`. */
export function delItem(o: Py, key: Py): void {
  if (o instanceof PyList && o.c$ === list) {
    listDelete(o, key);
    return;
  }
  if (o instanceof PyDict && o.c$ === dict) {
    if (o.delete(key) === undefined) throw KeyError(key);
    return;
  }
  const f = special(o, '__delitem__');
  if (f !== undefined) f(o, key);
  else
    throw unsupported(
      o,
      key,
      `${isSequenceLike(o) && isIndex(key) ? "doesn't" : 'does not'} support item deletion`,
      '__delitem__',
    );
}

function unsupported(o: Py, key: Py, what: string, name: string): PyBaseException {
  const cls = typeOf(o);
  if (cls.oldStyle) return errorOfInstance(o, name) as PyBaseException;
  const index = isSequenceLike(o) && isIndex(key) ? asIndex(key) : 0;
  if (typeof index === 'bigint' && BigInt.asIntN(64, index) !== index)
    return IndexError(`cannot fit '${typeOf(key).name}' into an index-sized integer`);
  return TypeError(`'${cls.name}' object ${what}`);
}

/** Classes written in Python have C's sequence methods all the same, and the message is theirs. */
const isSequenceLike = (o: Py): boolean => typeOf(o).isHeap || special(o, '__contains__') !== undefined;
const isIndex = (key: Py): boolean =>
  intValue(key) !== undefined || (key !== null && special(key, '__index__') !== undefined);

/** `item in o`. */
export function contains(o: Py, item: Py): boolean {
  if (typeof o === 'object' && o !== null) {
    if (o instanceof HashTable) {
      if (!o.c$.isHeap) return tableHas(o, item);
    } else if ((o instanceof PyList || o instanceof PyTuple) && !o.c$.isHeap) return includes(o, item);
    else if (o instanceof PyRange && rt.dialect === 3) return rangeContains(o, item);
  } else if (typeof o === 'string' && typeof item === 'string') return o.indexOf(item) >= 0;
  const f = special(o, '__contains__');
  if (f !== undefined) {
    const result = f(o, item);
    return typeof result === 'boolean' ? result : truthy(result);
  }
  return search(o, item);
}

function tableHas(o: HashTable, item: Py): boolean {
  if (typeof item === 'string' || typeof item === 'number') return o.has(item);
  return o instanceof PyDict ? o.has(item) : setHas(o as PyAnySet, item);
}

/** The last resort of `in`: go through all items. */
function search(o: Py, item: Py): boolean {
  const cls = typeOf(o);
  const iterable =
    cls.proto.$__contains__ !== null && (special(o, '__iter__') ?? special(o, '__getitem__')) !== undefined;
  if (!iterable) throw notContainer(o);
  let it: ReturnType<typeof iterate>;
  try {
    it = iterate(o);
  } catch (error) {
    throw rt.dialect === 2 || isInstanceOf(error, TypeError) ? notContainer(o) : error;
  }
  for (let value = it.nx(); value !== undefined; value = it.nx()) if (equals(value, item)) return true;
  return false;
}

function notContainer(o: Py): PyBaseException {
  const { name, oldStyle } = typeOf(o);
  if (oldStyle) return TypeError("argument of type 'instance' is not iterable");
  return TypeError(
    `argument of type '${name}' is not ${typeOf(o).proto.$__contains__ === null ? 'a container' : 'iterable'}`,
  );
}

/** `item not in o`. */
export const notContains = (o: Py, item: Py): boolean => !contains(o, item);
