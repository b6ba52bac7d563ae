/**
 * Raw slots: a float attribute kept as a double in the property `f$name`, so that arithmetic on it needs no box.
 *
 * Once a class has such an attribute, its prototype has an accessor `$name` over the slot and over `t$name`, where any
 * other value goes; so all code sees one attribute. `a$name` on the prototype says whether instances have the slots: true;
 * 0 where they may have some and the class has an attribute of its own under that name since; false where it always had
 * one.
 */
import { isDataDescriptor, lookup } from './attributes.js';
import { generatedName } from './constructors.js';
import { attributeKey, countedKey, hide, methodKey, type Py, rawKey, coveredKey } from './object.js';
import type { PyType } from './type.js';
import { forEachSubclass } from './subclasses.js';
import { PyFloat } from './values.js';

/** Whether instances may have the attribute in slots. */
export const mayHaveSlots = (proto: Py, name: string): boolean => {
  const state = proto[countedKey(name)];
  return state === true || state === 0;
};

/**
 * Makes `$name` an accessor over the slots for all instances of the class. Its functions are generated, so that they are
 * about one name and one class to V8, which can then put them in place of reads and writes.
 */
export function installSlot(cls: PyType, name: string): void {
  const [raw, tagged] = [`this[${JSON.stringify(rawKey(name))}]`, `this[${JSON.stringify(coveredKey(name))}]`];
  const isRaw = 'this.d$ === true && value instanceof PyFloat && value.c$ === PyFloat.prototype.c$';
  const toRaw = `${raw} = value.v; if (${tagged} !== undefined) ${tagged} = undefined;`;
  const toTagged = `${tagged} = value; if (${raw} !== undefined) ${raw} = undefined;`;
  const text = `'use strict'; return {
    get: function ${generatedName('get', cls)}() { const value = ${raw}; return value !== undefined ? new PyFloat(value) : ${tagged}; },
    set: function ${generatedName('set', cls)}(value) { if (${isRaw}) { ${toRaw} } else { ${toTagged} } },
  };`;
  const accessor = new Function('PyFloat', text)(PyFloat) as PropertyDescriptor;
  const { proto } = cls;
  hide(proto, countedKey(name), true);
  Object.defineProperty(proto, attributeKey(name), { ...accessor, configurable: true, enumerable: false });
  // A class below that has an attribute of that name keeps what its instances have as others do.
  forEachSubclass(cls, (sub) => {
    if (lookup(sub, name) !== undefined && sub.proto[countedKey(name)] === true)
      hide(sub.proto, countedKey(name), false);
  });
}

/** A class attribute has been set (or deleted: `value` is undefined) whose name instances may have in slots. */
export function overSlots(cls: PyType, name: string, value: Py): void {
  if (lookup(cls, name) === undefined) installSlot(cls, name);
  else if (value === undefined) askSlotsFirst(cls, name, undefined);
  else if (isDataDescriptor(value)) hide(cls.proto, countedKey(name), 0);
  else askSlotsFirst(cls, name, Object.getOwnPropertyDescriptor(cls.proto, attributeKey(name)));
}

/** The same for a class below, which has no such attribute itself. */
export function overInheritedSlots(sub: PyType, name: string, value: Py): void {
  if (!Object.hasOwn(sub.proto, countedKey(name)) || !mayHaveSlots(sub.proto, name)) return;
  if (value === undefined || !isDataDescriptor(value)) askSlotsFirst(sub, name, undefined);
  else {
    delete sub.proto[attributeKey(name)];
    hide(sub.proto, countedKey(name), 0);
  }
}

/** Instances answer with what they have in slots, then with what the class has: `below`, or else what is above. */
function askSlotsFirst(cls: PyType, name: string, below: PropertyDescriptor | undefined): void {
  const { proto } = cls;
  const [key, raw, tagged] = [attributeKey(name), rawKey(name), coveredKey(name)];
  let own = below;
  hide(proto, methodKey(name), undefined);
  Object.defineProperty(proto, key, {
    get(this: Py): Py {
      if (this !== proto) {
        if (this[raw] !== undefined) return new PyFloat(this[raw]);
        if (Object.hasOwn(this, tagged) && this[tagged] !== undefined) return this[tagged];
      }
      if (own === undefined) return Reflect.get(Object.getPrototypeOf(proto), key, this);
      return own.get === undefined ? own.value : own.get.call(this);
    },
    set(this: Py, value: Py): void {
      if (this === proto) own = { value };
      else if (this.d$ === true && value instanceof PyFloat && value.c$ === (PyFloat.prototype as Py).c$) {
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
  hide(proto, countedKey(name), 0);
}
