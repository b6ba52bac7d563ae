/** Rounding, the parts of a double, and questions about it. */

import { isFloat } from '../../builtins/plainNumbers.js';
import { pyCall } from '../../builtins/textError.js';
import { special } from '../../object/attributes.js';
import { rt } from '../../object/context.js';
import { AttributeError, OverflowError, TypeError, ValueError } from '../../object/errors.js';
import { fn } from '../../object/fn.js';
import { asIndex, intValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import type { Members } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyFloat, PyTuple } from '../../object/values.js';
import { isNegative } from '../../text/nan.js';
import { floatToInt } from '../../text/numberMath.js';
import { bitsOf, fma, frexp, fromBits, ldexp, remainder } from './doubles.js';
import { binary, rangeError, real, unary } from './real.js';

export function partsMembers(): Members {
  return {
    ceil: rt.dialect === 2 ? unaryFree(Math.ceil) : rounding('__ceil__', Math.ceil),
    floor: rt.dialect === 2 ? unaryFree(Math.floor) : rounding('__floor__', Math.floor),
    trunc: fn('(x, /)', truncate),
    copysign: binary((x, y) => (isNegative(y) ? -Math.abs(x) : Math.abs(x))),
    fabs: unary(Math.abs),
    fmod: binary((x, y) => (Math.abs(y) === Infinity && Number.isFinite(x) ? x : x % y)),
    frexp: fn('(x, /)', (x: Py) => {
      const [mantissa, exponent] = frexp(real(x));
      return new PyTuple([new PyFloat(mantissa), exponent]);
    }),
    ldexp: fn('(x, i, /)', scale),
    modf: fn('(x, /)', (x: Py) => new PyTuple(fraction(real(x)).map((v) => new PyFloat(v)))),
    isinf: fn('(x, /)', (x: Py) => Math.abs(real(x)) === Infinity),
    isnan: fn('(x, /)', (x: Py) => Number.isNaN(real(x))),
    ...members3(),
  };
}

/** A function without errors of its own. */
const unaryFree = (f: (x: number) => number): Py => fn('(x, /)', (x: Py) => new PyFloat(f(real(x))));

function members3(): Members {
  return {
    isfinite: fn('(x, /)', (x: Py) => Number.isFinite(real(x))),
    isclose: fn('(a, b, *, rel_tol=1e-09, abs_tol=0.0)', isClose),
    remainder: binary(remainder),
    nextafter: fn('(x, y, /, *, steps=None)', (x: Py, y: Py, steps: Py) => nextAfter(real(x), real(y), steps)),
    ulp: fn('(x, /)', (x: Py) => new PyFloat(ulp(real(x)))),
    fma: fn('(x, y, z, /)', (x: Py, y: Py, z: Py) => new PyFloat(checkedFma(real(x), real(y), real(z)))),
  };
}

/** `floor` and `ceil`: the class's own method, else that of the double. */
function rounding(name: string, f: (x: number) => number): Py {
  return fn('(x, /)', (x: Py) => {
    if (typeof x === 'number') return x;
    if (!isFloat(x)) {
      const hook = special(x, name);
      if (hook !== undefined) return hook(x);
    }
    const v = real(x);
    return pyCall(() => floatToInt(f(v)));
  });
}

function truncate(x: Py): Py {
  if (isFloat(x)) return pyCall(() => floatToInt(x.v));
  const hook = special(x, '__trunc__');
  if (hook !== undefined) return hook(x);
  if (rt.dialect === 2) throw AttributeError(`'${typeOf(x).name}' object has no attribute '__trunc__'`);
  throw TypeError(`type ${typeOf(x).name} doesn't define __trunc__ method`);
}

function scale(x: Py, i: Py): Py {
  const v = real(x);
  const exponent = intValue(i);
  if (exponent === undefined) {
    throw TypeError(`Expected an int ${rt.dialect === 2 ? 'or long ' : ''}as second argument to ldexp.`);
  }
  if (v === 0 || !Number.isFinite(v)) return new PyFloat(v);
  const result = ldexp(v, exponent > 5000 ? 5000 : exponent < -5000 ? -5000 : Number(exponent));
  if (!Number.isFinite(result)) throw rangeError();
  return new PyFloat(result);
}

/** Fractional and integral part, both with the sign of `x`. */
function fraction(x: number): [number, number] {
  if (Math.abs(x) === Infinity) return [x > 0 ? 0 : -0, x];
  const whole = Math.trunc(x);
  const rest = x - whole;
  return [rest === 0 && (x < 0 || Object.is(x, -0)) ? -0 : rest, whole];
}

function isClose(a: Py, b: Py, relative: Py, absolute: Py): boolean {
  const x = real(a);
  const y = real(b);
  const relativeTolerance = relative === undefined ? 1e-9 : real(relative);
  const absoluteTolerance = absolute === undefined ? 0 : real(absolute);
  if (relativeTolerance < 0 || absoluteTolerance < 0) throw ValueError('tolerances must be non-negative');
  if (x === y) return true;
  if (Math.abs(x) === Infinity || Math.abs(y) === Infinity) return false;
  const difference = Math.abs(y - x);
  return (
    difference <= Math.abs(relativeTolerance * y) ||
    difference <= Math.abs(relativeTolerance * x) ||
    difference <= absoluteTolerance
  );
}

function nextAfter(x: number, y: number, steps: Py): Py {
  let count = 1n;
  if (steps !== undefined && steps !== null) {
    count = BigInt(asIndex(steps));
    if (count < 0n) throw ValueError('steps must be a non-negative integer');
    if (count === 0n) return new PyFloat(x);
  }
  if (Number.isNaN(x) || Number.isNaN(y)) return new PyFloat(NaN);
  if (x === y) return new PyFloat(y);
  const from = ordinal(x);
  const to = ordinal(y);
  const distance = to > from ? to - from : from - to;
  if (distance <= count) return new PyFloat(y);
  const reached = to > from ? from + count : from - count;
  // Zero keeps the sign of the side that it is reached from.
  if (reached === 0n) return new PyFloat(from < 0n ? -0 : 0);
  return new PyFloat(reached < 0n ? -fromBits(-reached) : fromBits(reached));
}

/** The place of a double among all of them, 0 being zero. */
function ordinal(x: number): bigint {
  return x < 0 ? -bitsOf(-x) : bitsOf(Math.abs(x));
}

function ulp(x: number): number {
  const size = Math.abs(x);
  if (!Number.isFinite(size)) return size;
  const above = fromBits(bitsOf(size) + 1n);
  return above === Infinity ? size - fromBits(bitsOf(size) - 1n) : above - size;
}

function checkedFma(x: number, y: number, z: number): number {
  const result = fma(x, y, z);
  if (Number.isFinite(result)) return result;
  if (Number.isNaN(result)) {
    if (!Number.isNaN(x) && !Number.isNaN(y) && !Number.isNaN(z)) throw ValueError('invalid operation in fma');
  } else if (Number.isFinite(x) && Number.isFinite(y) && Number.isFinite(z)) throw OverflowError('overflow in fma');
  return result;
}
