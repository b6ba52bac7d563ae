/** Classes and functions that a function of the library has made: a forked child calls the same function. */
import type { Py } from '../object/object.js';

/** A function of a library module, and its arguments. */
export interface Remade {
  readonly make: Py;
  readonly args: Py[];
}

export const remadeBy = new WeakMap<object, Remade>();
