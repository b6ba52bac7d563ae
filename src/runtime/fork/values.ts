/** Writes what stands inside records: numbers, texts and references, and the JavaScript values of the runtime's own objects. */

import type { Writer } from '../codec/writer.js';
import type { Py } from '../object/object.js';
import { ForeignIterator } from '../object/iterate.js';
import { PyObject } from '../object/object.js';
import { PyFloat } from '../object/values.js';
import { V } from './kinds.js';

/** Numbers of the objects of a snapshot. */
export interface Numbers {
  /** The object's number; new ones get their record written later. */
  idOf(o: object): number;
}

/** A Python value. */
export function writeValue(w: Writer, v: Py, numbers: Numbers): void {
  switch (typeof v) {
    case 'number':
      writeNumber(w, v);
      return;
    case 'string':
      w.u8(V.Text);
      w.text(v);
      return;
    case 'boolean':
      w.u8(v ? V.True : V.False);
      return;
    case 'bigint':
      w.u8(V.BigInt);
      w.bigint(v);
      return;
    case 'undefined':
      w.u8(V.Undefined);
      return;
    default:
      break;
  }
  if (v === null) w.u8(V.None);
  else if (v instanceof PyFloat && !v.c$.isHeap) {
    w.u8(V.Float);
    w.f64(v.v);
  } else {
    w.u8(V.Ref);
    w.count(numbers.idOf(v));
  }
}

function writeNumber(w: Writer, v: number): void {
  if ((v | 0) === v && !Object.is(v, -0)) {
    if (v >= V.smallest && v < V.smallInts + V.smallest) w.u8(v - V.smallest);
    else {
      w.u8(V.Int32);
      w.i32(v);
    }
  } else {
    w.u8(V.Double);
    w.f64(v);
  }
}

const isPython = (v: object): boolean => v instanceof PyObject || typeof v === 'function';

/** True if `writeJs` can write it: no object of a JavaScript class of the runtime's own. */
export function isCopyable(v: unknown, depth = 0): boolean {
  if (v === null || (typeof v !== 'object' && typeof v !== 'function')) return typeof v !== 'symbol';
  if (v instanceof PyObject) return true;
  if (typeof v === 'function') return 'info' in v || 'builtin' in v;
  if (depth > 20) return false;
  if (Array.isArray(v)) return v.every((item) => isCopyable(item, depth + 1));
  if (v instanceof Map)
    return [...v].every(([key, value]) => isCopyable(key, depth + 1) && isCopyable(value, depth + 1));
  if (v instanceof Set) return [...v].every((item) => isCopyable(item, depth + 1));
  if (v instanceof Uint8Array || v instanceof Uint32Array || v instanceof Int32Array || v instanceof Float64Array)
    return isOwnMemory(v);
  if (v instanceof WeakRef || v instanceof RegExp || v instanceof ForeignIterator) return true;
  const proto = Object.getPrototypeOf(v);
  if (proto !== null && proto !== Object.prototype) return false;
  return Object.values(v).every((item) => isCopyable(item, depth + 1));
}

const isOwnMemory = (v: ArrayBufferView): boolean => v.buffer instanceof ArrayBuffer;

/** A field of an object of the runtime: a Python value, or data of JavaScript. */
export function writeJs(w: Writer, v: any, numbers: Numbers): void {
  if (v === null || (typeof v !== 'object' && typeof v !== 'function') || isPython(v)) {
    writeValue(w, v, numbers);
  } else if (Array.isArray(v)) {
    w.u8(V.Array);
    w.count(v.length);
    for (const item of v) writeJs(w, item, numbers);
  } else if (v instanceof Map) {
    w.u8(V.Map);
    w.count(v.size);
    for (const [key, value] of v) {
      writeJs(w, key, numbers);
      writeJs(w, value, numbers);
    }
  } else if (v instanceof Set) {
    w.u8(V.Set);
    w.count(v.size);
    for (const item of v) writeJs(w, item, numbers);
  } else if (ArrayBuffer.isView(v)) writeBytes(w, v);
  else if (v instanceof WeakRef) {
    w.u8(V.Weak);
    writeJs(w, v.deref(), numbers);
  } else if (v instanceof RegExp) {
    w.u8(V.Pattern);
    w.text(v.source);
    w.text(v.flags);
  } else if (v instanceof ForeignIterator) {
    w.u8(V.Foreign);
    writeValue(w, v.object, numbers);
  } else writePlainObject(w, v, numbers);
}

function writeBytes(w: Writer, v: ArrayBufferView): void {
  const tag =
    v instanceof Uint32Array
      ? V.Uint32s
      : v instanceof Int32Array
        ? V.Int32s
        : v instanceof Float64Array
          ? V.Doubles
          : V.Bytes;
  w.u8(tag);
  w.count(v.byteLength);
  w.raw(new Uint8Array(v.buffer, v.byteOffset, v.byteLength));
}

function writePlainObject(w: Writer, v: Record<string, unknown>, numbers: Numbers): void {
  const keys = Object.keys(v);
  w.u8(V.Plain);
  w.u8(Object.getPrototypeOf(v) === null ? 1 : 0);
  w.count(keys.length);
  for (const key of keys) {
    w.text(key);
    writeJs(w, v[key], numbers);
  }
}
