/** What the methods of Python 2's str and unicode make of their arguments. */
import { errorOfInstance, special } from '../object/attributes.js';
import { bufferOrUndefined, toLatin1 } from '../object/buffer.js';
import { rt } from '../object/context.js';
import { OverflowError, TypeError } from '../object/errors.js';
import { asSize, intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { typeOf } from '../object/typeof.js';
import { PyByteArray, PyFloat, PyStrBox, PyUnicode } from '../object/values.js';
import { decodeAscii2 } from './ascii2.js';

/** `self` of a method of str. */
export function selfBytes2(self: Py, name: string): string {
  if (typeof self === 'string') return self;
  if (self instanceof PyStrBox) return self.value;
  throw TypeError(`descriptor '${name}' requires a 'str' object but received a '${typeOf(self).name}'`);
}

/** `self` of a method of unicode. */
export function selfUnicode2(self: Py, name: string): string {
  if (self instanceof PyUnicode) return self.value;
  throw TypeError(`descriptor '${name}' requires a 'unicode' object but received a '${typeOf(self).name}'`);
}

/** The bytes of an argument that must be a str or a buffer (unicode is dealt with before). */
export function bytesArg2(o: Py): string {
  if (typeof o === 'string') return o;
  if (o instanceof PyStrBox) return o.value;
  const data = bufferOrUndefined(o);
  if (data === undefined) throw TypeError('expected a string or other character buffer object');
  return toLatin1(data);
}

/** The text of an argument of a unicode method: unicode as it is, str through ASCII. */
export function unicodeArg2(o: Py): string {
  if (o instanceof PyUnicode) return o.value;
  if (typeof o === 'string') return decodeAscii2(o);
  if (o instanceof PyStrBox) return decodeAscii2(o.value);
  if (o instanceof PyByteArray) throw TypeError('decoding bytearray is not supported');
  const data = bufferOrUndefined(o);
  if (data === undefined) throw TypeError(`coercing to Unicode: need string or buffer, ${typeOf(o).name} found`);
  return decodeAscii2(toLatin1(data));
}

/** An int argument that must fit a C ssize_t (or long). */
export function intArg2(o: Py, fallback = 0): number {
  if (typeof o === 'number') return o;
  if (o === undefined) return fallback;
  return Number(wordArg2(o));
}

/** An argument of built-in code that is a size or a number of turns, in either dialect: Python 2 goes by `__int__`. */
export const sizeArg = (o: Py): number => (rt.dialect === 2 ? intArg2(o) : asSize(o));

/** An int argument that must fit a C int. */
export function int32Arg2(o: Py, fallback = 0): number {
  const n = intArg2(o, fallback);
  if (n > 0x7fffffff) throw OverflowError('signed integer is greater than maximum');
  if (n < -0x80000000) throw OverflowError('signed integer is less than minimum');
  return n;
}

/** The same as `intArg2`, exactly. */
export function wordArg2(o: Py): number | bigint {
  if (o instanceof PyFloat) throw TypeError('integer argument expected, got float');
  const n =
    intValue(o) ?? intByMethod2(o, () => TypeError('an integer is required'), 'method should return an integer');
  if (n > 0x7fffffffffffffffn || n < -0x8000000000000000n) {
    throw OverflowError('Python int too large to convert to C long');
  }
  return n;
}

/** What `__int__` of what is no number says, else `refused` is raised. `wrong` is said of a result of another type. */
export function intByMethod2(o: Py, refused: () => Py, wrong: string): number | bigint {
  const convert = o === null || o instanceof PyFloat ? undefined : special(o, '__int__');
  if (convert === undefined) throw typeOf(o).oldStyle ? errorOfInstance(o, '__trunc__') : refused();
  const n = intValue(convert(o));
  if (n === undefined) throw TypeError(`__int__ ${wrong}`);
  return n;
}

/** The fill character of `str.center` and its like. */
export function fillArg2(o: Py, name: string): string {
  if (o === undefined) return ' ';
  if (typeof o === 'string' && o.length === 1) return o;
  throw TypeError(`${name}() argument 2 must be char, not ${o === null ? 'None' : typeOf(o).name}`);
}
