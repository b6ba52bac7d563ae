/** The operations by name, as methods of Decimal and of Context. */
import {
  absolute,
  add,
  compareMagnitudes,
  compareTotal,
  compareValues,
  divide,
  divideInteger,
  floorDivide,
  fusedMultiplyAdd,
  multiply,
  negated,
  neighbour,
  quantize,
  reduce,
  remainder,
  remainderNear,
  squareRoot,
  subtract,
  toIntegral,
} from './arithmetic.js';
import { Condition, type Environment } from './environment.js';
import { big, adjusted, type Dec, finite, infinity, isFinite, isInfinite, isNan, isZero, pow10 } from './number.js';
import { exp, ln, log10, power } from './transcendental.js';

const fromNumber = (n: number): Dec => finite(n < 0 ? 1 : 0, Math.abs(n), 0);

function compare(a: Dec, b: Dec, env: Environment): Dec {
  const nan = isNan(a) || isNan(b) ? env.nanOf(a, b) : undefined;
  return nan ?? fromNumber(compareValues(a, b));
}

/** As compare, but every NaN signals. */
function compareSignal(a: Dec, b: Dec, env: Environment): Dec {
  if (isNan(a) || isNan(b)) env.signal(Condition.InvalidOperation);
  return compare(a, b, env);
}

/** `max` and `min`: a number wins over a quiet NaN. */
function extreme(a: Dec, b: Dec, env: Environment, wantsMax: boolean, magnitudes: boolean): Dec {
  if (isNan(a) || isNan(b)) {
    if (a.kind === 'nan' && !isNan(b)) return env.finish(b);
    if (b.kind === 'nan' && !isNan(a)) return env.finish(a);
    return env.nanOf(a, b)!;
  }
  let order: number = magnitudes ? compareMagnitudes(a, b) : compareValues(a, b);
  if (order === 0 && magnitudes) order = compareValues(a, b);
  if (order === 0) order = compareTotal(a, b);
  return env.finish(order >= 0 === wantsMax ? a : b);
}

function logb(d: Dec, env: Environment): Dec {
  const nan = isNan(d) ? env.nanOf(d) : undefined;
  if (nan !== undefined) return nan;
  if (d.kind === 'infinite') return infinity(0);
  if (isZero(d)) {
    env.signal(Condition.DivisionByZero);
    return infinity(1);
  }
  return env.finish(fromNumber(adjusted(d)));
}

function scaleb(a: Dec, b: Dec, env: Environment): Dec {
  const nan = isNan(a) || isNan(b) ? env.nanOf(a, b) : undefined;
  if (nan !== undefined) return nan;
  if (!isFinite(b) || b.exponent !== 0) return env.invalid();
  const n = Number(b.coefficient) * (b.sign === 1 ? -1 : 1);
  if (Math.abs(n) > 2 * (env.limits.emax + env.limits.prec)) return env.invalid();
  return a.kind === 'infinite' ? a : env.finish(finite(a.sign, a.coefficient, a.exponent + n));
}

/** The second operand of shift and rotate; undefined when it is no integer within the precision. */
function places(b: Dec, env: Environment): number | undefined {
  if (!isFinite(b) || b.exponent !== 0 || b.coefficient > env.limits.prec) return undefined;
  return Number(b.coefficient) * (b.sign === 1 ? -1 : 1);
}

function shiftDigits(a: Dec, b: Dec, env: Environment, wraps: boolean): Dec {
  const nan = isNan(a) || isNan(b) ? env.nanOf(a, b) : undefined;
  if (nan !== undefined) return nan;
  const n = places(b, env);
  if (n === undefined) return env.invalid();
  if (a.kind === 'infinite') return a;
  const { prec } = env.limits;
  const all = pow10(prec);
  const c = big(a) % all;
  if (!wraps) return finite(a.sign, n >= 0 ? (c * pow10(n)) % all : c / pow10(-n), a.exponent);
  const left = ((n % prec) + prec) % prec;
  const cut = pow10(prec - left);
  return finite(a.sign, (c % cut) * pow10(left) + c / cut, a.exponent);
}

/** The digits of a logical operand: only zeros and ones, no sign, no exponent. */
function logicalDigits(d: Dec, env: Environment): string | undefined {
  if (d.kind !== 'finite' || d.sign !== 0 || d.exponent !== 0) return undefined;
  const digits = d.coefficient.toString();
  return /^[01]+$/.test(digits) ? digits.slice(-env.limits.prec).padStart(env.limits.prec, '0') : undefined;
}

function logical(operation: (x: boolean, y: boolean) => boolean) {
  return (a: Dec, b: Dec, env: Environment): Dec => {
    const x = logicalDigits(a, env);
    const y = logicalDigits(b, env);
    if (x === undefined || y === undefined) return env.invalid();
    return finite(
      0,
      BigInt([...x].map((digit, i) => (operation(digit === '1', y[i] === '1') ? '1' : '0')).join('')),
      0,
    );
  };
}

function nextToward(a: Dec, b: Dec, env: Environment): Dec {
  const nan = isNan(a) || isNan(b) ? env.nanOf(a, b) : undefined;
  if (nan !== undefined) return nan;
  const order = compareValues(a, b);
  if (order === 0) return { ...a, sign: b.sign };
  const result = neighbour(a, order < 0, env);
  if (result.kind === 'infinite') env.signal(Condition.Overflow | Condition.Inexact | Condition.Rounded);
  else if (adjusted(result) < env.limits.emin) {
    env.signal(Condition.Underflow | Condition.Subnormal | Condition.Inexact | Condition.Rounded);
    if (isZero(result)) env.signal(Condition.Clamped);
  }
  return result;
}

export type Unary = (a: Dec, env: Environment) => Dec;
export type Binary = (a: Dec, b: Dec, env: Environment) => Dec;

const applied = (d: Dec, env: Environment): Dec => env.nanOf(d) ?? env.finish(d);
const unsignedZero = (d: Dec, env: Environment): Dec =>
  isZero(d) && env.limits.rounding !== 'ROUND_FLOOR' ? absolute(d) : d;

/** Methods of both, with the name that they have there. */
export const UNARY: Readonly<Record<string, Unary>> = {
  exp,
  ln,
  log10,
  logb,
  next_minus: (a, env) => neighbour(a, false, env),
  next_plus: (a, env) => neighbour(a, true, env),
  normalize: reduce,
  sqrt: squareRoot,
  logical_invert: (a, env) => logical((x, y) => x !== y)(a, finite(0, (pow10(env.limits.prec) - 1n) / 9n, 0), env),
};

export const BINARY: Readonly<Record<string, Binary>> = {
  compare,
  compare_signal: compareSignal,
  max: (a, b, env) => extreme(a, b, env, true, false),
  max_mag: (a, b, env) => extreme(a, b, env, true, true),
  min: (a, b, env) => extreme(a, b, env, false, false),
  min_mag: (a, b, env) => extreme(a, b, env, false, true),
  next_toward: nextToward,
  remainder_near: remainderNear,
  logical_and: logical((x, y) => x && y),
  logical_or: logical((x, y) => x || y),
  logical_xor: logical((x, y) => x !== y),
  rotate: (a, b, env) => shiftDigits(a, b, env, true),
  shift: (a, b, env) => shiftDigits(a, b, env, false),
  scaleb,
};

/** Methods of a context only: the operators by name. */
export const CONTEXT_UNARY: Readonly<Record<string, Unary>> = {
  abs: (a, env) => applied(isNan(a) ? a : absolute(a), env),
  minus: (a, env) => applied(isNan(a) ? a : unsignedZero(negated(a), env), env),
  plus: (a, env) => applied(isNan(a) ? a : unsignedZero(a, env), env),
  to_integral_exact: (a, env) => toIntegral(a, env, env.limits.rounding, true),
  to_integral_value: (a, env) => toIntegral(a, env, env.limits.rounding, false),
  to_integral: (a, env) => toIntegral(a, env, env.limits.rounding, false),
};

export const CONTEXT_BINARY: Readonly<Record<string, Binary>> = {
  add,
  subtract,
  multiply,
  divide,
  divide_int: floorDivide,
  remainder,
  quantize,
};

/** Without rounding, and without a context: conditions never arise. */
export const QUIET_BINARY: Readonly<Record<string, (a: Dec, b: Dec) => Dec>> = {
  compare_total: (a, b) => fromNumber(compareTotal(a, b)),
  compare_total_mag: (a, b) => fromNumber(compareTotal(absolute(a), absolute(b))),
  copy_sign: (a, b) => ({ ...a, sign: b.sign }),
};
export const QUIET_UNARY: Readonly<Record<string, (a: Dec) => Dec>> = {
  canonical: (a) => a,
  copy_abs: absolute,
  copy_negate: negated,
};

export const PREDICATES: Readonly<Record<string, (a: Dec) => boolean>> = {
  is_canonical: () => true,
  is_finite: isFinite,
  is_infinite: isInfinite,
  is_nan: isNan,
  is_qnan: (a) => a.kind === 'nan',
  is_snan: (a) => a.kind === 'snan',
  is_signed: (a) => a.sign === 1,
  is_zero: isZero,
};

export const isNormal = (a: Dec, emin: number): boolean => isFinite(a) && !isZero(a) && adjusted(a) >= emin;
export const isSubnormal = (a: Dec, emin: number): boolean => isFinite(a) && !isZero(a) && adjusted(a) < emin;

export function numberClass(a: Dec, emin: number): string {
  if (isNan(a)) return a.kind === 'nan' ? 'NaN' : 'sNaN';
  const sign = a.sign === 1 ? '-' : '+';
  if (a.kind === 'infinite') return `${sign}Infinity`;
  if (isZero(a)) return `${sign}Zero`;
  return sign + (isSubnormal(a, emin) ? 'Subnormal' : 'Normal');
}

export const sameQuantum = (a: Dec, b: Dec): boolean => {
  if (isNan(a) || isNan(b)) return isNan(a) && isNan(b);
  if (a.kind === 'infinite' || b.kind === 'infinite') return a.kind === b.kind;
  return a.exponent === b.exponent;
};

export {
  add,
  divide,
  divideInteger,
  floorDivide,
  fusedMultiplyAdd,
  multiply,
  power,
  quantize,
  remainder,
  subtract,
  toIntegral,
};
