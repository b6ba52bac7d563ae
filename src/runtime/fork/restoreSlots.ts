/** Attributes that an instance keeps in slots (`src/runtime/object/rawSlots.ts`) or behind a descriptor of its class, in the child. */
import { isDataDescriptor, lookup, storeOwn } from '../object/attributes.js';
import { isSlot } from '../object/ownNames.js';
import { countedKey, type Py } from '../object/object.js';
import { installSlot, mayHaveSlots } from '../object/rawSlots.js';
import { PyFloat } from '../object/values.js';
import type { Restorer } from './restore.js';

const DOLLAR = 36;
const RAW = 102;
const TAGGED = 116;

/** Whether the property is `f$name` or `t$name`. */
export function isSlotKey(key: string): boolean {
  const kind = key.charCodeAt(0);
  return (kind === RAW || kind === TAGGED) && key.charCodeAt(1) === DOLLAR;
}

/** Gives the instance what it has under such a key. The class of the child learns of the slots by the first instance that has them. */
export function restoreSlot(r: Restorer, o: Py, key: string, value: Py): void {
  const name = key.slice(2);
  const cls = o.c$;
  if (o[countedKey(name)] === undefined) {
    for (const each of cls.mro) if (each.isHeap) r.fillFirst(each);
    if (o.d$ === true && lookup(cls, name) === undefined) installSlot(cls, name);
  }
  if (isSlot(o, name) || mayHaveSlots(o, name) || isDataDescriptor(lookup(cls, name))) o[key] = value;
  else storeOwn(o, name, key.charCodeAt(0) === RAW ? new PyFloat(value) : value);
}
