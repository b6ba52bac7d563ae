/** Bound methods are equal when they bind the same function to the same object; in Python 2, to objects that are equal. */
import { rt } from '../object/context.js';
import { equals } from '../object/equality.js';
import { method } from '../object/fn.js';
import { hashOf, identity } from '../object/hash.js';
import type { Py } from '../object/object.js';
import { NotImplemented, PyBuiltinMethod, PyInstanceMethod, PyMethod } from '../object/values.js';

const isSame = (a: Py, b: Py): boolean =>
  a === b || (a instanceof PyMethod && b instanceof PyMethod && a.func === b.func && bindSame(a, b));

const bindSame = (a: PyMethod, b: PyMethod): boolean => a.self === b.self || (bindsEqual2(a) && equals(a.self, b.self));

/** Python 2 compares what is bound by `==`, but for methods of built-in types that are no special methods. */
const bindsEqual2 = (m: PyMethod): boolean =>
  rt.dialect === 2 && m.self !== undefined && !(m instanceof PyBuiltinMethod);

/** `__eq__`, `__ne__` and `__hash__` of a type whose objects are of this class (or are functions). */
export const comparedByIdentity = (kind: abstract new (...args: Py[]) => PyMethod) => {
  const fits = (o: Py) => o instanceof kind || typeof o === 'function';
  return {
    __eq__: method('(value, /)', (m: Py, other: Py) => (fits(other) ? isSame(m, other) : NotImplemented)),
    __ne__: method('(value, /)', (m: Py, other: Py) => (fits(other) ? !isSame(m, other) : NotImplemented)),
    __hash__: method('()', (m: Py) => {
      if (typeof m === 'function') return hashOf(m);
      if (bindsEqual2(m) && m instanceof PyInstanceMethod) return Number(hashOf(m.func)) ^ Number(hashOf(m.self));
      const isObject = m.self !== null && (typeof m.self === 'object' || typeof m.self === 'function');
      return Number(hashOf(m.func)) ^ (isObject ? identity(m.self) : 1);
    }),
  };
};
