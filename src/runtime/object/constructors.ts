/**
 * JavaScript constructors that V8 can put in place of a call. A chain of classes that call `super()` is too long for that: an
 * object then costs some calls, and a float that a function gives back could not stay in a register.
 */
import type { Py } from './object.js';
import type { Constructor } from './type.js';

/** The instances of `cls` inherit from `base`, whose constructor does nothing for them. */
export function inherit(cls: { prototype: object }, base: { prototype: object }): void {
  Object.setPrototypeOf(cls.prototype, base.prototype);
}

/** A constructor that only makes an object, which inherits from those of `base`. */
export function bareConstructor(base: Constructor): Constructor {
  const make = function (this: Py): void {} as unknown as Constructor & { isBare: boolean };
  // V8 keeps an object that was made without a prototype as a hash table until it is next read through: each property would be a
  // hidden class of its own otherwise.
  make.prototype = Object.setPrototypeOf(Object.create(null), base.prototype);
  make.isBare = true;
  return make;
}

/** One that `bareConstructor` has made, not a class that derives from such a one. */
export const isBare = (ctor: Constructor): boolean => Object.hasOwn(ctor, 'isBare');

/** A name for a function that is generated for the class: V8 keeps apart what it learns of functions whose texts differ. */
export const generatedName = (prefix: string, cls: { name: string }): string =>
  `${prefix}_${cls.name.replace(/[^\w$]/g, '_')}`;
