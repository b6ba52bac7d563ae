/** Bound methods are equal when they bind the same function to the same object. */
import { method } from '../object/fn.js';
import { hashOf, identity } from '../object/hash.js';
import type { Py } from '../object/object.js';
import { NotImplemented, PyMethod } from '../object/values.js';

const isSame = (a: Py, b: Py): boolean =>
  a === b || (a instanceof PyMethod && b instanceof PyMethod && a.func === b.func && a.self === b.self);

/** `__eq__`, `__ne__` and `__hash__` of a type whose objects are of this class (or are functions). */
export const comparedByIdentity = (kind: abstract new (...args: Py[]) => PyMethod) => {
  const fits = (o: Py) => o instanceof kind || typeof o === 'function';
  return {
    __eq__: method('(value, /)', (m: Py, other: Py) => (fits(other) ? isSame(m, other) : NotImplemented)),
    __ne__: method('(value, /)', (m: Py, other: Py) => (fits(other) ? !isSame(m, other) : NotImplemented)),
    __hash__: method('()', (m: Py) => {
      if (typeof m === 'function') return hashOf(m);
      const isObject = m.self !== null && (typeof m.self === 'object' || typeof m.self === 'function');
      return Number(hashOf(m.func)) ^ (isObject ? identity(m.self) : 1);
    }),
  };
};
