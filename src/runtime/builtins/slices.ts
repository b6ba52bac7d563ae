/** `o[start:stop]` and `o[start:stop:step]` with no slice object for the built-in sequences, and Python 2's methods for the former. */

import { errorOfInstance, special } from '../object/attributes.js';
import { rt } from '../object/context.js';
import { AttributeError } from '../object/errors.js';
import { intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { typeOf } from '../object/typeof.js';
import { PyList, PySlice, PyTuple } from '../object/values.js';
import { list } from './list.js';
import { replaceRange } from './listSlices.js';
import { clip, pick, type Selection, sliceBound } from './sliceIndices.js';
import { delItem, getItem, isPlain, setItem } from './subscript.js';
import { tuple } from './tuple.js';

/** `start:stop:step` as written between brackets; None where a part was left out. */
export function buildSlice(start: Py, stop: Py, step: Py = null): PySlice {
  return new PySlice(start, stop, step);
}

/** `o[start:stop]`; undefined where a bound was left out. In Python 2 it asks `__getslice__` first. */
export function getSlice(o: Py, start: Py, stop: Py): Py {
  if (plainBound(start) && plainBound(stop)) {
    if (typeof o === 'string') {
      if (isPlain(o)) return o.slice(start ?? 0, stop ?? undefined);
    } else if (o instanceof PyList && o.c$ === list) {
      if (o.raw !== null) return PyList.ofRaw(o.raw.slice(start ?? 0, stop ?? undefined));
      return new PyList(o.tagged.slice(start ?? 0, stop ?? undefined));
    } else if (o instanceof PyTuple && o.c$ === tuple) return new PyTuple(o.items.slice(start ?? 0, stop ?? undefined));
  }
  const f = rt.dialect === 2 ? oldSlice(o, '__getslice__', start, stop) : undefined;
  return f === undefined ? getItem(o, sliceFor(o, start, stop)) : f(...oldBounds(o, start, stop));
}

const plainBound = (bound: Py): boolean => bound === undefined || bound === null || typeof bound === 'number';

/** `o[start:stop:step]`. */
export function getStepped(o: Py, start: Py, stop: Py, step: Py): Py {
  if (typeof step === 'number' && step !== 0 && plainBound(start) && plainBound(stop)) {
    if (o instanceof PyList && o.c$ === list) {
      if (o.raw !== null) return PyList.ofRaw(pick(o.raw, selected(start, stop, step, o.raw.length)));
      return new PyList(pick(o.tagged, selected(start, stop, step, o.tagged.length)));
    }
    if (o instanceof PyTuple && o.c$ === tuple)
      return new PyTuple(pick(o.items, selected(start, stop, step, o.items.length)));
  }
  return getItem(o, new PySlice(start, stop, step));
}

function selected(start: Py, stop: Py, step: number, length: number): Selection {
  const end = step < 0 ? -1 - length : length;
  return clip(start ?? -1 - end, stop ?? end, step, length);
}

/** `o[start:stop] = value`. */
export function setSlice(o: Py, start: Py, stop: Py, value: Py): void {
  const isList = o instanceof PyList && o.c$ === list && value !== o;
  if (isList && plainBound(start) && plainBound(stop) && (value?.c$ === list || value?.c$ === tuple)) {
    const { start: from, count } = selected(start, stop, 1, o.length);
    replaceRange(o, from, count, value.items);
    return;
  }
  const f = rt.dialect === 2 ? oldSlice(o, '__setslice__', start, stop) : undefined;
  if (f !== undefined) f(...oldBounds(o, start, stop), value);
  else setItem(o, sliceFor(o, start, stop), value);
}

/** `del o[start:stop]`. */
export function delSlice(o: Py, start: Py, stop: Py): void {
  const f = rt.dialect === 2 ? oldSlice(o, '__delslice__', start, stop) : undefined;
  if (f !== undefined) f(...oldBounds(o, start, stop));
  else delItem(o, sliceFor(o, start, stop));
}

/** The slice that `o[start:stop]` asks for; instances of old-style classes are asked with both ends filled in. */
function sliceFor(o: Py, start: Py, stop: Py): PySlice {
  if (typeOf(o).oldStyle && isOldBound(start) && isOldBound(stop)) {
    const [from, to] = oldBounds(o, start, stop);
    return new PySlice(from, to, null);
  }
  return new PySlice(start ?? null, stop ?? null, null);
}

const isOldBound = (bound: Py): boolean =>
  bound === undefined || bound === null || intValue(bound) !== undefined || special(bound, '__index__') !== undefined;

/** Python 2's slice method of a class written in Python, bound, where both bounds are ints or left out. */
function oldSlice(o: Py, name: string, start: Py, stop: Py): ((...args: Py[]) => Py) | undefined {
  if (!typeOf(o).isHeap || !isOldBound(start) || !isOldBound(stop)) return undefined;
  const f = special(o, name);
  return f === undefined ? undefined : (...args) => f(o, ...args);
}

const MAX_INT_2 = 0x7fffffffffffffffn;
const noLength = (o: Py) => AttributeError(`'${typeOf(o).name}' object has no attribute '__len__'`);

/** `sys.maxint` for an open end; the length is added to negative bounds. */
function oldBounds(o: Py, start: Py, stop: Py): [Py, Py] {
  const fromEnd = (bound: Py): Py => {
    const index = sliceBound(bound);
    if (index >= 0) return index < Number.MAX_SAFE_INTEGER ? index : MAX_INT_2;
    const f = special(o, '__len__');
    if (f === undefined) throw typeOf(o).oldStyle ? errorOfInstance(o, '__len__') : noLength(o);
    return index + Number(f(o));
  };
  return [
    start === undefined || start === null ? 0 : fromEnd(start),
    stop === undefined || stop === null ? MAX_INT_2 : fromEnd(stop),
  ];
}
