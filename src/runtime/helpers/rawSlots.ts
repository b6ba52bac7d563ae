/**
 * Raw slots: a float attribute kept as a double in the property `f$name`, so that arithmetic on it needs no box.
 *
 * Once a class has such an attribute, its prototype has an accessor `$name` over the slot and over `t$name`, where any
 * other value goes; so all code sees one attribute. An object that already has its own `$name` keeps it. A class that
 * decides about its attributes itself (`d$` is false: `__setattr__`, `__getattribute__`) has no doubles in slots.
 */
import { lookup, setAttr } from '../object/attributes.js';
import { generatedName } from '../object/constructors.js';
import { countedKey, type Py } from '../object/object.js';
import type { PyType } from '../object/type.js';
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

/**
 * Makes `$name` an accessor over the slots for all instances of the class. Its functions are generated, so that they are
 * about one name and one class to V8, which can then put them in place of reads and writes.
 */
function installSlot(cls: PyType, name: string): void {
  const [raw, tagged] = [`this[${JSON.stringify(`f$${name}`)}]`, `this[${JSON.stringify(`t$${name}`)}]`];
  const isRaw = 'this.d$ === true && value instanceof PyFloat && value.c$ === PyFloat.prototype.c$';
  const toRaw = `${raw} = value.v; if (${tagged} !== undefined) ${tagged} = undefined;`;
  const toTagged = `${tagged} = value; if (${raw} !== undefined) ${raw} = undefined;`;
  const text = `return {
    get: function ${generatedName('get', cls)}() { const value = ${raw}; return value !== undefined ? new PyFloat(value) : ${tagged}; },
    set: function ${generatedName('set', cls)}(value) { if (${isRaw}) { ${toRaw} } else { ${toTagged} } },
  };`;
  const accessor = new Function('PyFloat', text)(PyFloat) as PropertyDescriptor;
  const { proto } = cls;
  Object.defineProperty(proto, countedKey(name), {
    value: true,
    configurable: true,
    writable: true,
    enumerable: false,
  });
  Object.defineProperty(proto, `$${name}`, { ...accessor, configurable: true, enumerable: false });
}
