/**
 * `_statistics`: the quantiles of the normal distribution.
 * After M. J. Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution", Applied Statistics 37 (1988), PPND16.
 */
import { log } from '../libm/index.js';
import { fn } from '../object/fn.js';
import { asDouble } from '../object/number.js';
import type { Py } from '../object/object.js';
import { PyFloat } from '../object/values.js';

/** Coefficients from the highest power down, of a numerator and a denominator. */
interface Quotient {
  readonly over: readonly number[];
  readonly under: readonly number[];
}

/** In the middle, by the square of the distance from 1/2. */
const CENTRAL: Quotient = {
  over: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
    133.14166789178438, 3.3871328727963665,
  ],
  under: [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
    42.31333070160091, 1,
  ],
};

/** In the tails, by the square root of the negated logarithm. */
const NEAR: Quotient = {
  over: [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  under: [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
};

/** Further out. */
const FAR: Quotient = {
  over: [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
    1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  under: [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
    0.1369298809227358, 0.599832206555888, 1,
  ],
};

const horner = (coefficients: readonly number[], x: number): number => coefficients.reduce((sum, c) => sum * x + c);
const at = ({ over, under }: Quotient, x: number, factor = 1): number => (horner(over, x) * factor) / horner(under, x);

/** The value below which a share of `p` (0 < p < 1) lies. */
export function normalQuantile(p: number, mean: number, deviation: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return mean + at(CENTRAL, 0.180625 - q * q, q) * deviation;
  const r = Math.sqrt(-log(q <= 0 ? p : 1 - p));
  const x = r <= 5 ? at(NEAR, r - 1.6) : at(FAR, r - 5);
  return mean + (q < 0 ? -x : x) * deviation;
}

export default function _statistics(): Record<string, Py> {
  return {
    __doc__: 'Accelerators for the statistics module.\n',
    _normal_dist_inv_cdf: fn(
      '(p, mu, sigma, /)',
      (p: Py, mu: Py, sigma: Py) => new PyFloat(normalQuantile(asDouble(p), asDouble(mu), asDouble(sigma))),
    ),
  };
}
