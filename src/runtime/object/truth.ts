/** `bool(x)`. */
import { lookup, special } from './attributes.js';
import { rt } from './context.js';
import { TypeError, ValueError } from './errors.js';
import { attributeKey, type Py } from './object.js';
import { HashTable } from './hashTable.js';
import { checkedLength } from './length.js';
import type { PyType } from './type.js';
import { typeOf } from './typeof.js';
import { PyByteArray, PyBytes, PyFloat, PyList, PyTuple } from './values.js';

/** Python's truth value: `__bool__`, else `__len__`, else True. One test after the other: V8 makes a call of `switch (typeof o)`. */
export function truthy(o: Py): boolean {
  if (typeof o === 'boolean') return o;
  if (typeof o === 'number') return o !== 0;
  if (typeof o === 'string') return o.length !== 0;
  if (typeof o === 'object') return o !== null && truthyObject(o);
  return typeof o !== 'bigint' || o !== 0n;
}

function truthyObject(o: Py): boolean {
  const cls: PyType = o.c$;
  // First, since each `instanceof` goes up the prototypes of functions, methods, files and the like.
  if (cls.alwaysTrue === true) return true;
  if (!cls.isHeap) {
    if (o instanceof PyList) return o.length !== 0;
    if (o instanceof PyTuple) return o.items.length !== 0;
    if (o instanceof HashTable) return o.size !== 0;
    if (o instanceof PyFloat) return o.v !== 0;
    if (o instanceof PyBytes || o instanceof PyByteArray) return o.data.length !== 0;
  }
  if (cls.alwaysTrue ?? isAlwaysTrue(cls, o)) return true;
  const name = rt.dialect === 2 ? '__nonzero__' : '__bool__';
  const bool = special(o, name) ?? (o.c$.isHeap ? undefined : special(o, '__bool__'));
  if (bool !== undefined) {
    const result = bool(o);
    if (typeof result === 'boolean') return result;
    if (rt.dialect === 2 && typeof result === 'number') return result !== 0;
    if (typeOf(o).oldStyle) throw TypeError('__nonzero__ should return an int');
    const kinds = rt.dialect === 2 ? 'bool or int' : 'bool';
    throw TypeError(`${name} should return ${kinds}, returned ${typeOf(result).name}`);
  }
  if (o.c$.isHeap && o.c$.proto[attributeKey(name)] === null) throw TypeError("'NoneType' object is not callable");
  const len = special(o, '__len__');
  if (len === undefined) return true;
  const n = len(o);
  if (typeOf(o).oldStyle) return classicLength(n);
  return Number(checkedLength(n)) !== 0;
}

/** The truth that the `__len__` of an old-style instance tells. */
function classicLength(n: Py): boolean {
  if (typeof n !== 'number') throw TypeError('__nonzero__ should return an int');
  if (n < 0) throw ValueError('__nonzero__ should return >= 0');
  return n !== 0;
}

/** An old-style instance may have the methods itself, and `__bool__ = None` is an error. */
function isAlwaysTrue(cls: PyType, o: Py): boolean {
  const names = ['__bool__', '__nonzero__', '__len__'];
  cls.alwaysTrue =
    !cls.oldStyle && names.every((name) => lookup(cls, name) === undefined && special(o, name) === undefined);
  return cls.alwaysTrue;
}
