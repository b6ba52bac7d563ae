/** exp, ln, log10 and powers, correctly rounded: computed with a few digits more until those decide the rounding. */
import { add, compareValues, divide, multiply } from './arithmetic.js';
import { Condition, type Environment } from './environment.js';
import {
  big,
  adjusted,
  type Dec,
  digitCount,
  finite,
  infinity,
  isFinite,
  isNan,
  isZero,
  ONE,
  pow10,
  stripZeros,
  ZERO,
} from './number.js';

/** Fixed-point numbers: `value` / 10^digits. */
type Fixed = bigint;

/** e^x for |x| < 1 or so, all in units of 10^-digits; off by a few units. */
function expFixed(x: Fixed, digits: number): Fixed {
  const unit = pow10(digits);
  // x / 2^halvings is so small that few terms of the series are needed.
  const halvings = Math.max(8, Math.floor(Math.sqrt(digits)));
  const guard = pow10(halvings + 5);
  const scale = unit * guard;
  const r = (x * guard) >> BigInt(halvings);
  let term = scale;
  let sum = scale;
  for (let n = 1n; term !== 0n; n++) {
    term = (term * r) / (scale * n);
    sum += term;
  }
  for (let i = 0; i < halvings; i++) sum = (sum * sum) / scale;
  return sum / guard;
}

/** ln 10 in units of 10^-digits. */
const LN10 = { digits: 0, value: 0n };
function ln10(digits: number): Fixed {
  if (LN10.digits < digits) {
    const all = digits + 10;
    LN10.value = lnFixed(10n * pow10(all), all) / 10n ** 10n;
    LN10.digits = digits;
  }
  return LN10.value / pow10(LN10.digits - digits);
}

/** ln m for m between 0.1 and 100, by Halley's iteration on exp. */
function lnFixed(m: Fixed, digits: number): Fixed {
  const unit = pow10(digits);
  const lead = Number((m * 10n ** 17n) / unit) / 1e17;
  let y = (BigInt(Math.round(Math.log(lead) * 1e15)) * unit) / 10n ** 15n;
  for (let correct = 14; ; correct *= 3) {
    // exp(y) with y possibly above 1: exp of the half, squared.
    const half = expFixed(y / 8n, digits + 5 > digits ? digits : digits);
    let e = half;
    for (let i = 0; i < 3; i++) e = (e * e) / unit;
    y += (2n * (m - e) * unit) / (m + e);
    if (correct > digits) return y;
  }
}

/** Rounds what `compute(digits)` gives as a coefficient of about that many digits, once the last ones leave no doubt. */
function decided(
  env: Environment,
  compute: (digits: number) => { sign: 0 | 1; coefficient: bigint; exponent: number; slack: bigint },
): Dec {
  for (let extra = 6; ; extra += env.limits.prec + 6) {
    const { sign, coefficient, exponent, slack } = compute(env.limits.prec + extra);
    const drop = digitCount(coefficient) - env.limits.prec;
    const unit = pow10(Math.max(1, drop));
    const half = unit / 2n;
    const rest = coefficient % unit;
    const nearHalf = rest > half - slack && rest < half + slack;
    const nearUnit = rest < slack || rest > unit - slack;
    if (nearHalf || nearUnit) continue;
    return env.finish(finite(sign, coefficient, exponent));
  }
}

/** Results of these functions are always rounded to the nearest. */
function nearest(env: Environment, run: (own: Environment) => Dec): Dec {
  const own = env.wide(env.limits.prec);
  Object.assign(own.limits, env.limits, { rounding: 'ROUND_HALF_EVEN' });
  const result = run(own);
  env.signal(own.status);
  return result;
}

/** The value in units of 10^-digits, cut. */
function toFixed(d: Dec, digits: number): Fixed {
  const shift = d.exponent + digits;
  const c = shift >= 0 ? big(d) * pow10(shift) : big(d) / pow10(-shift);
  return d.sign === 1 ? -c : c;
}

export function exp(d: Dec, env: Environment): Dec {
  const nan = isNan(d) ? env.nanOf(d) : undefined;
  if (nan !== undefined) return nan;
  if (d.kind === 'infinite') return d.sign === 1 ? ZERO : d;
  if (isZero(d)) return ONE;
  return nearest(env, (own) => {
    const { prec, emax, emin } = own.limits;
    const size = adjusted(d);
    if (size > 18 || (size > 0 && size > Math.log10((d.sign === 0 ? emax : prec - emin) * 2.31) + 2)) {
      return own.finish(d.sign === 0 ? finite(0, 1n, emax + 1) : finite(0, 1n, own.etiny - 2));
    }
    if (size < -prec - 2) {
      // So near to zero that the result is 1 and a bit.
      const c = d.sign === 0 ? pow10(prec + 2) + 1n : pow10(prec + 2) - 1n;
      return own.finish(finite(0, c, -prec - 2));
    }
    return decided(own, (digits) => expParts(d, digits + Math.max(0, size) + 3));
  });
}

/** e^d = 10^n * e^r with |r| < ln 10. */
function expParts(d: Dec, digits: number): { sign: 0 | 1; coefficient: bigint; exponent: number; slack: bigint } {
  const x = toFixed(d, digits);
  const log = ln10(digits);
  let n = x / log;
  if (x < 0n && n * log !== x) n -= 1n;
  const r = x - n * log;
  const unit = pow10(digits);
  let e = expFixed(r / 4n, digits);
  e = (e * e) / unit;
  e = (e * e) / unit;
  return {
    sign: 0,
    coefficient: e,
    exponent: Number(n) - digits,
    slack: 10n ** BigInt(Math.max(4, digitCount(n < 0n ? -n : n) + 3)),
  };
}

/** ln of a positive number, in units of 10^-digits. */
function lnOf(d: Dec, digits: number): Fixed {
  const size = digitCount(d.coefficient);
  // A mantissa near 1, so that nothing cancels.
  const n = BigInt(d.exponent + size - (d.coefficient.toString()[0]! >= '3' ? 0 : 1));
  const m = toFixed(finite(0, d.coefficient, d.exponent - Number(n)), digits);
  const own = lnFixed(m, digits);
  return n === 0n ? own : own + n * ln10(digits);
}

/** How many leading digits of ln d are zeros, about: for numbers near 1. */
function closeness(d: Dec): number {
  const difference = add(d, finite(1, 1n, 0), EXACT);
  return isZero(difference) ? 0 : Math.max(0, -adjusted(difference));
}
const EXACT = new (class {
  limits = { prec: 1_000_000, rounding: 'ROUND_HALF_EVEN' as const, emin: -1e15, emax: 1e15, clamp: 0 };
  status = 0;
  etiny = -1e15;
  etop = 1e15;
  signal(): void {}
  invalid(): Dec {
    return ZERO;
  }
  finish(d: Dec): Dec {
    return d;
  }
  nanOf(): undefined {
    return undefined;
  }
  wide(): Environment {
    return EXACT;
  }
})() as unknown as Environment;

export function ln(d: Dec, env: Environment): Dec {
  const special = logSpecial(d, env);
  if (special !== undefined) return special;
  if (compareValues(d, ONE) === 0) return ZERO;
  return nearest(env, (own) =>
    decided(own, (digits) => {
      const all = digits + closeness(d) + 3;
      return signed(lnOf(d, all), all);
    }),
  );
}

function signed(value: Fixed, digits: number): { sign: 0 | 1; coefficient: bigint; exponent: number; slack: bigint } {
  return { sign: value < 0n ? 1 : 0, coefficient: value < 0n ? -value : value, exponent: -digits, slack: 1000n };
}

function logSpecial(d: Dec, env: Environment): Dec | undefined {
  const nan = isNan(d) ? env.nanOf(d) : undefined;
  if (nan !== undefined) return nan;
  if (isZero(d)) return infinity(1);
  if (d.sign === 1) return env.invalid();
  return d.kind === 'infinite' ? d : undefined;
}

export function log10(d: Dec, env: Environment): Dec {
  const special = logSpecial(d, env);
  if (special !== undefined) return special;
  const { c, exponent } = stripZeros(big(d), d.exponent);
  if (c === 1n) return env.finish(finite(exponent < 0 ? 1 : 0, BigInt(Math.abs(exponent)), 0));
  return nearest(env, (own) =>
    decided(own, (digits) => {
      const all = digits + closeness(d) + 3;
      return signed((lnOf(d, all) * pow10(all)) / ln10(all), all);
    }),
  );
}

/** Whether a finite number is an integer; and if so whether it is odd. */
function integerKind(d: Dec): 'odd' | 'even' | null {
  if (d.kind === 'infinite') return 'even';
  if (d.coefficient === 0) return 'even';
  const { c, exponent } = stripZeros(big(d), d.exponent, 0);
  if (exponent < 0) return null;
  return exponent === 0 && (c & 1n) === 1n ? 'odd' : 'even';
}

export function power(a: Dec, b: Dec, env: Environment): Dec {
  const nan = isNan(a) || isNan(b) ? env.nanOf(a, b) : undefined;
  if (nan !== undefined) return nan;
  if (isZero(b)) return isZero(a) ? env.invalid() : ONE;
  const kind = integerKind(b);
  const sign: 0 | 1 = a.sign === 1 && kind === 'odd' ? 1 : 0;
  if (isZero(a)) return b.sign === 0 ? finite(sign, 0n, 0) : infinity(sign);
  if (a.kind === 'infinite')
    return a.sign === 1 && kind === null ? env.invalid() : b.sign === 0 ? infinity(sign) : finite(sign, 0n, 0);
  if (a.sign === 1 && kind === null) return env.invalid();
  const base = finite(0, a.coefficient, a.exponent);
  const againstOne = compareValues(base, ONE);
  if (b.kind === 'infinite') {
    if (a.sign === 1) return env.invalid();
    if (againstOne === 0) return inexactOne(sign, env);
    return againstOne > 0 === (b.sign === 0) ? infinity(0) : ZERO;
  }
  if (kind !== null) return env.finish(withSign(integerPower(base, b, againstOne, env), sign));
  if (againstOne === 0) return inexactOne(sign, env);
  return anyPower(base, b, env);
}

const withSign = (d: Dec, sign: 0 | 1): Dec => ({ ...d, sign });

function inexactOne(sign: 0 | 1, env: Environment): Dec {
  const { prec } = env.limits;
  env.signal(Condition.Inexact | Condition.Rounded);
  return finite(sign, pow10(prec - 1), 1 - prec);
}

function integerPower(base: Dec, b: Dec, againstOne: number, env: Environment): Dec {
  const { prec } = env.limits;
  if (againstOne === 0) {
    // The exponent of an exact power of one that is written with zeros.
    const n = toFixed(finite(0, b.coefficient, b.exponent), 0);
    if (b.sign === 0 && base.exponent <= 0) {
      const exponent = Math.max(Number(BigInt(base.exponent) * n), 1 - prec);
      if (base.exponent !== 0 && BigInt(exponent) !== BigInt(base.exponent) * n)
        env.signal(Condition.Inexact | Condition.Rounded);
      return finite(0, pow10(-exponent), exponent);
    }
    return ONE;
  }
  const estimate = (adjusted(base) + 0.5) * Number(b.coefficient) * 10 ** Math.min(b.exponent, 300);
  if (adjusted(b) > 18 || Math.abs(estimate) > 1e14) return overOrUnder(againstOne > 0 === (b.sign === 0), env);
  const n = toFixed(finite(0, b.coefficient, b.exponent), 0);
  const exactDigits = digitCount(base.coefficient) * Number(n);
  if (b.sign === 0 && exactDigits <= 2 * prec + 30) return finite(0, big(base) ** n, base.exponent * Number(n));
  const own = env.wide(prec + 4 + digitCount(n) + adjusted(b));
  let result = ONE;
  let square = base;
  for (let left = n; left > 0n; left >>= 1n) {
    if (left & 1n) result = multiply(result, square, own);
    if (left > 1n) square = multiply(square, square, own);
  }
  if (b.sign === 1) result = divide(ONE, result, own);
  if (own.status & Condition.Inexact) {
    env.signal(Condition.Inexact | Condition.Rounded);
    if (result.kind === 'finite' && digitCount(result.coefficient) <= prec) return result;
  }
  return result;
}

function overOrUnder(over: boolean, env: Environment): Dec {
  return over ? finite(0, 1n, env.limits.emax + 1) : finite(0, 1n, env.etiny - 2);
}

/** x^y by e^(y ln x), where y is no integer. */
function anyPower(base: Dec, b: Dec, env: Environment): Dec {
  const bound = adjusted(b) + Math.log10(Math.abs((adjusted(base) + 1) * 2.303) + 1);
  if (bound > 18) return env.finish(overOrUnder(compareValues(base, ONE) > 0 === (b.sign === 0), env));
  const root = exactRoot(base, b, env);
  if (root !== undefined) return env.finish(root);
  return decided(env, (digits) => {
    const all = digits + Math.max(0, Math.ceil(bound)) + closeness(base) + 10;
    const log = lnOf(base, all);
    const shift = b.exponent;
    const product = log * (b.sign === 1 ? -big(b) : big(b));
    const value = shift >= 0 ? product * pow10(shift) : product / pow10(-shift);
    return expParts(
      finite(value < 0n ? 1 : 0, value < 0n ? -value : value, -all),
      digits + Math.max(0, Math.ceil(bound)) + 5,
    );
  });
}

/** Powers like 4 ** 0.5 whose result is exact, padded to the precision as inexact ones are; undefined for others. */
function exactRoot(base: Dec, b: Dec, env: Environment): Dec | undefined {
  const e = stripZeros(big(b), b.exponent, 0);
  if (-e.exponent > 20) return undefined;
  const estimate = Number(base.coefficient.toString().slice(0, 17)) || 0;
  if (estimate === 0) return undefined;
  // b = numerator / denominator in lowest terms.
  let numerator = e.c;
  let denominator = pow10(-e.exponent);
  for (let [x, y] = [numerator, denominator]; ; [x, y] = [y, x % y]) {
    if (y === 0n) {
      numerator /= x;
      denominator /= x;
      break;
    }
  }
  if (denominator > 200n || numerator > 2000n) return undefined;
  const d = Number(denominator);
  const stripped = stripZeros(big(base), base.exponent);
  if (stripped.exponent % d !== 0) return undefined;
  const root = nthRoot(stripped.c, denominator);
  if (root === undefined) return undefined;
  const exponent = (stripped.exponent / d) * Number(numerator);
  const exact = root ** numerator;
  const result = b.sign === 0 ? finite(0, exact, exponent) : divide(ONE, finite(0, exact, exponent), env);
  if (result.kind !== 'finite') return undefined;
  const { prec } = env.limits;
  const digits = digitCount(result.coefficient);
  if (digits > prec) return result;
  env.signal(Condition.Inexact | Condition.Rounded);
  return finite(0, big(result) * pow10(prec - digits), result.exponent - (prec - digits));
}

function nthRoot(n: bigint, degree: bigint): bigint | undefined {
  const digits = digitCount(n);
  let low = 0n;
  let high = pow10(Math.ceil(digits / Number(degree)) + 1);
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** degree <= n) low = middle;
    else high = middle - 1n;
  }
  return low ** degree === n ? low : undefined;
}

/** (a ** b) % m of integers. */
export function powerModulo(a: Dec, b: Dec, m: Dec, env: Environment): Dec {
  const nan = isNan(a) || isNan(b) || isNan(m) ? env.nanOf(a, b, m) : undefined;
  if (nan !== undefined) return nan;
  if (
    !isFinite(a) ||
    !isFinite(b) ||
    !isFinite(m) ||
    integerKind(a) === null ||
    integerKind(b) === null ||
    integerKind(m) === null
  )
    return env.invalid();
  if (b.sign === 1 || isZero(m) || (isZero(a) && isZero(b)) || adjusted(m) >= env.limits.prec) return env.invalid();
  const modulus = toFixed(finite(0, m.coefficient, m.exponent), 0);
  let base = toFixed(finite(0, a.coefficient, a.exponent), 0) % modulus;
  let result = 1n % modulus;
  for (let n = toFixed(b, 0); n > 0n; n >>= 1n) {
    if (n & 1n) result = (result * base) % modulus;
    base = (base * base) % modulus;
  }
  return finite(a.sign === 1 && integerKind(b) === 'odd' ? 1 : 0, result, 0);
}
