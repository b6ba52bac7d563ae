/** Stores of floats into raw slots (`src/runtime/object/rawSlots.ts`). A class that decides about its attributes itself (`d$` is false) has none. */
import { lookup, setAttr } from '../object/attributes.js';
import { countedKey, type Py } from '../object/object.js';
import { installSlot } from '../object/rawSlots.js';
import { PyFloat } from '../object/values.js';

/** `o.name = value` for a double, where the object has no slot of that name yet. */
export function storeRaw(o: Py, name: string, value: number): void {
  if (o === null || typeof o === 'function' || o.d$ !== true) {
    setAttr(o, name, new PyFloat(value));
    return;
  }
  const key = `$${name}`;
  if (Object.hasOwn(o, key)) {
    o[key] = new PyFloat(value);
    return;
  }
  const cls = o.c$;
  if (o[countedKey(name)] !== true) {
    if (lookup(cls, name) !== undefined) {
      setAttr(o, name, new PyFloat(value));
      return;
    }
    installSlot(cls, name);
  }
  if (o[`t$${name}`] !== undefined) o[`t$${name}`] = undefined;
  o[`f$${name}`] = value;
}
