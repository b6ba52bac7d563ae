/**
 * `+=` and the other augmented assignments: the new value of the left side.
 *
 * Numbers and strings are immutable, so for them these are the plain operators.
 * Spec: https://docs.python.org/3/reference/simple_stmts.html#augmented-assignment-statements
 */
import type { Py } from '../object/object.js';
import * as ops from '../object/operators.js';
import { PyByteArray, PyBytes, PyFloat, PyList } from '../object/values.js';
import { add, mul, sub } from './arithmetic.js';
import { isFloat } from './plainNumbers.js';
import { appendBytes } from './bytearrayChange.js';
import { and, lshift, or, rshift, xor } from './bitwise.js';
import { div, floorDiv, mod, pow, trueDiv } from './division.js';
import { extendList } from './list.js';

/** An int or a bool. They have no in-place operators of their own. */
const isInt = (o: Py): boolean => typeof o === 'number' || typeof o === 'bigint' || typeof o === 'boolean';
const isNumber = (o: Py): boolean => isInt(o) || isFloat(o);

/** An in-place operator of numbers: between them it is the plain one. */
function ofNumbers(plain: (a: Py, b: Py) => Py, op: ops.Operator): (a: Py, b: Py) => Py {
  return (a, b) => (isNumber(a) && isNumber(b) ? plain(a, b) : ops.inPlace(a, b, op));
}

/** An in-place operator of ints. */
function ofInts(plain: (a: Py, b: Py) => Py, op: ops.Operator): (a: Py, b: Py) => Py {
  return (a, b) => (isInt(a) && isInt(b) ? plain(a, b) : ops.inPlace(a, b, op));
}

/** `a += b`. */
export function iadd(a: Py, b: Py): Py {
  if (typeof a === 'number') {
    if (typeof b === 'number') return add(a, b);
    if (isFloat(b)) return new PyFloat(a + b.v);
  } else if (isFloat(a)) {
    if (isFloat(b)) return new PyFloat(a.v + b.v);
    if (typeof b === 'number') return new PyFloat(a.v + b);
  } else if (typeof a === 'string') {
    if (typeof b === 'string') return a + b;
  } else if (a instanceof PyList) {
    if (b instanceof PyList && !a.c$.isHeap && !b.c$.isHeap) {
      extendList(a, b);
      return a;
    }
  } else if (a instanceof PyByteArray && b instanceof PyBytes && !a.c$.isHeap && !b.c$.isHeap) {
    appendBytes(a, b.data);
    return a;
  }
  return isInt(a) && isInt(b) ? add(a, b) : ops.inPlace(a, b, ops.ADD);
}

export const isub = ofNumbers(sub, ops.SUB);
export const imul = ofNumbers(mul, ops.MUL);
export const itrueDiv = ofNumbers(trueDiv, ops.TRUEDIV);
/** Python 2's classic division. */
export const idiv = ofNumbers(div, ops.DIV);
export const ifloorDiv = ofNumbers(floorDiv, ops.FLOORDIV);
export const imod = ofNumbers(mod, ops.MOD);
export const ipow = ofNumbers(pow, ops.POW);
export const ilshift = ofInts(lshift, ops.LSHIFT);
export const irshift = ofInts(rshift, ops.RSHIFT);
export const iand = ofInts(and, ops.AND);
export const ior = ofInts(or, ops.OR);
export const ixor = ofInts(xor, ops.XOR);

/** `a @= b`. */
export function imatMul(a: Py, b: Py): Py {
  return ops.inPlace(a, b, ops.MATMUL);
}
