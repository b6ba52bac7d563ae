/** The keys of tables: what stands for them in a JavaScript Map, and which need their hash and `__eq__`. */
import { ready } from './install.js';
import { normalInt } from './number.js';
import type { Py, PyObject } from './object.js';
import { PyComplex, PyFloat, PyIntBox, PyLong, PyStrBox, PyTuple, PyUnicode } from './values.js';

/** The primitive or identity that stands for `key` in a Map, or undefined when only its hash and `__eq__` can find it. */
export function simpleKey(key: Py): Py {
  if (typeof key === 'object') return key === null ? null : simpleObjectKey(key);
  return typeof key === 'boolean' ? Number(key) : key;
}

function simpleObjectKey(key: PyObject): Py {
  if (key instanceof PyFloat) return wholeFloatKey(key.v);
  if (key instanceof PyComplex && key.imag === 0 && !key.c$.isHeap) return wholeFloatKey(key.real);
  const cls = key.c$;
  if (!cls.isReady) ready(cls);
  if (cls.identityHash) return key;
  if (key instanceof PyStrBox && key.c$.inheritsHash) return key.value;
  if (key instanceof PyIntBox && key.c$.inheritsHash) return key.value;
  if (key instanceof PyLong && key.c$.inheritsHash) return normalInt(key.value);
  // Python 2: u'a' == 'a', and they hash alike, while the text is ASCII.
  if (key instanceof PyUnicode && /^[\0-\x7f]*$/.test(key.value)) return key.value;
  return undefined;
}

function wholeFloatKey(v: number): Py {
  if (Number.isSafeInteger(v)) return v + 0;
  return Number.isInteger(v) ? BigInt(v) : undefined;
}

/** `__eq__` or `__hash__` of the key is written in Python. */
export const isForeign = (key: Py): boolean => typeof key === 'object' && key !== null && key.c$.customHash;

export const isPlainTuple = (key: Py): key is PyTuple => key instanceof PyTuple && key.c$ === PyTuple.prototype.c$;

/** What stands in `map` for a key of the index. */
export function slotOf(key: Py): Py {
  const simple = simpleKey(key);
  return simple === undefined ? key : simple;
}
