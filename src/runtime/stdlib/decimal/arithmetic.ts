/** The basic operations. Operands are exact; each result is finished once. */
import { Condition, type Environment } from './environment.js';
import {
  big,
  adjusted,
  type Coefficient,
  type Dec,
  digitCount,
  digitsFrom,
  digitsOf,
  dropDigits,
  finite,
  infinity,
  isFinite,
  isNan,
  isqrt,
  isZero,
  pow10,
  product,
  type Rounding,
  scaled,
  stripZeros,
} from './number.js';

/** Numbers of so many digits are safe integers. */
const SAFE_DIGITS = 15;

export const negated = (d: Dec): Dec => ({ ...d, sign: d.sign === 0 ? 1 : 0 });
export const absolute = (d: Dec): Dec => (d.sign === 0 ? d : { ...d, sign: 0 });

export function add(a: Dec, b: Dec, env: Environment): Dec {
  if (!isFinite(a) || !isFinite(b)) {
    const nan = env.nanOf(a, b);
    if (nan !== undefined) return nan;
    if (a.kind === 'infinite') return b.kind === 'infinite' && a.sign !== b.sign ? env.invalid() : a;
    return b;
  }
  return env.finish(fewSum(a, b) ?? exactSum(a, b, env));
}

/** The sum of numbers that are safe integers with the same unit, and whose sum is one; undefined for any other. */
function fewSum(a: Dec, b: Dec): Dec | undefined {
  const x = a.coefficient;
  const y = b.coefficient;
  if (typeof x !== 'number' || typeof y !== 'number' || x === 0 || y === 0) return undefined;
  const apart = a.exponent - b.exponent;
  if (apart > SAFE_DIGITS || apart < -SAFE_DIGITS) return undefined;
  const left = apart > 0 ? scaled(x, apart) : x;
  const right = apart < 0 ? scaled(y, -apart) : y;
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  const sum = (a.sign === 1 ? -left : left) + (b.sign === 1 ? -right : right);
  if (sum === 0 || sum > Number.MAX_SAFE_INTEGER || sum < -Number.MAX_SAFE_INTEGER) return undefined;
  return finite(sum < 0 ? 1 : 0, sum < 0 ? -sum : sum, apart > 0 ? b.exponent : a.exponent);
}

/** The sum; of operands far apart, something that rounds as the sum does. */
function exactSum(a: Dec, b: Dec, env: Environment): Dec {
  const exponent = Math.min(a.exponent, b.exponent);
  const floor = env.limits.rounding === 'ROUND_FLOOR';
  if (a.coefficient === 0 || b.coefficient === 0) {
    if (a.coefficient === 0 && b.coefficient === 0)
      return finite(a.sign === b.sign ? a.sign : floor ? 1 : 0, 0, exponent);
    const other = a.coefficient === 0 ? b : a;
    const least = Math.max(exponent, other.exponent - env.limits.prec - 1);
    return rescaled(other, least);
  }
  const [high, low] = a.exponent >= b.exponent ? [a, b] : [b, a];
  let small = low;
  let base = low.exponent;
  const lowest = adjusted(high) - env.limits.prec - 2;
  if (adjusted(low) < lowest && high.exponent > lowest - 1) {
    // Too small to matter but for its being there.
    base = Math.min(high.exponent, lowest - 1);
    small = finite(low.sign, 1, base);
  }
  const x = scaled(high.coefficient, high.exponent - base);
  const sum = signedSum(x, high.sign, small.coefficient, small.sign);
  if (sum === 0 || sum === 0n) return finite(floor ? 1 : 0, 0, exponent);
  return finite(sum < 0 ? 1 : 0, sum < 0 ? -sum : sum, base);
}

/** The sum of two coefficients with their signs: a number where that is safe. */
function signedSum(x: Coefficient, signX: 0 | 1, y: Coefficient, signY: 0 | 1): Coefficient {
  if (typeof x === 'number' && typeof y === 'number') {
    const sum = (signX === 1 ? -x : x) + (signY === 1 ? -y : y);
    if (Number.isSafeInteger(sum)) return sum;
  }
  const [a, b] = [BigInt(x), BigInt(y)];
  return (signX === 1 ? -a : a) + (signY === 1 ? -b : b);
}

/** The same value with a lower exponent. */
function rescaled(d: Dec, exponent: number): Dec {
  return exponent >= d.exponent ? d : finite(d.sign, scaled(d.coefficient, d.exponent - exponent), exponent);
}

export const subtract = (a: Dec, b: Dec, env: Environment): Dec => {
  const nan = isNan(a) || isNan(b) ? env.nanOf(a, b) : undefined;
  return nan ?? add(a, negated(b), env);
};

export function multiply(a: Dec, b: Dec, env: Environment): Dec {
  const sign = (a.sign ^ b.sign) as 0 | 1;
  if (!isFinite(a) || !isFinite(b)) {
    const nan = env.nanOf(a, b);
    if (nan !== undefined) return nan;
    return isZero(a) || isZero(b) ? env.invalid() : infinity(sign);
  }
  const c = product(a.coefficient, b.coefficient);
  const digits = typeof c === 'number' ? 0 : digitsFrom(c, digitsOf(a) + digitsOf(b) - 1);
  return env.finish(finite(sign, c, a.exponent + b.exponent, digits));
}

export function divide(a: Dec, b: Dec, env: Environment): Dec {
  const sign = (a.sign ^ b.sign) as 0 | 1;
  const nan = isNan(a) || isNan(b) ? env.nanOf(a, b) : undefined;
  if (nan !== undefined) return nan;
  if (a.kind === 'infinite') return b.kind === 'infinite' ? env.invalid() : infinity(sign);
  if (b.kind === 'infinite') {
    env.signal(Condition.Clamped);
    return finite(sign, 0, env.etiny);
  }
  if (b.coefficient === 0) {
    if (a.coefficient === 0) return env.invalid(Condition.DivisionUndefined);
    env.signal(Condition.DivisionByZero);
    return infinity(sign);
  }
  const ideal = a.exponent - b.exponent;
  if (a.coefficient === 0) return env.finish(finite(sign, 0, ideal));
  const shift = digitsOf(b) - digitsOf(a) + env.limits.prec + 1;
  const numerator = shift >= 0 ? big(a) * pow10(shift) : big(a);
  const denominator = shift >= 0 ? big(b) : big(b) * pow10(-shift);
  const quotient = numerator / denominator;
  const exponent = ideal - shift;
  if (quotient * denominator !== numerator) {
    // A last digit that rounding cannot mistake for an exact one.
    const longer = quotient * 10n + 1n;
    return env.finish(finite(sign, longer, exponent - 1, digitsFrom(longer, env.limits.prec + 2)));
  }
  const stripped = stripZeros(quotient, exponent, ideal);
  return env.finish(finite(sign, stripped.c, stripped.exponent));
}

/** Integer quotient and remainder of finite numbers; undefined when the quotient has too many digits. */
function integerDivision(a: Dec, b: Dec, env: Environment): { quotient: Dec; remainder: Dec } | undefined {
  const sign = (a.sign ^ b.sign) as 0 | 1;
  const ideal = Math.min(a.exponent, b.exponent);
  const apart = adjusted(a) - adjusted(b);
  if (a.coefficient === 0 || apart <= -2)
    return { quotient: finite(sign, 0, 0), remainder: rescaledWithin(a, ideal, env) };
  if (apart > env.limits.prec) return undefined;
  const x = big(a) * pow10(Math.max(0, a.exponent - b.exponent));
  const y = big(b) * pow10(Math.max(0, b.exponent - a.exponent));
  const quotient = x / y;
  if (quotient >= pow10(env.limits.prec)) return undefined;
  return { quotient: finite(sign, quotient, 0), remainder: finite(a.sign, x - quotient * y, ideal) };
}

function rescaledWithin(d: Dec, exponent: number, env: Environment): Dec {
  if (d.coefficient === 0) return finite(d.sign, 0, exponent);
  return digitCount(d.coefficient) + d.exponent - exponent > 2 * env.limits.prec ? d : rescaled(d, exponent);
}

/** `//` and `%` together: undefined parts are those that an error took. */
export function divideInteger(a: Dec, b: Dec, env: Environment): { quotient: Dec; remainder: Dec } {
  const sign = (a.sign ^ b.sign) as 0 | 1;
  const nan = isNan(a) || isNan(b) ? env.nanOf(a, b) : undefined;
  if (nan !== undefined) return { quotient: nan, remainder: nan };
  if (a.kind === 'infinite') {
    const invalid = env.invalid();
    return { quotient: b.kind === 'infinite' ? invalid : infinity(sign), remainder: invalid };
  }
  if (b.kind !== 'infinite' && b.coefficient === 0) {
    if (a.coefficient === 0) {
      const undefinedResult = env.invalid(Condition.DivisionUndefined);
      return { quotient: undefinedResult, remainder: undefinedResult };
    }
    env.signal(Condition.DivisionByZero);
    return { quotient: infinity(sign), remainder: env.invalid() };
  }
  if (b.kind === 'infinite') return { quotient: finite(sign, 0, 0), remainder: env.finish(a) };
  const result = integerDivision(a, b, env);
  if (result === undefined) {
    const impossible = env.invalid(Condition.DivisionImpossible);
    return { quotient: impossible, remainder: impossible };
  }
  return { quotient: env.finish(result.quotient), remainder: env.finish(result.remainder) };
}

/** The integer quotient alone, which is rounded to nothing but must fit. */
export function floorDivide(a: Dec, b: Dec, env: Environment): Dec {
  const sign = (a.sign ^ b.sign) as 0 | 1;
  const nan = isNan(a) || isNan(b) ? env.nanOf(a, b) : undefined;
  if (nan !== undefined) return nan;
  if (a.kind === 'infinite') return b.kind === 'infinite' ? env.invalid() : infinity(sign);
  if (b.kind === 'infinite') return env.finish(finite(sign, 0, 0));
  if (b.coefficient === 0) {
    if (a.coefficient === 0) return env.invalid(Condition.DivisionUndefined);
    env.signal(Condition.DivisionByZero);
    return infinity(sign);
  }
  const result = integerDivision(a, b, env);
  return result === undefined ? env.invalid(Condition.DivisionImpossible) : env.finish(result.quotient);
}

export function remainder(a: Dec, b: Dec, env: Environment): Dec {
  if (isFinite(a) && isFinite(b) && b.coefficient === 0 && a.coefficient !== 0) return env.invalid();
  if (!isFinite(a) || !isFinite(b) || b.coefficient === 0) return divideInteger(a, b, env).remainder;
  const result = integerDivision(a, b, env);
  return result === undefined ? env.invalid(Condition.DivisionImpossible) : env.finish(result.remainder);
}

/** The remainder of the quotient rounded to the nearest integer. */
export function remainderNear(a: Dec, b: Dec, env: Environment): Dec {
  const nan = isNan(a) || isNan(b) ? env.nanOf(a, b) : undefined;
  if (nan !== undefined) return nan;
  if (a.kind === 'infinite') return env.invalid();
  if (b.kind !== 'infinite' && b.coefficient === 0)
    return env.invalid(a.coefficient === 0 ? Condition.DivisionUndefined : Condition.InvalidOperation);
  if (b.kind === 'infinite') return env.finish(a);
  const result = integerDivision(a, b, env);
  if (result === undefined) return env.invalid(Condition.DivisionImpossible);
  const ideal = Math.min(a.exponent, b.exponent);
  const rest = rescaled(result.remainder, ideal);
  const divisor = big(rescaled(b, ideal));
  let left = big(rest);
  let quotient = big(result.quotient);
  let { sign } = a;
  if (2n * left + (quotient & 1n) > divisor) {
    left = divisor - left;
    quotient += 1n;
    sign = sign === 0 ? 1 : 0;
  }
  if (quotient >= pow10(env.limits.prec)) return env.invalid(Condition.DivisionImpossible);
  return env.finish(finite(left === 0n ? a.sign : sign, left, ideal));
}

export function squareRoot(d: Dec, env: Environment): Dec {
  const nan = isNan(d) ? env.nanOf(d) : undefined;
  if (nan !== undefined) return nan;
  if (isZero(d)) return env.finish(finite(d.sign, 0, Math.floor(d.exponent / 2)));
  if (d.sign === 1) return env.invalid();
  if (d.kind === 'infinite') return d;
  const prec = env.limits.prec + 1;
  const half = Math.floor(d.exponent / 2);
  let c = big(d);
  let digits = digitCount(c);
  if (d.exponent % 2 !== 0) {
    c *= 10n;
    digits++;
  }
  const wanted = (digits + 1) >> 1;
  const shift = prec - wanted;
  let exact = true;
  if (shift >= 0) c *= pow10(2 * shift);
  else {
    const unit = pow10(-2 * shift);
    exact = c % unit === 0n;
    c /= unit;
  }
  let root = isqrt(c);
  exact &&= root * root === c;
  let exponent = half - shift;
  if (exact) {
    if (shift >= 0) root /= pow10(shift);
    else root *= pow10(-shift);
    exponent = half;
  } else if (root % 5n === 0n) root += 1n;
  const nearest = env.wide(env.limits.prec);
  Object.assign(nearest.limits, env.limits, { rounding: 'ROUND_HALF_EVEN' });
  const result = nearest.finish(finite(0, root, exponent));
  env.signal(nearest.status);
  return result;
}

/** -1, 0 or 1 for numbers that are no NaNs. */
export function compareValues(a: Dec, b: Dec): -1 | 0 | 1 {
  const zeroA = isZero(a);
  const zeroB = isZero(b);
  if (zeroA && zeroB) return 0;
  const signA = zeroA ? 0 : a.sign === 1 ? -1 : 1;
  const signB = zeroB ? 0 : b.sign === 1 ? -1 : 1;
  if (signA !== signB) return signA < signB ? -1 : 1;
  const magnitude = compareMagnitudes(a, b);
  return (signA * magnitude) as -1 | 0 | 1;
}

export function compareMagnitudes(a: Dec, b: Dec): -1 | 0 | 1 {
  if (a.kind === 'infinite' || b.kind === 'infinite') return a.kind === b.kind ? 0 : a.kind === 'infinite' ? 1 : -1;
  if (isZero(a) || isZero(b)) return isZero(a) ? (isZero(b) ? 0 : -1) : 1;
  const [x, y] = [adjusted(a), adjusted(b)];
  if (x !== y) return x < y ? -1 : 1;
  const exponent = Math.min(a.exponent, b.exponent);
  const ca = scaled(a.coefficient, a.exponent - exponent);
  const cb = scaled(b.coefficient, b.exponent - exponent);
  return ca < cb ? -1 : ca > cb ? 1 : 0;
}

/** The order that tells every two representations apart. */
export function compareTotal(a: Dec, b: Dec): -1 | 0 | 1 {
  if (a.sign !== b.sign) return a.sign === 1 ? -1 : 1;
  const flip = (order: number): -1 | 0 | 1 => (a.sign === 1 ? -order : order) as -1 | 0 | 1;
  const rank = (d: Dec): number => (d.kind === 'nan' ? 3 : d.kind === 'snan' ? 2 : 1);
  if (rank(a) !== rank(b)) return flip(rank(a) < rank(b) ? -1 : 1);
  if (isNan(a)) return big(a) === big(b) ? 0 : flip(big(a) < big(b) ? -1 : 1);
  const order = compareMagnitudes(a, b);
  if (order !== 0) return flip(order);
  return a.exponent === b.exponent ? 0 : flip(a.exponent < b.exponent ? -1 : 1);
}

/** The value at exponent `exponent`, rounded there. */
export function rescale(d: Dec, exponent: number, rounding: Rounding): { value: Dec; exact: boolean } {
  if (d.coefficient === 0) return { value: finite(d.sign, 0, exponent), exact: true };
  if (exponent <= d.exponent)
    return { value: finite(d.sign, scaled(d.coefficient, d.exponent - exponent), exponent), exact: true };
  const drop = exponent - d.exponent;
  const digits = digitsOf(d);
  const { c, exact } =
    drop > digits + 1 ? dropDigits(1, 2, rounding, d.sign) : dropDigits(d.coefficient, drop, rounding, d.sign);
  return { value: finite(d.sign, c, exponent), exact };
}

/** The same for a safe integer that loses digits, where no limit is near; undefined for any other. */
function quantizeFew(d: Dec, exponent: number, env: Environment, rounding: Rounding): Dec | undefined {
  const { prec, emax, emin, clamp } = env.limits;
  const drop = exponent - d.exponent;
  const c = d.coefficient;
  if (typeof c !== 'number' || c === 0 || drop <= 0 || drop > SAFE_DIGITS) return undefined;
  if (prec <= SAFE_DIGITS || clamp !== 0 || exponent > emax - SAFE_DIGITS - 1 || exponent < emin) return undefined;
  const { c: rounded, exact } = dropDigits(c, drop, rounding, d.sign);
  env.signal(exact ? Condition.Rounded : Condition.Rounded | Condition.Inexact);
  return finite(d.sign, rounded, exponent);
}

/** `a` with the exponent of `b`, or an invalid operation where it has no room. */
export function quantize(a: Dec, b: Dec, env: Environment, rounding: Rounding = env.limits.rounding): Dec {
  const nan = isNan(a) || isNan(b) ? env.nanOf(a, b) : undefined;
  if (nan !== undefined) return nan;
  if (a.kind === 'infinite' || b.kind === 'infinite') return a.kind === b.kind ? a : env.invalid();
  const few = quantizeFew(a, b.exponent, env, rounding);
  if (few !== undefined) return few;
  const { prec, emax } = env.limits;
  if (b.exponent > emax || b.exponent < env.etiny) return env.invalid();
  if (a.coefficient === 0) return env.finish(finite(a.sign, 0, b.exponent));
  if (adjusted(a) > emax || adjusted(a) - b.exponent + 1 > prec) return env.invalid();
  const { value, exact } = rescale(a, b.exponent, rounding);
  if (digitsOf(value) > prec || (value.coefficient !== 0 && adjusted(value) > emax)) return env.invalid();
  if (value.coefficient !== 0 && adjusted(value) < env.limits.emin) env.signal(Condition.Subnormal);
  if (value.exponent > a.exponent) env.signal(exact ? Condition.Rounded : Condition.Rounded | Condition.Inexact);
  return env.finish(value);
}

/** To an integer; `exact` signals what was lost. */
export function toIntegral(d: Dec, env: Environment, rounding: Rounding, signals: boolean): Dec {
  const nan = isNan(d) ? env.nanOf(d) : undefined;
  if (nan !== undefined) return nan;
  if (d.kind === 'infinite' || d.exponent >= 0) return d;
  if (d.coefficient === 0) return finite(d.sign, 0, 0);
  const { value, exact } = rescale(d, 0, rounding);
  if (signals) env.signal(exact ? Condition.Rounded : Condition.Rounded | Condition.Inexact);
  return value;
}

export function reduce(d: Dec, env: Environment): Dec {
  const nan = isNan(d) ? env.nanOf(d) : undefined;
  if (nan !== undefined) return nan;
  const rounded = env.finish(d);
  if (rounded.kind !== 'finite') return rounded;
  if (rounded.coefficient === 0) return finite(rounded.sign, 0, 0);
  const limit = env.limits.clamp === 1 ? env.etop : env.limits.emax;
  const { c, exponent } = stripZeros(big(rounded), rounded.exponent, limit);
  return finite(rounded.sign, c, exponent);
}

export function fusedMultiplyAdd(a: Dec, b: Dec, c: Dec, env: Environment): Dec {
  const nan = isNan(a) || isNan(b) || isNan(c) ? env.nanOf(a, b, c) : undefined;
  if (nan !== undefined && !((a.kind === 'infinite' && isZero(b)) || (b.kind === 'infinite' && isZero(a)))) return nan;
  const sign = (a.sign ^ b.sign) as 0 | 1;
  if (a.kind === 'infinite' || b.kind === 'infinite') {
    if (isZero(a) || isZero(b)) return env.invalid();
    return add(infinity(sign), c, env);
  }
  return add(finite(sign, product(a.coefficient, b.coefficient), a.exponent + b.exponent), c, env);
}

/** The next representable number above (`up`) or below. */
export function neighbour(d: Dec, up: boolean, env: Environment): Dec {
  const nan = isNan(d) ? env.nanOf(d) : undefined;
  if (nan !== undefined) return nan;
  const { limits } = env;
  const largest = finite(up ? 1 : 0, pow10(limits.prec) - 1n, env.etop);
  if (d.kind === 'infinite') return (d.sign === 0) === up ? d : largest;
  const own = env.wide(limits.prec);
  Object.assign(own.limits, limits, { rounding: up ? 'ROUND_CEILING' : 'ROUND_FLOOR' });
  const rounded = own.finish(d);
  if (rounded.kind !== d.kind || compareValues(rounded, d) !== 0) return rounded;
  return add(d, finite(up ? 0 : 1, 1, env.etiny - 1), own);
}
