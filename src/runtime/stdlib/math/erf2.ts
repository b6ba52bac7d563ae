/** The error function of Python 2.7, which has a series and a continued fraction of its own. */
import { exp } from '../../libm/index.js';

const SQRT_PI = 1.772453850905516;
const SERIES_END = 1.5;
const SERIES_TERMS = 25;
const FRACTION_END = 30;
const FRACTION_TERMS = 50;

function series(x: number): number {
  const square = x * x;
  let sum = 0;
  let k = SERIES_TERMS + 0.5;
  for (let i = 0; i < SERIES_TERMS; i++) {
    sum = 2 + (square * sum) / k;
    k -= 1;
  }
  return (sum * x * exp(-square)) / SQRT_PI;
}

/** `erfc` for x > 0. */
function fraction(x: number): number {
  if (x >= FRACTION_END) return 0;
  const square = x * x;
  let a = 0;
  let step = 0.5;
  let [p, previousP] = [1, 0];
  let [q, previousQ] = [step + square, 1];
  for (let i = 0; i < FRACTION_TERMS; i++) {
    a += step;
    step += 2;
    const b = step + square;
    [p, previousP] = [b * p - a * previousP, p];
    [q, previousQ] = [b * q - a * previousQ, q];
  }
  return ((p / q) * x * exp(-square)) / SQRT_PI;
}

export function erf2(x: number): number {
  if (Number.isNaN(x)) return x;
  const size = Math.abs(x);
  if (size < SERIES_END) return series(x);
  const rest = fraction(size);
  return x > 0 ? 1 - rest : rest - 1;
}

export function erfc2(x: number): number {
  if (Number.isNaN(x)) return x;
  const size = Math.abs(x);
  if (size < SERIES_END) return 1 - series(x);
  const rest = fraction(size);
  return x > 0 ? rest : 2 - rest;
}
