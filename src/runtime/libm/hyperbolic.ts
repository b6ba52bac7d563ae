/** The hyperbolic functions, exp(x) - 1 and ln(1 + x), by the steps of the C library (those of Sun's fdlibm). */
import { exponentOf } from './bits.js';
import { exp } from './exp.js';
import { log } from './log.js';
import { paired } from './polynomial.js';

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const EXPM1_TERMS = [
  1, -0.03333333333333313, 0.0015873015872548146, -0.0000793650757867488, 0.000004008217827329362,
  -2.0109921818362437e-7,
];

/** `exp(x) - 1`. */
export function expm1(x: number): number {
  if (Number.isNaN(x) || x === Infinity) return x;
  if (x > 709.782712893384) return Infinity;
  if (x <= -56 * Math.LN2) return -1;
  const size = Math.abs(x);
  if (size < 2 ** -54) return x;
  let k = 0;
  let r = x;
  let error = 0;
  if (size > 0.5 * Math.LN2) {
    let high: number;
    let low: number;
    if (size < 1.5 * Math.LN2) {
      k = x > 0 ? 1 : -1;
      high = x - k * LN2_HIGH;
      low = k * LN2_LOW;
    } else {
      k = Math.trunc(Math.LOG2E * x + (x < 0 ? -0.5 : 0.5));
      high = x - k * LN2_HIGH;
      low = k * LN2_LOW;
    }
    r = high - low;
    error = high - r - low;
  }
  return expm1Reduced(r, error, k);
}

function expm1Reduced(x: number, error: number, k: number): number {
  const half = 0.5 * x;
  const hxs = x * half;
  const r1 = paired(EXPM1_TERMS, hxs);
  const t = 3 - r1 * half;
  let e = hxs * ((r1 - t) / (6 - x * t));
  if (k === 0) return x - (x * e - hxs);
  e = x * (e - error) - error;
  e -= hxs;
  if (k === -1) return 0.5 * (x - e) - 0.5;
  if (k === 1) return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + 2 * (x - e);
  const power = 2 ** k;
  if (k <= -2 || k > 56) {
    const y = 1 - (e - x);
    return (k === 1024 ? y * 2 * 2 ** 1023 : y * power) - 1;
  }
  const inverse = 2 ** -k;
  return k < 20 ? (1 - inverse - (e - x)) * power : (x - (e + inverse) + 1) * power;
}

const LOG1P_TERMS = [
  0, 0.6666666666666735, 0.3999999999940942, 0.2857142874366239, 0.22222198432149784, 0.1818357216161805,
  0.15313837699209373, 0.14798198605116586,
];

/** `ln(1 + x)`. */
export function log1p(x: number): number {
  if (!(x > -1 && x < Infinity)) return x === -1 ? -Infinity : x < -1 ? NaN : x;
  const size = Math.abs(x);
  if (size < 2 ** -29) return size < 2 ** -54 ? x : x - x * x * 0.5;
  let k = 0;
  let f = x;
  let correction = 0;
  let mantissaRest = 1;
  if (!(x > -0.2928932309150696 && x < 0.4142136573791504)) {
    let u = x;
    if (x < 2 ** 53) {
      u = 1 + x;
      k = exponentOf(u);
      correction = (k > 0 ? 1 - (u - x) : x - (u - 1)) / u;
    } else k = exponentOf(u);
    const m = u * 2 ** -k;
    // Above sqrt(2) the mantissa is halved.
    if (m < 1.4142136573791504) f = m - 1;
    else {
      k++;
      f = m / 2 - 1;
      mantissaRest = 0;
    }
    if (m === 1) mantissaRest = 0;
  }
  return log1pReduced(f, k, correction, mantissaRest === 0 && f === 0);
}

function log1pReduced(f: number, k: number, correction: number, isPower: boolean): number {
  const half = 0.5 * f * f;
  if (isPower) return k === 0 ? 0 : k * LN2_HIGH + (correction + k * LN2_LOW);
  const s = f / (2 + f);
  const z = s * s;
  const r = pairedShifted(z);
  if (k === 0) return f - (half - s * (half + r));
  return k * LN2_HIGH - (half - (s * (half + r) + (k * LN2_LOW + correction)) - f);
}

/** The terms of log1p, paired from the first power on. */
function pairedShifted(z: number): number {
  const [, l1, l2, l3, l4, l5, l6, l7] = LOG1P_TERMS as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const z2 = z * z;
  const z4 = z2 * z2;
  const z6 = z4 * z2;
  return z * l1 + z2 * (l2 + z * l3) + z4 * (l4 + z * l5) + z6 * (l6 + z * l7);
}

export function sinh(x: number): number {
  const size = Math.abs(x);
  if (x - x !== 0) return x;
  const half = x < 0 ? -0.5 : 0.5;
  if (size < 22) {
    if (size < 2 ** -28) return x;
    const t = expm1(size);
    return size < 1 ? half * (2 * t - (t * t) / (t + 1)) : half * (t + t / (t + 1));
  }
  if (size < 709.782712893384) return half * exp(size);
  if (size > 710.4758600739439) return x * Infinity;
  const w = exp(0.5 * size);
  return half * w * w;
}

export function cosh(x: number): number {
  const size = Math.abs(x);
  if (x - x !== 0) return x * x;
  if (size < 22) {
    if (size < 0.5 * Math.LN2) {
      if (size < 2 ** -55) return 1;
      const t = expm1(size);
      const w = 1 + t;
      return 1 + (t * t) / (w + w);
    }
    const t = exp(size);
    return 0.5 * t + 0.5 / t;
  }
  if (size < 709.782712893384) return 0.5 * exp(size);
  if (size > 710.4758600739439) return Infinity;
  const w = exp(0.5 * size);
  return 0.5 * w * w;
}

export function tanh(x: number): number {
  const size = Math.abs(x);
  if (Number.isNaN(x) || size < 2 ** -55) return x;
  let result = 1;
  if (size < 22) {
    if (size >= 1) result = 1 - 2 / (expm1(2 * size) + 2);
    else {
      const t = expm1(-2 * size);
      result = -t / (t + 2);
    }
  }
  return x < 0 ? -result : result;
}

export function asinh(x: number): number {
  const size = Math.abs(x);
  if (x - x !== 0 || size < 2 ** -28) return x;
  let result: number;
  if (size > 2 ** 28) result = log(size) + Math.LN2;
  else if (size > 2) result = log(2 * size + 1 / (Math.sqrt(x * x + 1) + size));
  else {
    const square = x * x;
    result = log1p(size + square / (1 + Math.sqrt(1 + square)));
  }
  return x < 0 ? -result : result;
}

export function acosh(x: number): number {
  if (!(x >= 1)) return NaN;
  if (x > 2 ** 28) return x === Infinity ? x : log(x) + Math.LN2;
  if (x > 2) return log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
  const t = x - 1;
  return log1p(t + Math.sqrt(2 * t + t * t));
}

export function atanh(x: number): number {
  const size = Math.abs(x);
  if (!(size <= 1)) return NaN;
  if (size === 1) return x * Infinity;
  if (size < 2 ** -28) return x;
  const twice = size + size;
  const result = 0.5 * (size < 0.5 ? log1p(twice + (twice * size) / (1 - size)) : log1p(twice / (1 - size)));
  return x < 0 ? -result : result;
}
