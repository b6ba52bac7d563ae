/** What conversion methods should not return any more: an instance of a subclass of the number asked for. */
import { rt } from '../object/context.js';
import type { Py } from '../object/object.js';
import { typeOf } from '../object/typeof.js';
import { warn } from './warn.js';

/** Warns that `method` returned an instance of a strict subclass of `wanted`; Python 2 says nothing. */
export function warnStrictSubclass(result: Py, method: string, wanted: string): void {
  if (rt.dialect === 2) return;
  const returned = `${method} returned non-${wanted} (type ${typeOf(result).name}).`;
  const ability = `The ability to return an instance of a strict subclass of ${wanted} is deprecated`;
  warn('DeprecationWarning', `${returned}  ${ability}, and may not be supported in a future version of Python.`);
}
