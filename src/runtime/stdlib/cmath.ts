/**
 * The `cmath` module.
 *
 * Spec: https://docs.python.org/3/library/cmath.html
 */

import type { Pair } from '../builtins/complexMath.js';
import * as libm from '../libm/index.js';
import { special } from '../object/attributes.js';
import { rt } from '../object/context.js';
import { TypeError, ValueError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import type { Py } from '../object/object.js';
import { typeOf } from '../object/typeof.js';
import { PyComplex, PyFloat, PyTuple } from '../object/values.js';
import { freshNaN } from '../text/nan.js';
import * as functions from './cmath/functions.js';
import { rangeError, real } from './math/real.js';

/** A complex argument: any number, or what has `__complex__`. */
function parts(o: Py): Pair {
  if (o instanceof PyComplex && !o.c$.isHeap) return [o.real, o.imag];
  const hook = o === null || typeof o === 'number' ? undefined : special(o, '__complex__');
  if (hook !== undefined) {
    const result = hook(o);
    if (result instanceof PyComplex) return [result.real, result.imag];
    if (rt.dialect === 2) throw TypeError('__complex__ should return a complex object');
    throw TypeError(`__complex__ returned non-complex (type ${typeOf(result).name})`);
  }
  return o instanceof PyComplex ? [o.real, o.imag] : [real(o), 0];
}

const made = ([x, y]: Pair): PyComplex => new PyComplex(x, y);
const unary = (f: (x: number, y: number) => Pair): Py =>
  fn('(z, /)', (z: Py) => {
    const [x, y] = parts(z);
    return made(f(x, y));
  });
const test = (f: (x: number, y: number) => boolean): Py => fn('(z, /)', (z: Py) => f(...parts(z)));
const isInfinite = (x: number): boolean => Math.abs(x) === Infinity;

/** Overflow is an error only where both parts are finite. */
function size(x: number, y: number): number {
  if (isInfinite(x) || isInfinite(y)) return Infinity;
  const result = libm.hypot(x, y);
  if (result === Infinity) throw rangeError();
  return result;
}

function isClose(a: Py, b: Py, relative: Py, absolute: Py): boolean {
  const [ax, ay] = parts(a);
  const [bx, by] = parts(b);
  const relativeTolerance = relative === undefined ? 1e-9 : real(relative);
  const absoluteTolerance = absolute === undefined ? 0 : real(absolute);
  if (relativeTolerance < 0 || absoluteTolerance < 0) throw ValueError('tolerances must be non-negative');
  if (ax === bx && ay === by) return true;
  if (isInfinite(ax) || isInfinite(ay) || isInfinite(bx) || isInfinite(by)) return false;
  const difference = libm.hypot(ax - bx, ay - by);
  return (
    difference <= relativeTolerance * libm.hypot(bx, by) ||
    difference <= relativeTolerance * libm.hypot(ax, ay) ||
    difference <= absoluteTolerance
  );
}

const members3 = (): Record<string, Py> => ({
  isfinite: test((x, y) => Number.isFinite(x) && Number.isFinite(y)),
  isclose: fn('(a, b, *, rel_tol=1e-09, abs_tol=0.0)', isClose),
  tau: new PyFloat(2 * Math.PI),
  inf: new PyFloat(Infinity),
  infj: new PyComplex(0, Infinity),
  nan: new PyFloat(freshNaN()),
  nanj: new PyComplex(0, NaN),
});

export default (): Record<string, Py> => ({
  __doc__: 'Functions of complex numbers.',
  acos: unary(functions.acos),
  acosh: unary(functions.acosh),
  asin: unary(functions.asin),
  asinh: unary(functions.asinh),
  atan: unary(functions.atan),
  atanh: unary(functions.atanh),
  cos: unary(functions.cos),
  cosh: unary(functions.cosh),
  exp: unary(functions.exp),
  log: fn('(z, base=None, /)', (z: Py, base: Py) =>
    made(base === undefined ? functions.log(...parts(z)) : functions.logToBase(parts(z), parts(base))),
  ),
  log10: unary(functions.log10),
  sin: unary(functions.sin),
  sinh: unary(functions.sinh),
  sqrt: unary(functions.sqrt),
  tan: unary(functions.tan),
  tanh: unary(functions.tanh),
  phase: fn('(z, /)', (z: Py) => {
    const [x, y] = parts(z);
    const angle = libm.atan2(y, x);
    // The C library reports an angle that underflows to zero.
    if (angle === 0 && y !== 0 && Number.isFinite(x)) throw rangeError();
    return new PyFloat(angle);
  }),
  polar: fn('(z, /)', (z: Py) => {
    const [x, y] = parts(z);
    return new PyTuple([new PyFloat(size(x, y)), new PyFloat(libm.atan2(y, x))]);
  }),
  rect: fn('(r, phi, /)', (r: Py, phi: Py) => made(functions.rect(real(r), real(phi)))),
  isinf: test((x, y) => isInfinite(x) || isInfinite(y)),
  isnan: test((x, y) => Number.isNaN(x) || Number.isNaN(y)),
  pi: new PyFloat(Math.PI),
  e: new PyFloat(Math.E),
  ...(rt.dialect === 3 ? members3() : {}),
});
