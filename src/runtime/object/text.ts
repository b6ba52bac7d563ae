/** `repr(x)`, `str(x)` and the names that messages use. */
import { special } from './attributes.js';
import { rt } from './context.js';
import { TypeError } from './errors.js';
import type { Py } from './object.js';
import { typeOf } from './typeof.js';
import { PyStrBox, PyUnicode } from './values.js';
import { strRepr, strRepr2 } from '../text/strRepr.js';

/** `repr(o)` as a JavaScript string. */
export function repr(o: Py): string {
  if (typeof o === 'number') return String(o);
  if (typeof o === 'string') return rt.dialect === 3 ? strRepr(o) : strRepr2(o);
  const f = special(o, '__repr__');
  if (f === undefined) throw TypeError(`'${typeOf(o).name}' object has no __repr__`);
  return expectStr(f(o), '__repr__');
}

/** `str(o)` as a JavaScript string (Python 2: the bytes, one a character; a unicode result is encoded as ASCII). */
export function str(o: Py): string {
  if (typeof o === 'string') return o;
  if (typeof o === 'number') return String(o);
  const f = special(o, '__str__');
  return f === undefined ? repr(o) : expectStr(f(o), '__str__');
}

/** `repr(o)` as Python sees it: an instance of a subclass of str stays what it is. */
export function reprValue(o: Py): Py {
  const f = rt.dialect === 3 && typeof o === 'object' && o !== null ? special(o, '__repr__') : undefined;
  if (f === undefined) return repr(o);
  const result = f(o);
  return result instanceof PyStrBox ? result : expectStr(result, '__repr__');
}

/** `str(o)` as Python sees it. */
export function strValueOf(o: Py): Py {
  const f = typeof o === 'object' && o !== null ? special(o, '__str__') : undefined;
  if (f === undefined) return str(o);
  const result = f(o);
  return result instanceof PyStrBox ? result : expectStr(result, '__str__');
}

function expectStr(result: Py, name: string): string {
  if (typeof result === 'string') return result;
  if (result instanceof PyStrBox) return result.value;
  if (rt.dialect === 2 && result instanceof PyUnicode) return encodeAscii(result.value);
  throw TypeError(`${name} returned non-string (type ${typeOf(result).name})`);
}

/** Python 2's implicit conversion of unicode; provided by the unicode type. */
export function encodeAscii(text: string): string {
  return asciiEncoder.current(text);
}
export const asciiEncoder: { current: (text: string) => string } = { current: (text) => text };

/** The text of a str, in Python 2 also of unicode in ASCII; undefined for anything else. */
export function asciiOf(o: Py): string | undefined {
  if (typeof o === 'string') return o;
  if (o instanceof PyUnicode) return encodeAscii(o.value);
  return o instanceof PyStrBox ? o.value : undefined;
}

/** Containers that are being printed, so that one that contains itself ends as `[...]`. */
export function guardRepr<T extends Py>(o: T, recursive: string, make: (o: T) => string): string {
  const open = rt.printed;
  if (open.includes(o)) return recursive;
  open.push(o);
  try {
    return make(o);
  } finally {
    // Another thread may have begun one and not be done with it.
    if (open[open.length - 1] === o) open.pop();
    else open.splice(open.lastIndexOf(o), 1);
  }
}
