/** What an attribute of a class is on a prototype: accessors that bind, compute, or say that it may not be written. */
import { rt } from './context.js';
import { AttributeError, ofAttribute, type PyBaseException, PyBaseException as ExceptionClass } from './errors.js';
import { attributeKey, coveredKey, methodKey, type Py } from './object.js';
import { defineOwn } from './ownProperty.js';
import type { PyType } from './type.js';
import { bindMethod, PyFloat, type PyGetSet, type PyProperty } from './values.js';

export interface Accessor {
  get(this: Py): Py;
  set(this: Py, value: Py): void;
}

export function defineAccessor(target: object, key: string, accessor: Accessor): void {
  Object.defineProperty(target, key, { get: accessor.get, set: accessor.set, configurable: true, enumerable: false });
}

/** An instance attribute that hides a class attribute: `o.x = v` where the class has a non-data descriptor. */
export function shadow(self: Py, name: string, value: Py): void {
  defineOwn(self, attributeKey(name), value);
  // Enumerable, unlike the class's own: V8 takes ten times as long to add a property that is not, and nobody lists what is undefined.
  self[methodKey(name)] = undefined;
}

/** A descriptor's AttributeError gives `__getattr__` its turn, as `object.__getattribute__` failing does. */
export function orHook(self: Py, name: string, error: Py): Py {
  const hook = self?.c$?.getattrHook;
  if (
    hook !== undefined &&
    error instanceof ExceptionClass &&
    (error as PyBaseException).c$.mro.includes(AttributeError.type)
  ) {
    return hook(self, name);
  }
  throw ofAttribute(error, self, name);
}

function readOnly(name: string, self: Py): Py {
  return AttributeError(`'${self.c$.name}' object attribute '${name}' is read-only`);
}

export function functionAccessor(name: string, f: Py): Accessor {
  return {
    get() {
      return bindMethod(f, this);
    },
    set(value) {
      if (typeof this !== 'object') throw readOnly(name, this);
      shadow(this, name, value);
    },
  };
}

export function propertyAccessor(name: string, property: PyProperty, call: Calls): Accessor {
  return {
    get() {
      if (property.fget === null) throw call.propertyError(property, this, 'getter');
      try {
        return typeof property.fget === 'function' ? property.fget(this) : call.call(property.fget, [this]);
      } catch (error) {
        return orHook(this, name, error);
      }
    },
    set(value) {
      if (property.fset === null) throw call.propertyError(property, this, 'setter');
      call.call(property.fset, [this, value]);
    },
  };
}

/** What one says that may not be set or deleted: classes that CPython has in Python call it a property. */
export function unchangeable({ name, owner }: PyGetSet, what: 'setter' | 'deleter'): PyBaseException {
  return AttributeError(
    owner.isOpen && rt.dialect === 3
      ? `property '${name}' of '${owner.name}' object has no ${what}`
      : `attribute '${name}' of '${owner.name}' objects is not writable`,
  );
}

export function getSetAccessor(name: string, descriptor: PyGetSet): Accessor {
  return {
    get() {
      try {
        return descriptor.get(this);
      } catch (error) {
        return orHook(this, name, error);
      }
    },
    set(value) {
      if (descriptor.set === undefined) throw unchangeable(descriptor, 'setter');
      descriptor.set(this, value);
    },
  };
}

/**
 * A slot's, made from text so that V8 sees one property in it. A float may be in `f$x` as a double, else the value is in
 * `s$x`. An empty slot gives undefined: the slow path says so.
 */
export function slotAccessor(name: string): Accessor {
  const raw = `this[${JSON.stringify(`f$${name}`)}]`;
  const slot = `this[${JSON.stringify(`s$${name}`)}]`;
  const get = `get() { return ${raw} !== undefined ? new PyFloat(${raw}) : ${slot}; }`;
  const isPlain = 'value instanceof PyFloat && value.c$ === PyFloat.prototype.c$';
  const setRaw = `${raw} = value.v; if (${slot} !== undefined) ${slot} = undefined;`;
  const setSlot = `if (${raw} !== undefined) ${raw} = undefined; ${slot} = value;`;
  const set = `set(value) { if (${isPlain}) { ${setRaw} } else { ${setSlot} } }`;
  return new Function('PyFloat', `'use strict'; return { ${get}, ${set} };`)(PyFloat) as Accessor;
}

/** What the accessors need from the call machinery; passed in, since that machinery needs classes to exist. */
export interface Calls {
  call(f: Py, args: Py[]): Py;
  special(o: Py, name: string): ((...args: Py[]) => Py) | undefined;
  propertyError(property: PyProperty, self: Py, what: 'getter' | 'setter' | 'deleter'): Py;
}
export const calls: { current: Calls } = { current: undefined as unknown as Calls };
/** Wires the call machinery in, once, when the runtime is loaded. */
export function provideCalls(provided: Calls): void {
  calls.current = provided;
}

export function descriptorAccessor(name: string, descriptor: Py): Accessor {
  return {
    get() {
      const get = calls.current.special(descriptor, '__get__');
      if (get === undefined) {
        const own = this?.[coveredKey(name)];
        return own === undefined ? descriptor : own;
      }
      try {
        return get(descriptor, this, this.c$);
      } catch (error) {
        return orHook(this, name, error);
      }
    },
    set(value) {
      const set = calls.current.special(descriptor, '__set__');
      if (set !== undefined) set(descriptor, this, value);
      else if (calls.current.special(descriptor, '__delete__') !== undefined) throw AttributeError('__set__');
      else shadow(this, name, value);
    },
  };
}

export function defineClassAccessor(cls: PyType, key: string, get: (this: Py) => Py): void {
  Object.defineProperty(cls, key, { get, set: undefined, configurable: true, enumerable: false });
}
