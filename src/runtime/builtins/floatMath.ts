/**
 * Arithmetic on doubles with Python's errors. Typed code of the compiler calls these with raw numbers.
 *
 * Spec: https://docs.python.org/3/library/stdtypes.html#numeric-types-int-float-complex
 */

import { pow } from '../libm/index.js';
import { rt } from '../object/context.js';
import { OverflowError, ValueError, ZeroDivisionError } from '../object/errors.js';
import type { Py } from '../object/object.js';
import { PyComplex, PyFloat } from '../object/values.js';
import { pyFloatFloorDiv, pyFloatMod } from '../text/numberMath.js';
import { complexPower } from './complexMath.js';

/** `a / b`. ZeroDivisionError. */
export function floatDiv(a: number, b: number): number {
  if (b === 0) throw ZeroDivisionError('float division by zero');
  return a / b;
}

/** `a // b`. ZeroDivisionError. */
export function floatFloorDiv(a: number, b: number): number {
  if (b === 0) throw ZeroDivisionError(rt.dialect === 2 ? 'float divmod()' : 'float floor division by zero');
  return pyFloatFloorDiv(a, b);
}

/** `a % b`, with the sign of `b`. ZeroDivisionError. */
export function floatMod(a: number, b: number): number {
  if (b === 0) throw ZeroDivisionError(rt.dialect === 2 ? 'float modulo' : 'float modulo by zero');
  return pyFloatMod(a, b);
}

/** `divmod(a, b)`. ZeroDivisionError. */
export function floatDivmod(a: number, b: number): [quotient: number, remainder: number] {
  if (b === 0) throw ZeroDivisionError('float divmod()');
  return [pyFloatFloorDiv(a, b), pyFloatMod(a, b)];
}

/** `a ** b`: a float, or a complex for a negative base with a fractional exponent (Python 2: ValueError). */
export function floatPow(a: number, b: number): Py {
  const result = realPower(a, b);
  if (result !== undefined) return new PyFloat(result);
  if (rt.dialect === 2) throw ValueError('negative number cannot be raised to a fractional power');
  const [real, imag] = complexPower(a, 0, b, 0);
  return new PyComplex(real, imag);
}

/**
 * `a ** b` as a double; undefined where it is complex. ZeroDivisionError for zero to a negative power, OverflowError
 * for a result beyond the doubles.
 */
export function realPower(a: number, b: number): number | undefined {
  if (b === 2 && a < 1e150 && a > -1e150) return a * a;
  if (b === 0 || a === 1) return 1;
  if (Number.isNaN(a) || Number.isNaN(b)) return NaN;
  if (Math.abs(b) === Infinity) {
    const size = Math.abs(a);
    if (size === 1) return 1;
    return b > 0 === size > 1 ? Infinity : 0;
  }
  if (a === 0 && b < 0) throw ZeroDivisionError('0.0 cannot be raised to a negative power');
  if (a < 0 && a !== -Infinity && !Number.isInteger(b)) return undefined;
  const result = pow(a, b);
  if (!Number.isFinite(result) && Number.isFinite(a)) {
    throw OverflowError(34, 'Numerical result out of range');
  }
  return result;
}
