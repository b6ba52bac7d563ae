/** What arguments that must be numbers or strings are turned into. */
import { special } from './attributes.js';
import { rt } from './context.js';
import { OverflowError, TypeError } from './errors.js';
import type { Py } from './object.js';
import { typeOf } from './typeof.js';
import { PyFloat, PyIntBox, PyLong, PyStrBox } from './values.js';

/** The canonical form of an int: a number while it is a safe integer. */
export function normalInt(n: bigint): number | bigint {
  return n >= -0x1fffffffffffffn && n <= 0x1fffffffffffffn ? Number(n) : n;
}

/** An int value (bool and subclasses of int included) as number | bigint, or undefined for anything else. */
export function intValue(o: Py): number | bigint | undefined {
  if (typeof o === 'number' || typeof o === 'bigint') return o;
  if (typeof o === 'boolean') return o ? 1 : 0;
  if (o instanceof PyIntBox) return o.value;
  return o instanceof PyLong ? normalInt(o.value) : undefined;
}

/** `operator.index(o)`: an int, through `__index__` if need be. */
export function asIndex(o: Py): number | bigint {
  const value = intValue(o);
  if (value !== undefined) return value;
  const f = o === undefined ? undefined : special(o, '__index__');
  if (f === undefined) throw noIndex(o);
  const result = f(o);
  const index = intValue(result);
  if (index === undefined) throw TypeError(`__index__ returned non-int (type ${typeOf(result).name})`);
  return index;
}

function noIndex(o: Py): Py {
  const { name, oldStyle } = typeOf(o);
  const what = oldStyle ? 'object' : `'${name}' object`;
  return TypeError(`${what} cannot be interpreted as an ${rt.dialect === 2 ? 'index' : 'integer'}`);
}

/** An index or count that must fit CPython's ssize_t. */
export function asSize(o: Py): number {
  const value = asIndex(o);
  if (typeof value === 'number') return value;
  if (value > 0x7fffffffffffffffn || value < -0x8000000000000000n) {
    throw OverflowError(`Python int too large to convert to C ${rt.dialect === 2 ? 'long' : 'ssize_t'}`);
  }
  return Number(value);
}

/** A size clipped to the safe range, for slices. */
export function clippedIndex(o: Py): number {
  const value = asIndex(o);
  if (typeof value === 'number') return value;
  return value > 0n ? Number.MAX_SAFE_INTEGER : -Number.MAX_SAFE_INTEGER;
}

const notReal = (name: string): string =>
  rt.dialect === 2 ? 'a float is required' : `must be real number, not ${name}`;

/** The double of any real number (`__float__`, `__index__`); TypeError in the words of `float()`. */
export function asDouble(o: Py, message = notReal): number {
  if (o instanceof PyFloat) return o.v;
  const int = intValue(o);
  if (int !== undefined) return intToDouble(int);
  const f = o === undefined ? undefined : special(o, '__float__');
  if (f !== undefined) {
    const result = f(o);
    if (result instanceof PyFloat) return result.v;
    throw rt.dialect === 2
      ? TypeError('nb_float should return float object')
      : TypeError(`${typeOf(o).name}.__float__ returned non-float (type ${typeOf(result).name})`);
  }
  if (o !== undefined && rt.dialect === 3 && special(o, '__index__') !== undefined) return intToDouble(asIndex(o));
  throw TypeError(message(typeOf(o).name));
}

export function intToDouble(n: number | bigint): number {
  const v = Number(n);
  if (!Number.isFinite(v))
    throw OverflowError(`${rt.dialect === 2 ? 'long int' : 'int'} too large to convert to float`);
  return v;
}

/** The text of a str or a subclass of it, or undefined. */
export function strValue(o: Py): string | undefined {
  if (typeof o === 'string') return o;
  return o instanceof PyStrBox ? o.value : undefined;
}
