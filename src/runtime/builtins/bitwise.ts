/**
 * `<<`, `>>`, `&`, `|`, `^` between any two values.
 *
 * Spec: https://docs.python.org/3/reference/expressions.html#shifting-operations
 */
import type { Py } from '../object/object.js';
import { AND, binary, LSHIFT, OR, RSHIFT, XOR } from '../object/operators.js';
import { plainInt } from './plainNumbers.js';
import { andInt, lshiftInt, orInt, rshiftInt, xorInt } from './intMath.js';

/** `a << b`. */
export function lshift(a: Py, b: Py): Py {
  const x = plainInt(a);
  const y = plainInt(b);
  return x !== undefined && y !== undefined ? lshiftInt(x, y) : binary(a, b, LSHIFT);
}

/** `a >> b`. */
export function rshift(a: Py, b: Py): Py {
  const x = plainInt(a);
  const y = plainInt(b);
  return x !== undefined && y !== undefined ? rshiftInt(x, y) : binary(a, b, RSHIFT);
}

/** `a & b`. */
export function and(a: Py, b: Py): Py {
  if (typeof a === 'boolean' && typeof b === 'boolean') return a && b;
  const x = plainInt(a);
  const y = plainInt(b);
  return x !== undefined && y !== undefined ? andInt(x, y) : binary(a, b, AND);
}

/** `a | b`. */
export function or(a: Py, b: Py): Py {
  if (typeof a === 'boolean' && typeof b === 'boolean') return a || b;
  const x = plainInt(a);
  const y = plainInt(b);
  return x !== undefined && y !== undefined ? orInt(x, y) : binary(a, b, OR);
}

/** `a ^ b`. */
export function xor(a: Py, b: Py): Py {
  if (typeof a === 'boolean' && typeof b === 'boolean') return a !== b;
  const x = plainInt(a);
  const y = plainInt(b);
  return x !== undefined && y !== undefined ? xorInt(x, y) : binary(a, b, XOR);
}
