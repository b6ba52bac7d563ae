/** How functions of `math` read their arguments and judge their results. */
import { rt } from '../../object/context.js';
import { OverflowError, ValueError } from '../../object/errors.js';
import { fn } from '../../object/fn.js';
import { asDouble } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { PyFloat } from '../../object/values.js';

/** A real number argument. TypeError, OverflowError. */
export function real(o: Py): number {
  if (typeof o === 'number') return o;
  if (o instanceof PyFloat) return o.v;
  return rt.dialect === 2 ? asDouble(o, () => 'a float is required') : asDouble(o);
}

export const domainError = (): Py => ValueError('math domain error');
export const rangeError = (): Py => OverflowError('math range error');

/**
 * A function of one real number. A nan that comes out of no nan is a domain error; an infinity that comes out of a
 * finite number is a range error if the function `overflows`, else it has a pole there: a domain error.
 */
export function unary(f: (x: number) => number, overflows = false): Py {
  return fn('(x, /)', (arg: Py) => {
    const x = real(arg);
    const y = f(x);
    if (y - y !== 0) checkResult(y, x, overflows);
    return new PyFloat(y);
  });
}

function checkResult(y: number, x: number, overflows: boolean): void {
  if (Number.isNaN(y)) {
    if (!Number.isNaN(x)) throw domainError();
  } else if (Number.isFinite(x)) throw overflows ? rangeError() : domainError();
}

/** A function of two real numbers, judged likewise. */
export function binary(f: (x: number, y: number) => number, signature = '(x, y, /)'): Py {
  return fn(signature, (a: Py, b: Py) => {
    const x = real(a);
    const y = real(b);
    const result = f(x, y);
    if (Number.isNaN(result)) {
      if (!Number.isNaN(x) && !Number.isNaN(y)) throw domainError();
    } else if (!Number.isFinite(result) && Number.isFinite(x) && Number.isFinite(y)) throw rangeError();
    return new PyFloat(result);
  });
}
