/**
 * The operators of two numbers of which one at least is complex and neither is of a class of the program's. undefined
 * where the other is no number: the classes are asked then.
 */
import type { Py } from '../object/object.js';
import { PyComplex } from '../object/values.js';
import { isComplex, plainDouble } from './plainNumbers.js';
import { complexDiv, complexPower, type Pair } from './complexMath.js';

export type ComplexOperator = (a: PyComplex, b: PyComplex) => PyComplex;

const made = ([real, imag]: Pair): PyComplex => new PyComplex(real, imag);

export const complexSum: ComplexOperator = (a, b) => new PyComplex(a.real + b.real, a.imag + b.imag);
export const complexDifference: ComplexOperator = (a, b) => new PyComplex(a.real - b.real, a.imag - b.imag);
export const complexProduct: ComplexOperator = (a, b) =>
  new PyComplex(a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real);
export const complexQuotient: ComplexOperator = (a, b) => made(complexDiv(a.real, a.imag, b.real, b.imag));
export const complexToPower: ComplexOperator = (a, b) => made(complexPower(a.real, a.imag, b.real, b.imag));

/** `a op b`; a real number counts as one whose imaginary part is 0. OverflowError for an int beyond the doubles. */
export function ofComplex(a: Py, b: Py, operator: ComplexOperator): PyComplex | undefined {
  if (!isComplex(a) && !isComplex(b)) return undefined;
  const x = asComplex(a);
  const y = x === undefined ? undefined : asComplex(b);
  return y === undefined ? undefined : operator(x!, y);
}

function asComplex(o: Py): PyComplex | undefined {
  if (isComplex(o)) return o;
  const real = plainDouble(o);
  return real === undefined ? undefined : new PyComplex(real, 0);
}
