/** Displays and constants. */
import { isPlainDict } from '../builtins/dict.js';
import { unitAt } from '../text/units.js';
import { findAttr } from '../object/attributes.js';
import { call } from '../object/call.js';
import { rt } from '../object/context.js';
import { TypeError } from '../object/errors.js';
import { toArray } from '../object/iterate.js';
import type { Py } from '../object/object.js';
import { PyDict, PySet } from '../object/table.js';
import { MOST_TEXTS, TextDict } from '../object/textDict.js';
import { typeOf } from '../object/typeof.js';
import { PyBytes, PyFloat, PyList, PyLong } from '../object/values.js';
import { getItem } from './subscript.js';

/** Room for that many items at once is worth having: V8 grows an array step by step, and what it leaves behind is as much again. */
const MANY = 0x10000;
/** V8 makes longer ones sparse. */
const MOST = 0x1ffffff;

/** The array for a list that will have `count` items, all of which are set one after another. */
export const room = (count: number): Py[] => (count > MANY && count < MOST ? new Array(count) : []);

export const buildSet = (items: Py[]): PySet => PySet.from(items);

/** A dict of a few different str keys, which are others' as well; both arrays begin with `undefined`. */
export function smallDict(keys: Py[], values: Py[]): PyDict {
  const dict = new PyDict();
  dict.texts = new TextDict(keys, values, true);
  return dict;
}

/** A dict of key, value, … */
export function buildDict(parts: Py[]): PyDict {
  const dict = new PyDict();
  if (parts.length > 2 * MOST_TEXTS && typeof parts[0] === 'string') dict.map = new Map();
  for (let i = 0; i < parts.length; i += 2) dict.set(parts[i], parts[i + 1]);
  return dict;
}

/** Python 2's: value, key, value, key, … as they are evaluated. */
export function buildDict2(parts: Py[]): PyDict {
  const dict = newDict2(parts.length / 2);
  for (let i = 0; i < parts.length; i += 2) dict.set(parts[i + 1], parts[i]);
  return dict;
}

/** An empty dict for a display of so many items: the table is as big as the display is long, which decides the order. */
export function newDict2(count: number): PyDict {
  const dict = new PyDict();
  if (count > 5) dict.makeRoom(count);
  return dict;
}

export function putInDict2(dict: PyDict, value: Py, key: Py): PyDict {
  dict.set(key, value);
  return dict;
}

/** Puts key, value, … into a dict that is being built, where an undefined key means `**value`. */
export function mergeParts(dict: PyDict, parts: Py[]): PyDict {
  for (let i = 0; i < parts.length; i += 2) {
    if (parts[i] !== undefined) dict.set(parts[i], parts[i + 1]);
    else merge(dict, parts[i + 1]);
  }
  return dict;
}

function merge(dict: PyDict, mapping: Py): void {
  if (isPlainDict(mapping)) {
    if (dict.size === 0 && rt.dialect === 3) mapping.copyInto(dict);
    else if (rt.dialect === 2 || !dict.absorb(mapping))
      for (const [key, value] of mapping.entryList()) dict.set(key, value);
    return;
  }
  const keys = mapping === null ? undefined : findAttr(mapping, 'keys');
  if (keys === undefined) throw TypeError(`'${typeOf(mapping).name}' object is not a mapping`);
  for (const key of toArray(call(keys, []))) dict.set(key, getItem(mapping, key));
}

/** A bytes literal; one character a byte. */
export function bytesConstant(text: string): Py {
  const data = new Uint8Array(text.length);
  for (let i = 0, size = text.length; i < size; i++) data[i] = unitAt(text, i);
  return new PyBytes(data);
}

/** Python 2's `10L`. */
export function longConstant(value: bigint): Py {
  const fitsWord = value >= -(1n << 63n) && value < 1n << 63n;
  return fitsWord && rt.dialect === 2 ? new PyLong(value) : value;
}

/** A list display whose items are floats by their form: one of doubles, if they are. */
export function floatList(items: Py[]): PyList {
  const raw: number[] = [];
  for (const item of items) {
    if (!(item instanceof PyFloat) || item.c$ !== PyFloat.prototype.c$) return new PyList(items);
    raw.push(item.v);
  }
  return PyList.ofRaw(raw);
}
