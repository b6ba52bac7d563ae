/**
 * The built-in functions on numbers: abs, bin, divmod, hex, oct, pow, round, sum.
 *
 * Spec: https://docs.python.org/3/library/functions.html
 */
import { special, lacksSpecial } from '../object/attributes.js';
import { rt } from '../object/context.js';
import { TypeError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { asDouble, asIndex, intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { ternaryPow } from '../object/operators.js';
import { typeOf } from '../object/typeof.js';
import { PyFloat } from '../object/values.js';
import { roundFloat2 } from '../text/numberMath.js';
import { intToRadix } from '../text/parseInt.js';
import { isFloat } from './plainNumbers.js';
import { divMod, pow as power } from './division.js';
import { roundToDigits } from './float.js';
import { powModInt } from './intMath.js';
import { pyCall } from './textError.js';
import { absolute } from './unary.js';

export { sum, sum2 } from './sum.js';

export const abs = fn('(x, /)', absolute, 'abs');

export const divmod = fn('(x, y, /)', divMod, 'divmod');

export const pow = fn(
  '(base, exp, mod=None)',
  (base: Py, exp: Py, mod: Py) => {
    if (mod === undefined || mod === null) return power(base, exp);
    const areInts = typeof base === 'number' && typeof exp === 'number' && typeof mod === 'number';
    return areInts && rt.dialect === 3 ? powModInt(base, exp, mod) : ternaryPow(base, exp, mod);
  },
  'pow',
);
/** Python 2's takes no keywords. */
export const pow2 = fn('(x, y, z=None, /)', pow.builtin!.impl, 'pow');

export const round = fn(
  '(number, ndigits=None)',
  (number: Py, ndigits: Py) => {
    if (isFloat(number)) return roundToDigits(number.v, ndigits);
    const hook = special(number, '__round__');
    // In a Python 2 program the library asks, of ints without the method; it never rounds them to tens.
    if (hook === undefined && rt.dialect === 2 && intValue(number) !== undefined) return number;
    if (hook === undefined) throw TypeError(`type ${typeOf(number).name} doesn't define __round__ method`);
    return ndigits === undefined || ndigits === null ? hook(number) : hook(number, ndigits);
  },
  'round',
);

/** Python 2's gives a float, ties away from zero. */
export const round2 = fn(
  '(number, ndigits=0)',
  (number: Py, ndigits: Py) => {
    const v = asDouble(number, () => 'a float is required');
    const digits = ndigits === undefined ? 0 : Number(asIndex(ndigits));
    return new PyFloat(pyCall(() => roundFloat2(v, digits)));
  },
  'round',
);

const radixFunction = (name: string, radix: 2 | 8 | 16) =>
  fn('(number, /)', (number: Py) => intToRadix(asIndex(number), radix), name);

export const bin = radixFunction('bin', 2);
export const oct = radixFunction('oct', 8);
export const hex = radixFunction('hex', 16);

/** Python 2's `oct` and `hex` ask the class. */
const hookFunction = (name: string) =>
  fn(
    '(number, /)',
    (number: Py) => {
      const hook = special(number, `__${name}__`);
      if (hook === undefined)
        throw lacksSpecial(number, `__${name}__`, `${name}() argument can't be converted to ${name}`);
      const result = hook(number);
      if (typeof result !== 'string') throw TypeError(`__${name}__ returned non-string (type ${typeOf(result).name})`);
      return result;
    },
    name,
  );

export const oct2 = hookFunction('oct');
export const hex2 = hookFunction('hex');
