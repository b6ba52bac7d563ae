/**
 * The root of everything that Python can hold, and the names under which attributes live on JavaScript objects.
 *
 * How attribute access becomes a JavaScript property access:
 *  - attribute `x` of an object is the property `$x`: own for an instance's attribute, inherited for what its class gives;
 *  - a class attribute that binds or computes (function, property, classmethod, any descriptor) is a JavaScript
 *    accessor `$x` on the class's prototype object, so a plain read or write of the property does what Python does;
 *  - a class attribute that is a plain function is also the property `m$x`, so that `o.x(1)` is `o.m$x(o, 1)` with no
 *    bound method in between; an instance attribute that shadows it sets an own `m$x = undefined`;
 *  - `undefined` always means: not there by this way, ask the slow path (`attributes.ts`).
 *
 * No object of Python inherits from `Object.prototype`, so no JavaScript name can be seen by mistake.
 */
import type { PyType } from './type.js';

/** Any Python value: number | bigint (int), boolean, null (None), string (str), function, or a PyObject. */
export type Py = any;

export class PyObject {
  /** The object's class; lives on the prototype. */
  declare c$: PyType;
  /** True on prototypes whose instances keep attributes as plain `$` properties with no `__setattr__` in the way. */
  declare d$: boolean;
  /** The dict that holds the attributes of an object whose `__dict__` was set to one that others use too. */
  declare given$: Py;
  /** `e$x` is true on prototypes where `x` is a slot with no `__setattr__` in the way. */
  [slot: `e$${string}`]: boolean | undefined;
  [property: `$${string}`]: Py;
  [method: `m$${string}`]: ((self: Py, ...args: Py[]) => Py) | undefined;
}
Object.setPrototypeOf(PyObject.prototype, null);

/** Instances of classes written in Python whose layout comes from `object`. */
export class PyInstance extends PyObject {}

/** A variable that is shared by a function and those nested in it. `v` is undefined while unbound. */
export class Cell extends PyObject {
  constructor(public v: Py) {
    super();
  }
}

export const attributeKey = (name: string): `$${string}` => attributeKeys.get(name) ?? newAttributeKey(name);

/**
 * Keys that were asked for. To put one together means that V8 looks for it among all names that it knows, each time anew: a
 * look here costs a tenth of that. Nothing depends on what is there.
 */
const attributeKeys = new Map<string, `$${string}`>();
const MAX_KEYS = 4096;

function newAttributeKey(name: string): `$${string}` {
  // As the name of a property it is the very string that V8 compares keys with.
  const [key] = Object.keys({ [`$${name}`]: null }) as [`$${string}`];
  if (attributeKeys.size >= MAX_KEYS) attributeKeys.clear();
  attributeKeys.set(name, key);
  return key;
}

export const methodKey = (name: string): `m$${string}` => `m$${name}`;

/** Defines a property that enumeration never shows and that later definitions may replace. */
export function hide(target: object, key: PropertyKey, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, configurable: true, enumerable: false });
}
