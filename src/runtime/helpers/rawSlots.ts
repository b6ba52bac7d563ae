/**
 * Raw slots: a float attribute kept as a double in the property `f$name`, so that arithmetic on it needs no box.
 *
 * Once a class has such an attribute, its prototype has an accessor `$name` over the slot and over `t$name`, where any
 * other value goes; so all code sees one attribute. An object that already has its own `$name` keeps it. A class that
 * decides about its attributes itself (`d$` is false: `__setattr__`, `__getattribute__`) has no doubles in slots.
 */
import { lookup, setAttr } from '../object/attributes.js';
import type { Py } from '../object/object.js';
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
  if (o[`a$${name}`] !== true) {
    if (lookup(cls, name) !== undefined) {
      setAttr(o, name, new PyFloat(value));
      return;
    }
    installSlot(cls.proto, name);
  }
  if (o[`t$${name}`] !== undefined) o[`t$${name}`] = undefined;
  o[`f$${name}`] = value;
}

/** Makes `$name` an accessor over the slots for all instances of the class. */
function installSlot(proto: Py, name: string): void {
  const raw = `f$${name}`;
  const tagged = `t$${name}`;
  Object.defineProperty(proto, `a$${name}`, { value: true, configurable: true, writable: true, enumerable: false });
  Object.defineProperty(proto, `$${name}`, {
    get(): Py {
      const value = this[raw];
      return value !== undefined ? new PyFloat(value) : this[tagged];
    },
    set(value: Py) {
      if (this.d$ === true && value instanceof PyFloat && value.c$ === PyFloat.prototype.c$) {
        this[raw] = value.v;
        if (this[tagged] !== undefined) this[tagged] = undefined;
      } else {
        this[tagged] = value;
        if (this[raw] !== undefined) this[raw] = undefined;
      }
    },
    configurable: true,
    enumerable: false,
  });
}
