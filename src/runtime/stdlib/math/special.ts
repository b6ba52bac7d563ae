/** The gamma and error functions of `math`. */

import { cos, erf, erfc, exp, log, pow, sin } from '../../libm/index.js';
import { rt } from '../../object/context.js';
import { fn } from '../../object/fn.js';
import type { Py } from '../../object/object.js';
import type { Members } from '../../object/type.js';
import { PyFloat } from '../../object/values.js';
import { erf2, erfc2 } from './erf2.js';
import { domainError, rangeError, real } from './real.js';

export function specialMembers(): Members {
  const isOld = rt.dialect === 2;
  return {
    erf: plain(isOld ? erf2 : erf),
    erfc: plain(isOld ? erfc2 : erfc),
    gamma: plain(gamma),
    lgamma: plain(lgamma),
  };
}

const plain = (f: (x: number) => number): Py => fn('(x, /)', (x: Py) => new PyFloat(f(real(x))));

/**
 * Lanczos' approximation with g = 6.0246…, 13 terms: numerator and denominator of its sum, constant term first
 * (coefficients of the Boost library, which CPython has, too).
 */
const G = 6.02468004077673;
const G_MINUS_HALF = 5.52468004077673;
const NUMERATOR = [
  23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.03721, 6039542586.352028, 1439720407.3117216,
  248874557.86205417, 31426415.585400194, 2876370.6289353725, 186056.26539522348, 8071.672002365816, 210.82427775157936,
  2.5066282746310002,
];
const DENOMINATOR = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
];

function lanczosSum(x: number): number {
  let numerator = 0;
  let denominator = 0;
  if (x < 5) {
    for (let i = NUMERATOR.length - 1; i >= 0; i--) {
      numerator = numerator * x + NUMERATOR[i]!;
      denominator = denominator * x + DENOMINATOR[i]!;
    }
  } else {
    for (let i = 0; i < NUMERATOR.length; i++) {
      numerator = numerator / x + NUMERATOR[i]!;
      denominator = denominator / x + DENOMINATOR[i]!;
    }
  }
  return numerator / denominator;
}

/** sin(pi * x), exact in the zeros. */
function sinPi(x: number): number {
  const y = Math.abs(x) % 2;
  // Round half away from zero; y is positive.
  const n = Math.floor(2 * y + 0.5);
  let result: number;
  if (n === 0) result = sin(Math.PI * y);
  else if (n === 1) result = cos(Math.PI * (y - 0.5));
  else if (n === 2) result = sin(Math.PI * (1 - y));
  else if (n === 3) result = -cos(Math.PI * (y - 1.5));
  else result = sin(Math.PI * (y - 2));
  return x < 0 ? -result : result;
}

function gamma(x: number): number {
  if (Number.isNaN(x) || x === Infinity) return x;
  if (x === -Infinity || x === 0) throw domainError();
  const size = Math.abs(x);
  if (Number.isInteger(x)) {
    if (x < 0) throw domainError();
    if (x <= 23) return smallFactorial(x - 1);
  }
  if (size < 1e-20) return finite(1 / x);
  if (size > 200) {
    if (x > 0) throw rangeError();
    return 0 / sinPi(x);
  }
  return finite(gammaByLanczos(x, size));
}

function finite(result: number): number {
  if (!Number.isFinite(result)) throw rangeError();
  return result;
}

function smallFactorial(n: number): number {
  let result = 1;
  for (let i = 2; i <= n; i++) result *= i;
  return result;
}

function gammaByLanczos(x: number, size: number): number {
  const y = size + G_MINUS_HALF;
  // The rounding error of y, which the power would magnify.
  const error = size > G_MINUS_HALF ? y - size - G_MINUS_HALF : y - G_MINUS_HALF - size;
  const z = (error * G) / y;
  let result: number;
  if (x < 0) {
    result = ((-Math.PI / sinPi(size) / size) * exp(y)) / lanczosSum(size);
    result -= z * result;
    if (size < 140) return result / pow(y, size - 0.5);
    const half = pow(y, size / 2 - 0.25);
    return result / half / half;
  }
  result = lanczosSum(size) / exp(y);
  result += z * result;
  if (size < 140) return result * pow(y, size - 0.5);
  const half = pow(y, size / 2 - 0.25);
  return result * half * half;
}

const LOG_PI = 1.1447298858494002;

function lgamma(x: number): number {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? x : Infinity;
  if (Number.isInteger(x) && x <= 2) {
    if (x <= 0) throw domainError();
    return 0;
  }
  const size = Math.abs(x);
  if (size < 1e-20) return -log(size);
  let result = log(lanczosSum(size)) - G;
  result += (size - 0.5) * (log(size + G - 0.5) - 1);
  if (x < 0) result = LOG_PI - log(Math.abs(sinPi(size))) - log(size) - result;
  return finite(result);
}
