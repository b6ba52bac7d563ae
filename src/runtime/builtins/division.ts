/**
 * `/`, `//`, `%`, `**` and `divmod` between any two values.
 *
 * Spec: https://docs.python.org/3/reference/expressions.html#binary-arithmetic-operations
 */
import { rt } from '../object/context.js';
import { ZeroDivisionError } from '../object/errors.js';
import { intToDouble } from '../object/number.js';
import type { Py } from '../object/object.js';
import { binary, DIV, DIVMOD, FLOORDIV, MOD, POW, TRUEDIV } from '../object/operators.js';
import { PyFloat, PyStrBox, PyTuple } from '../object/values.js';
import { trueDivideBig } from '../text/numberMath.js';
import { isFloat, plainDouble, plainInt } from './plainNumbers.js';
import { complexQuotient, complexToPower, ofComplex } from './complexOperators.js';
import { floatDiv, floatDivmod, floatFloorDiv, floatMod, floatPow, realPower } from './floatMath.js';
import { floorDivInt, type Int, modInt, powInt } from './intMath.js';
import { percentStr } from './percent.js';
import { pyCall } from './textError.js';

/** `a / b` of two ints, correctly rounded. ZeroDivisionError, OverflowError. */
export function trueDivInt(a: Int, b: Int): number {
  // biome-ignore lint/suspicious/noDoubleEquals: 0 and 0n alike
  if (b == 0) throw ZeroDivisionError('division by zero');
  if (typeof a === 'number' && typeof b === 'number') return a / b;
  return pyCall(() => trueDivideBig(BigInt(a), BigInt(b)));
}

/** `a / b` (Python 2: under `from __future__ import division`). */
export function trueDiv(a: Py, b: Py): Py {
  if (typeof a === 'number') {
    if (typeof b === 'number' && b !== 0) return new PyFloat(a / b);
    if (isFloat(b)) return new PyFloat(floatDiv(a, b.v));
  } else if (isFloat(a)) {
    if (isFloat(b)) return new PyFloat(floatDiv(a.v, b.v));
    if (typeof b === 'number') return new PyFloat(floatDiv(a.v, b));
  }
  const x = plainInt(a);
  const y = plainInt(b);
  if (x !== undefined && y !== undefined && rt.dialect === 3) return new PyFloat(trueDivInt(x, y));
  return ofComplex(a, b, complexQuotient) ?? binary(a, b, TRUEDIV);
}

/** Python 2's `a / b` without `from __future__ import division`: ints are floored. */
export function div(a: Py, b: Py): Py {
  if (typeof a === 'number' && typeof b === 'number') return floorDivInt(a, b);
  const x = plainDouble(a);
  const y = plainDouble(b);
  if (x !== undefined && y !== undefined && (isFloat(a) || isFloat(b))) return new PyFloat(floatDiv(x, y));
  return ofComplex(a, b, complexQuotient) ?? binary(a, b, DIV);
}

/** `a // b`. */
export function floorDiv(a: Py, b: Py): Py {
  if (typeof a === 'number') {
    if (typeof b === 'number' && b !== 0) return Math.floor(a / b) + 0;
    if (isFloat(b)) return new PyFloat(floatFloorDiv(a, b.v));
  } else if (isFloat(a)) {
    if (isFloat(b)) return new PyFloat(floatFloorDiv(a.v, b.v));
    if (typeof b === 'number') return new PyFloat(floatFloorDiv(a.v, b));
  }
  const x = plainInt(a);
  const y = plainInt(b);
  if (x !== undefined && y !== undefined) return floorDivInt(x, y);
  return binary(a, b, FLOORDIV);
}

/** `a % b`. */
export function mod(a: Py, b: Py): Py {
  if (typeof a === 'number') {
    if (typeof b === 'number' && b !== 0) {
      const rest = a % b;
      return (rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest) + 0;
    }
    if (isFloat(b)) return new PyFloat(floatMod(a, b.v));
  } else if (isFloat(a)) {
    if (isFloat(b)) return new PyFloat(floatMod(a.v, b.v));
    if (typeof b === 'number') return new PyFloat(floatMod(a.v, b));
  } else if (typeof a === 'string' && rt.dialect === 3 && !(b instanceof PyStrBox)) return percentStr(a, b);
  const x = plainInt(a);
  const y = plainInt(b);
  if (x !== undefined && y !== undefined) return modInt(x, y);
  return binary(a, b, MOD);
}

/** `divmod(a, b)`. */
export function divMod(a: Py, b: Py): Py {
  const x = plainInt(a);
  const y = plainInt(b);
  if (x !== undefined && y !== undefined) {
    const what = 'integer division or modulo by zero';
    return new PyTuple([floorDivInt(x, y, what), modInt(x, y, what)]);
  }
  if (isFloat(a) || isFloat(b)) {
    const u = plainDouble(a);
    const v = plainDouble(b);
    if (u !== undefined && v !== undefined) return new PyTuple(floatDivmod(u, v).map((n) => new PyFloat(n)));
  }
  return binary(a, b, DIVMOD);
}

/** `a ** b` of two ints: an int, or a float for a negative exponent. */
export function powInts(a: Int, b: Int): Py {
  return b < 0 ? new PyFloat(realPower(intToDouble(a), intToDouble(b))!) : powInt(a, b);
}

/** `a ** b`. */
export function pow(a: Py, b: Py): Py {
  const x = plainInt(a);
  const y = plainInt(b);
  if (x !== undefined && y !== undefined) return powInts(x, y);
  if (isFloat(a) || isFloat(b)) {
    const u = plainDouble(a);
    const v = plainDouble(b);
    if (u !== undefined && v !== undefined) return floatPow(u, v);
  }
  return ofComplex(a, b, complexToPower) ?? binary(a, b, POW);
}
