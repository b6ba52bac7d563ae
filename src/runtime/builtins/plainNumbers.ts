/** Numbers that are of the built-in classes themselves: operators on them need not ask a class. */
import { rt } from '../object/context.js';
import { intToDouble } from '../object/number.js';
import type { Py } from '../object/object.js';
import { PyComplex, PyFloat } from '../object/values.js';
import type { Int } from './intMath.js';

/** A float whose class is `float` itself. */
export const isFloat = (o: Py): o is PyFloat => o instanceof PyFloat && !o.c$.isHeap;

/** The same for `complex`. */
export const isComplex = (o: Py): o is PyComplex => o instanceof PyComplex && !o.c$.isHeap;

/** An int or bool of Python 3 (Python 2's longs keep their type, and go through their class). */
export function plainInt(o: Py): Int | undefined {
  if (typeof o === 'number') return o;
  if (typeof o === 'boolean') return o ? 1 : 0;
  return typeof o === 'bigint' && rt.dialect === 3 ? o : undefined;
}

/** The double of an int, bool or float of the built-in classes; undefined for anything else. OverflowError. */
export function plainDouble(o: Py): number | undefined {
  if (isFloat(o)) return o.v;
  const int = plainInt(o);
  return int === undefined ? undefined : intToDouble(int);
}
