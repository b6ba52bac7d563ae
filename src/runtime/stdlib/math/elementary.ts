/** Powers, logarithms and trigonometry of `math`. */

import { bitLength } from '../../builtins/intMath.js';
import * as libm from '../../libm/index.js';
import { special } from '../../object/attributes.js';
import { rt } from '../../object/context.js';
import { ZeroDivisionError } from '../../object/errors.js';
import { fn } from '../../object/fn.js';
import { asIndex, intValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import type { Members } from '../../object/type.js';
import { PyFloat } from '../../object/values.js';
import { binary, domainError, rangeError, real, unary } from './real.js';

export function elementaryMembers(): Members {
  return {
    acos: unary(libm.acos),
    acosh: unary(libm.acosh),
    asin: unary(libm.asin),
    asinh: unary(libm.asinh),
    atan: unary(libm.atan),
    atan2: binary(libm.atan2, '(y, x, /)'),
    atanh: unary(libm.atanh),
    cos: unary(libm.cos),
    cosh: unary(libm.cosh, true),
    exp: unary(libm.exp, true),
    expm1: unary(libm.expm1, true),
    log: logarithm,
    log10: ofAnyInt(libm.log10, Math.log10(2)),
    log1p: unary(libm.log1p, rt.dialect === 2),
    pow: fn('(x, y, /)', (x: Py, y: Py) => new PyFloat(power(real(x), real(y)))),
    sin: unary(libm.sin),
    sinh: unary(libm.sinh, true),
    sqrt: unary(Math.sqrt),
    tan: unary(libm.tan),
    tanh: unary(libm.tanh),
    degrees: unary((x) => x * (180 / Math.PI)),
    radians: unary((x) => x * (Math.PI / 180)),
    cbrt: unary(libm.cbrt),
    exp2: unary(libm.exp2, true),
    log2: ofAnyInt(libm.log2, 1),
  };
}

/** A logarithm that also takes ints beyond the doubles; `ofTwo` is its value at 2. */
function ofAnyInt(f: (x: number) => number, ofTwo: number): Py {
  return fn('(x, /)', (x: Py) => new PyFloat(logOf(x, f, ofTwo)));
}

function logOf(arg: Py, f: (x: number) => number, ofTwo: number): number {
  const int = intArgument(arg);
  if (int === undefined) return logReal(real(arg), f);
  if (int <= 0) throw domainError();
  const x = Number(int);
  if (x !== Infinity) return f(x);
  // Halved until it is below 1, as frexp gives it, with one rounding.
  const bits = bitLength(int);
  const size = BigInt(int);
  const cut = BigInt(bits - 66);
  const top = size >> cut;
  const sticky = top << cut === size ? top : top | 1n;
  return f(Number(sticky) * 2 ** -66) + ofTwo * bits;
}

/** Python 3 also takes what has `__index__`, unless it has a `__float__` of its own. */
function intArgument(arg: Py): number | bigint | undefined {
  const int = intValue(arg);
  if (int !== undefined || rt.dialect === 2 || arg === null || arg instanceof PyFloat) return int;
  if (typeof arg !== 'object' || special(arg, '__float__') !== undefined) return undefined;
  return special(arg, '__index__') === undefined ? undefined : asIndex(arg);
}

function logReal(x: number, f: (x: number) => number): number {
  if (x <= 0) throw domainError();
  return f(x);
}

const logarithm = fn('(x, base=None, /)', (x: Py, base: Py) => {
  const numerator = logOf(x, libm.log, Math.LN2);
  if (base === undefined) return new PyFloat(numerator);
  const denominator = logOf(base, libm.log, Math.LN2);
  if (denominator === 0) throw ZeroDivisionError('float division by zero');
  return new PyFloat(numerator / denominator);
});

/** `math.pow`: C's pow, with an error for each pole, overflow and invalid operation. */
function power(x: number, y: number): number {
  if (x === 1 || y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  if (Math.abs(y) === Infinity) {
    if (Math.abs(x) === 1) return 1;
    if (rt.dialect === 2 && x === 0 && y < 0) throw domainError();
    return y > 0 === Math.abs(x) > 1 ? Infinity : 0;
  }
  const result = libm.pow(x, y);
  if (Math.abs(x) === Infinity || Number.isFinite(result)) return result;
  if (Number.isNaN(result) || x === 0) throw domainError();
  throw rangeError();
}
