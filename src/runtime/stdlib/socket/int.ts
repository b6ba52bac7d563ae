/** Numbers among the arguments of sockets. */
import { rt } from '../../object/context.js';
import { TypeError } from '../../object/errors.js';
import { asDouble, asIndex, intValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { PyFloat } from '../../object/values.js';

/** A whole number; Python 2 has other words for what is none. */
export function int(o: Py): number {
  if (rt.dialect === 2 && intValue(o) === undefined)
    throw TypeError(o instanceof PyFloat ? 'integer argument expected, got float' : 'an integer is required');
  return Number(asIndex(o));
}

/** Seconds. */
export const seconds = (o: Py): number =>
  rt.dialect === 2 ? asDouble(o, () => 'a float is required') : o instanceof PyFloat ? o.v : Number(asIndex(o));
