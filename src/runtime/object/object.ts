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
  /** True on the prototype of plain floats, and on no other. */
  declare float$: boolean | undefined;
  /** The dict that holds the attributes of an object whose `__dict__` was set to one that others use too. */
  declare given$: Py;
  /** `self[key]` by the shortest way, a property that each place in emitted code has a cache of; undefined: `getItem` knows more. */
  item$?(key: Py): Py;
  /** `self[key] = value` if that can be done the shortest way, and says so. */
  put$?(key: Py, value: Py): boolean;
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

const MAX_KEYS = 4096;

/**
 * Gives the key of a property for a Python name. Those that were asked for are remembered: to put one together means that V8
 * looks for it among all names that it knows, which takes ten times as long. Nothing depends on which are there.
 */
const keys = <Prefix extends string>(prefix: Prefix) => remembered((name) => `${prefix}${name}` as const);

/** A function from texts to names of properties that remembers what it gave. */
function remembered<Name extends string>(make: (text: string) => Name): (text: string) => Name {
  const known = new Map<string, Name>();
  const add = (text: string): Name => {
    // As the name of a property it is the very string that V8 compares keys with. (Without a prototype: such an object is a dictionary,
    // others would leave a hidden class behind for each name.)
    const holder = Object.create(null);
    holder[make(text)] = null;
    const [name] = Object.keys(holder) as [Name];
    if (known.size >= MAX_KEYS) known.clear();
    known.set(text, name);
    return name;
  };
  return (text) => known.get(text) ?? add(text);
}

export const attributeKey = keys('$');
/** The Python name of what `attributeKey` gives. */
export const attributeName = remembered((key) => key.slice(1));
/** Of what binds to an instance. */
export const methodKey = keys('m$');
/** Of a float that is kept as a raw double. */
export const rawKey = keys('f$');
/** Tells that a class attribute is no obstacle to a plain property of the instance. */
export const countedKey = keys('a$');
/** Of an instance's attribute where the type's own members are in the way. */
export const opaqueKey = keys('h$');
/** Tells that the class lets instances have the attribute as a plain property. */
export const slotKey = keys('e$');
/** Where `storeOwn` keeps an attribute while the class goes on answering for it. */
export const coveredKey = keys('t$');

/**
 * Where an object keeps its `__dict__` once somebody has asked for it. As a symbol it is in no list of names, so it can be stored by assignment: to define
 * a property that enumeration leaves out takes V8 thirty times as long.
 */
export const INSTANCE_DICT: unique symbol = Symbol('__dict__');

/** Defines a property that enumeration never shows and that later definitions may replace. */
export function hide(target: object, key: PropertyKey, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, configurable: true, enumerable: false });
}
