/** What a `__len__` may say. */
import { special } from './attributes.js';
import { rt } from './context.js';
import { OverflowError, TypeError, ValueError } from './errors.js';
import { asIndex, intValue } from './number.js';
import type { Py } from './object.js';
import { typeOf } from './typeof.js';

const LARGEST = 0x7fffffffffffffffn;

/** The length that `__len__` has given. */
export function checkedLength(result: Py): number | bigint {
  if (typeof result === 'number' && result >= 0) return result;
  const n = rt.dialect === 2 ? lengthIn2(result) : lengthIn3(result);
  if (n < 0) throw ValueError('__len__() should return >= 0');
  return n;
}

function lengthIn3(result: Py): number | bigint {
  if (intValue(result) === undefined && (result === null || special(result, '__index__') === undefined))
    throw TypeError(`'${typeOf(result).name}' object cannot be interpreted as an integer`);
  const n = asIndex(result);
  if (n > LARGEST) throw OverflowError(`cannot fit '${typeOf(result).name}' into an index-sized integer`);
  return n;
}

/** Python 2 takes whatever it can make an int of, floats included. */
function lengthIn2(result: Py): number | bigint {
  const convert = result === null ? undefined : special(result, '__int__');
  const n = intValue(result) ?? intValue(convert?.(result));
  if (n === undefined) throw TypeError('an integer is required');
  if (n > LARGEST) throw OverflowError('long int too large to convert to int');
  return n;
}
