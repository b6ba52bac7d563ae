/** The elementary functions on doubles that the rest of the runtime uses. */
export const {
  acos,
  acosh,
  asin,
  asinh,
  atan,
  atan2,
  atanh,
  cbrt,
  cos,
  cosh,
  exp,
  expm1,
  log,
  log10,
  log1p,
  log2,
  pow,
  sin,
  sinh,
  tan,
  tanh,
} = Math;
export { erf, erfc } from './erf.js';
export { hypot, vectorLength } from './hypot.js';

/** `2 ** x`. */
export const exp2 = (x: number): number => 2 ** x;
