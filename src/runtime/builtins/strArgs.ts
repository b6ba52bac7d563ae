/** What the methods of str make of their arguments. */
import { special } from '../object/attributes.js';
import { rt } from '../object/context.js';
import { IndexError, MemoryError, OverflowError, PyBaseException, TypeError } from '../object/errors.js';
import type { Iterator } from '../object/pyIterator.js';
import { asIndex, asSize, intValue, strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { isSubtype, typeOf } from '../object/typeof.js';
import { PyStrBox, PyTuple, PyUnicode } from '../object/values.js';
import { MAX_STRING_LENGTH } from '../text/repeatText.js';
import { int32Arg2, intArg2 } from './args2.js';
import { iterateSized } from './len.js';
import { sliceBound } from './sliceIndices.js';

/** `self` of a str method: a str or an instance of a subclass. */
export function selfText(self: Py, name: string): string {
  if (typeof self === 'string') return self;
  if (self instanceof PyStrBox) return self.value;
  throw TypeError(`descriptor '${name}' for 'str' objects doesn't apply to a '${typeOf(self).name}' object`);
}

/** A str argument; `what` begins the message, as in `find() argument 1`. */
export function textArg(o: Py, what: string): string {
  if (typeof o === 'string') return o;
  if (o instanceof PyStrBox) return o.value;
  throw TypeError(`${what} must be str, not ${kindName(o)}`);
}

/** The name of an encoding or of a way with errors, which Python 2 tells by their place. */
export const codecArg = (o: Py, called: string, place: number, name: string): string => {
  if (rt.dialect === 3) return textArg(o, `${called} argument '${name}'`);
  const text = o instanceof PyUnicode ? o.value : strValue(o);
  if (text === undefined) throw TypeError(`${called} argument ${place} must be string, not ${kindName(o)}`);
  return text;
};

/** The class name as argument parsing shows it: None by its value. */
export const kindName = (o: Py): string => (o === null ? 'None' : typeOf(o).name);

/** A str argument of functions that do not say which argument it is. */
export function plainTextArg(o: Py): string {
  if (typeof o === 'string') return o;
  if (o instanceof PyStrBox) return o.value;
  throw TypeError(`must be str, not ${typeOf(o).name}`);
}

/** First index of a search range; not given or None is the beginning. */
export function startArg(o: Py): number {
  return o === undefined || o === null ? 0 : sliceBound(o);
}

/** End of a search range; not given or None is the end. */
export function endArg(o: Py): number {
  return o === undefined || o === null ? Infinity : sliceBound(o);
}

/** A count or width that must fit CPython's ssize_t. */
export function sizeArg(o: Py, fallback = 0): number {
  if (typeof o === 'number') return o;
  if (rt.dialect === 2) return intArg2(o, fallback);
  return o === undefined ? fallback : asSize(o);
}

/** An argument that must fit a C int. */
export function cIntArg(o: Py, fallback: number): number {
  if (rt.dialect === 2) return int32Arg2(o, fallback);
  const n = o === undefined ? fallback : asIndex(o);
  if (n > 0x7fffffff || n < -0x80000000) throw OverflowError('Python int too large to convert to C int');
  return Number(n);
}

/** `s * count`: OverflowError from `most` units on, which CPython cannot count, MemoryError for what is too long here. */
export function repeatText(s: string, count: number, most = mostUnits(s.length)): string {
  if (count <= 0 || s === '') return '';
  const length = s.length * count;
  if (length >= most) throw OverflowError('repeated string is too long');
  checkLength(length);
  return s.repeat(count);
}

/** The first length that does not fit 64 bits, for a text of that size repeated. */
export const mostUnits = (size: number): number => (size === 1 ? Infinity : 2 ** 63);

/** MemoryError where a string of that many units cannot be made. */
export function checkLength(units: number): void {
  if (units > MAX_STRING_LENGTH) throw MemoryError();
}

/** The items of join's argument; TypeError in join's own words. */
export function joinItems(iterable: Py): Py[] {
  let it: Iterator;
  try {
    it = iterateSized(iterable);
  } catch (error) {
    if (error instanceof PyBaseException && isSubtype(error.c$, TypeError.type)) {
      throw TypeError('can only join an iterable');
    }
    throw error;
  }
  const items: Py[] = [];
  for (let item = it.nx(); item !== undefined; item = it.nx()) items.push(item);
  return items;
}

/** An index of one item, negative ones as they are. `wrongType` makes the TypeError for what is no index. */
export function itemIndex(key: Py, wrongType: (key: Py) => Py): number {
  if (typeof key === 'number') return key;
  if (intValue(key) === undefined && special(key, '__index__') === undefined) throw wrongType(key);
  const n = asIndex(key);
  if (typeof n === 'number') return n;
  if (isSsize(n)) return Number(n);
  throw IndexError(`cannot fit '${typeOf(key).name}' into an index-sized integer`);
}

const isSsize = (n: bigint) => n <= 0x7fffffffffffffffn && n >= -0x8000000000000000n;

/** The three parts of a text; the separator, where it was found, is the very object that was given. */
export const withSeparator = (parts: Py[], sep: Py): PyTuple =>
  new PyTuple(parts[1] === '' || typeof sep === 'string' ? parts : [parts[0], sep, parts[2]]);
