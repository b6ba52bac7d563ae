/**
 * Where instances have their attributes depends on what their class has. Where the class changes when there are instances already, what they
 * have moves to where the accessors that the class has now look for it.
 */
import { isDataDescriptor, lookup, storeOwn } from './attributes.js';
import { forEachInstance } from './liveInstances.js';
import { attributeKey, attributeName, methodKey, opaqueKey, type Py, rawKey, coveredKey } from './object.js';
import type { PyType } from './type.js';
import { PyFloat, PyMember } from './values.js';

/** The class has got a data descriptor, which answers before what instances have under that name. */
export function coverOwn(cls: PyType, name: string): void {
  const [key, raw] = [attributeKey(name), rawKey(name)];
  forEachInstance(cls, (o) => {
    const own = takeOwn(o, key);
    const value = own === undefined && o[raw] !== undefined ? new PyFloat(o[raw]) : own;
    if (o[raw] !== undefined) o[raw] = undefined;
    if (value !== undefined) o[coveredKey(name)] = value;
  });
}

/** The class has something else in the place of a slot: floats there are no longer to be seen. */
export function boxSlot(cls: PyType, name: string): void {
  const raw = rawKey(name);
  forEachInstance(cls, (o) => {
    if (o[raw] === undefined) return;
    o[`s$${name}`] = new PyFloat(o[raw]);
    o[raw] = undefined;
  });
}

/** The class has got a `__getattribute__`, which is asked for all attributes. */
export function hideOwn(cls: PyType): void {
  forEachInstance(cls, (o) => {
    for (const key of Object.keys(o)) {
      const name = key[0] === '$' ? attributeName(key) : /^[ft]\$/.test(key) ? key.slice(2) : undefined;
      if (name === undefined || o[key] === undefined) continue;
      // A float in a slot is the slot's, which is asked for it as before.
      if (key[0] === 'f' && lookup(o.c$, name) instanceof PyMember) continue;
      o[opaqueKey(name)] = key[0] === 'f' ? new PyFloat(o[key]) : o[key];
      delete o[key];
    }
  });
}

/** The class has no `__getattribute__` any more: what instances have is where all others have it. */
export function showOwn(cls: PyType): void {
  forEachInstance(cls, (o) => {
    if (o.c$.opaque) return;
    for (const key of Object.keys(o)) {
      if (!key.startsWith('h$') || o[key] === undefined) continue;
      const name = key.slice(2);
      const value = o[key];
      delete o[key];
      if (isDataDescriptor(lookup(o.c$, name))) o[coveredKey(name)] = value;
      else storeOwn(o, name, value);
    }
  });
}

/** Takes an own property away: its value, or undefined where there is none. */
function takeOwn(o: Py, key: string): Py {
  if (!Object.hasOwn(o, key)) return undefined;
  const value = Object.getOwnPropertyDescriptor(o, key)?.value;
  delete o[key];
  if (Object.hasOwn(o, methodKey(attributeName(key)))) delete o[methodKey(attributeName(key))];
  return value;
}
