/**
 * `-x`, `+x`, `~x`, `not x` and `abs(x)`.
 *
 * Spec: https://docs.python.org/3/reference/expressions.html#unary-arithmetic-and-bitwise-operations
 */
import { rt } from '../object/context.js';
import type { Py } from '../object/object.js';
import { unary } from '../object/operators.js';
import { truthy } from '../object/truth.js';
import { PyComplex, PyFloat } from '../object/values.js';
import { isComplex, isFloat, plainInt } from './plainNumbers.js';
import { complexAbs } from './complexMath.js';
import { warn } from './warn.js';
import { absInt, invertInt, negInt } from './intMath.js';

/** `-a`. */
export function neg(a: Py): Py {
  if (isFloat(a)) return new PyFloat(-a.v);
  if (isComplex(a)) return new PyComplex(-a.real, -a.imag);
  const x = plainInt(a);
  return x === undefined ? unary(a, '__neg__', 'unary -') : negInt(x);
}

/** `+a`. */
export function pos(a: Py): Py {
  return plainInt(a) ?? unary(a, '__pos__', 'unary +');
}

const INVERTED_BOOL =
  "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion " +
  'of the underlying int object and is usually not what you expect from the negation of a bool object. Use the ' +
  "'not' operator for boolean negation or ~int(x) for the bitwise inversion of the underlying int.";

/** `~a`. */
export function invert(a: Py): Py {
  if (typeof a === 'boolean' && rt.dialect === 3) warn('DeprecationWarning', INVERTED_BOOL);
  const x = plainInt(a);
  return x === undefined ? unary(a, '__invert__', 'unary ~') : invertInt(x);
}

/** `not a`. */
export function not(a: Py): boolean {
  return !truthy(a);
}

/** `abs(a)`. */
export function absolute(a: Py): Py {
  if (isFloat(a)) return new PyFloat(Math.abs(a.v));
  if (isComplex(a)) return new PyFloat(complexAbs(a.real, a.imag));
  const x = plainInt(a);
  return x === undefined ? unary(a, '__abs__', 'abs()') : absInt(x);
}
