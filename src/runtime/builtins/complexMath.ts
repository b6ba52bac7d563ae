/**
 * Arithmetic on complex numbers, given as pairs of doubles.
 *
 * Spec: https://docs.python.org/3/library/functions.html#complex
 */

import { atan2, cos, exp, hypot, log, pow, sin } from '../libm/index.js';
import { OverflowError, ZeroDivisionError } from '../object/errors.js';

export type Pair = [real: number, imag: number];

export function complexMul(ar: number, ai: number, br: number, bi: number): Pair {
  return [ar * br - ai * bi, ar * bi + ai * br];
}

/** Smith's method: scaled by the larger part of the divisor. ZeroDivisionError. */
export function complexDiv(ar: number, ai: number, br: number, bi: number): Pair {
  if (br === 0 && bi === 0) throw ZeroDivisionError('complex division by zero');
  return quotient(ar, ai, br, bi);
}

function quotient(ar: number, ai: number, br: number, bi: number): Pair {
  const sizeReal = Math.abs(br);
  const sizeImag = Math.abs(bi);
  if (sizeReal >= sizeImag) {
    const ratio = bi / br;
    const denominator = br + bi * ratio;
    return [(ar + ai * ratio) / denominator, (ai - ar * ratio) / denominator];
  }
  if (sizeImag >= sizeReal) {
    const ratio = br / bi;
    const denominator = br * ratio + bi;
    return [(ar * ratio + ai) / denominator, (ai * ratio - ar) / denominator];
  }
  return [NaN, NaN];
}

/** `a ** b`. ZeroDivisionError for zero to a negative or complex power; OverflowError. */
export function complexPower(ar: number, ai: number, br: number, bi: number): Pair {
  const small = bi === 0 && Number.isInteger(br) && Math.abs(br) <= 100;
  const result = small ? integerPower(ar, ai, br) : generalPower(ar, ai, br, bi);
  if (Math.abs(result[0]) === Infinity || Math.abs(result[1]) === Infinity) {
    throw OverflowError('complex exponentiation');
  }
  return result;
}

const zeroToPower = () => ZeroDivisionError('0.0 to a negative or complex power');

function integerPower(ar: number, ai: number, n: number): Pair {
  if (n > 0) return positivePower(ar, ai, n);
  const [real, imag] = positivePower(ar, ai, -n);
  if (real === 0 && imag === 0) throw zeroToPower();
  return quotient(1, 0, real, imag);
}

function positivePower(ar: number, ai: number, n: number): Pair {
  let real = 1;
  let imag = 0;
  // The power of the number for the digit of `rest` that is looked at.
  let x = ar;
  let y = ai;
  for (let rest = n; rest > 0; rest >>= 1) {
    if ((rest & 1) === 1) [real, imag] = complexMul(real, imag, x, y);
    [x, y] = complexMul(x, y, x, y);
  }
  return [real, imag];
}

function generalPower(ar: number, ai: number, br: number, bi: number): Pair {
  if (br === 0 && bi === 0) return [1, 0];
  if (ar === 0 && ai === 0) {
    if (bi !== 0 || br < 0) throw zeroToPower();
    return [0, 0];
  }
  const size = hypot(ar, ai);
  const angle = atan2(ai, ar);
  let length = pow(size, br);
  let phase = angle * br;
  if (bi !== 0) {
    length /= exp(angle * bi);
    phase += bi * log(size);
  }
  return [length * cos(phase), length * sin(phase)];
}

/** `abs(z)`. OverflowError where the parts are finite and the result is not. */
export function complexAbs(real: number, imag: number): number {
  if (Math.abs(real) === Infinity || Math.abs(imag) === Infinity) return Infinity;
  if (Number.isNaN(real) || Number.isNaN(imag)) return NaN;
  const result = hypot(real, imag);
  if (result === Infinity) throw OverflowError('absolute value too large');
  return result;
}
