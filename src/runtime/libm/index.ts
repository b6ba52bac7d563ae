/**
 * The elementary functions on doubles.
 *
 * JavaScript's own differ from the C library's in the last digit of every tenth to thousandth result, and Python prints
 * every digit; so these follow the C library, or are correctly rounded where it nearly always is.
 */
export { acos, asin, atan, atan2 } from './arc.js';
export { cbrt } from './cbrt.js';
export { erf, erfc } from './erf.js';
export { exp, exp2 } from './exp.js';
export { acosh, asinh, atanh, cosh, expm1, log1p, sinh, tanh } from './hyperbolic.js';
export { hypot, planeLength, vectorLength } from './hypot.js';
export { log, log2, log10 } from './log.js';
export { pow } from './pow.js';
export { cos, sin, tan } from './trig.js';
