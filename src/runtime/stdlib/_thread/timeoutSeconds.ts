/** Limits of time as the modules in C take them. */
import { rt } from '../../object/context.js';
import { OverflowError, ValueError } from '../../object/errors.js';
import { asDouble, asIndex } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { PyFloat } from '../../object/values.js';

/** Longest timeout that CPython accepts, in seconds: what fits into 63 bits as nanoseconds. */
const TIMEOUT_MAX = 9223372036;

/** Seconds, an int or a float (in Python 2 what can be made one), whatever their sign. */
export function timeoutSeconds(o: Py): number {
  if (rt.dialect === 2) {
    const seconds = asDouble(o);
    if (seconds > TIMEOUT_MAX) throw OverflowError('timeout value is too large');
    return seconds;
  }
  if (o instanceof PyFloat) {
    if (Number.isNaN(o.v)) throw ValueError('Invalid value NaN (not a number)');
    if (o.v > TIMEOUT_MAX) throw OverflowError('timestamp out of range for platform time_t');
    return o.v;
  }
  const seconds = Number(asIndex(o));
  if (seconds > TIMEOUT_MAX) throw OverflowError('timestamp too large to convert to C PyTime_t');
  return seconds;
}
